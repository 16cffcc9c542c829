package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.TypeText;
import dev.autogen.schema.ColumnType;
import java.util.Locale;
import java.util.Optional;

/**
 * SQLite's types. A type is what somebody wrote; what it does to values is its affinity (section
 * 3.1 of sqlite.org/datatype3.html).
 */
final class SqliteTypes {

  /** What a column makes of the values that it is given. */
  enum Affinity {
    TEXT,
    NUMERIC,
    INTEGER,
    REAL,
    BLOB
  }

  /** As written, but for case and space. */
  ColumnType canonical(ColumnType type) {
    return type.equals(ColumnType.UNKNOWN) ? type : new ColumnType(TypeText.normalized(type.sql()));
  }

  static Affinity affinity(ColumnType type) {
    String name = type.sql().toLowerCase(Locale.ROOT);
    if (name.contains("int")) {
      return Affinity.INTEGER;
    }
    if (name.contains("char") || name.contains("clob") || name.contains("text")) {
      return Affinity.TEXT;
    }
    if (name.contains("blob") || name.isEmpty()) {
      return Affinity.BLOB;
    }
    boolean real = name.contains("real") || name.contains("floa") || name.contains("doub");
    return real ? Affinity.REAL : Affinity.NUMERIC;
  }

  /** The first word of a type: {@code varchar} of {@code varchar(20)}. */
  static String name(ColumnType type) {
    return TypeText.parse(TypeText.normalized(type.sql())).map(TypeText::name).orElse(type.sql());
  }

  /** Days and seconds since 1970, and identifiers that end in the digits of the number. */
  static Optional<String> numbered(ColumnType type, String number) {
    return switch (name(type)) {
      case "uuid" -> Optional.of("printf('00000000-0000-0000-0000-%012d', " + number + ")");
      case "date" -> Optional.of("date('1970-01-01', '+' || " + number + " || ' days')");
      case "timestamp", "datetime", "timestamp with time zone" ->
          Optional.of("datetime('1970-01-01', '+' || " + number + " || ' seconds')");
      default -> Optional.empty();
    };
  }

  Optional<String> neutralValue(ColumnType type) {
    return switch (name(type)) {
      case "date" -> Optional.of("'1970-01-01'");
      case "time", "time with time zone" -> Optional.of("'00:00:00'");
      case "timestamp", "datetime", "timestamp with time zone" ->
          Optional.of("'1970-01-01 00:00:00'");
      case "json" -> Optional.of("'{}'");
      default ->
          Optional.of(
              switch (affinity(type)) {
                case TEXT -> "''";
                case BLOB -> "x''";
                default -> "0";
              });
    };
  }
}
