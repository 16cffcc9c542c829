package dev.autogen.dialect.sqlite;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.dialect.sqlite.SqliteTypes.Affinity;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of a value when its column takes another type. SQLite keeps any value in any column;
 * what a cast would do elsewhere has to be said.
 */
final class SqliteConversions {

  private static final Set<String> MOMENTS =
      Set.of("date", "time", "timestamp", "datetime", "timestamp with time zone");

  private SqliteConversions() {}

  /**
   * The new value.
   *
   * @param column the value before, which is SQL of one word or in parentheses
   */
  static String value(String column, AlterColumn change) {
    String from = SqliteTypes.name(change.from().type());
    String to = SqliteTypes.name(change.to().type());
    Affinity before = SqliteTypes.affinity(change.from().type());
    Affinity after = SqliteTypes.affinity(change.to().type());
    if (to.equals("boolean") && !from.equals("boolean")) {
      return truth(column, before);
    }
    if (from.equals("boolean") && after == Affinity.TEXT) {
      return "case " + column + " when 1 then 'true' when 0 then 'false' else " + column + " end";
    }
    if (MOMENTS.contains(from) || MOMENTS.contains(to)) {
      return column;
    }
    if (before == after) {
      return column;
    }
    return switch (after) {
      case TEXT -> "cast(" + column + " as text)";
      case BLOB -> "cast(" + column + " as blob)";
      case INTEGER ->
          "cast(" + (before == Affinity.TEXT ? column : "round(" + column + ")") + " as integer)";
      case REAL -> "cast(" + column + " as real)";
      case NUMERIC -> before == Affinity.TEXT ? "cast(" + column + " as numeric)" : column;
    };
  }

  private static String truth(String column, Affinity before) {
    return before == Affinity.TEXT
        ? "case when lower(trim("
            + column
            + ")) in ('true', 't', 'yes', 'y', 'on', '1') then 1 when "
            + column
            + " is not null then 0 end"
        : "case when " + column + " <> 0 then 1 when " + column + " is not null then 0 end";
  }

  /**
   * The condition under which a value has no counterpart in the new type, or empty where each has
   * one.
   */
  static Optional<String> obstacle(SqliteDialect dialect, AlterColumn change) {
    String column = dialect.identifier(change.from().name());
    String from = SqliteTypes.name(change.from().type());
    String to = SqliteTypes.name(change.to().type());
    Affinity before = SqliteTypes.affinity(change.from().type());
    Affinity after = SqliteTypes.affinity(change.to().type());
    String held = column + " is not null and ";
    if (to.equals("boolean")) {
      return before == Affinity.TEXT
          ? Optional.of(
              held
                  + "lower(trim("
                  + column
                  + ")) not in ('true', 't', 'yes', 'y', 'on', '1', 'false', 'f', 'no', 'n',"
                  + " 'off', '0')")
          : Optional.of(held + "typeof(" + column + ") not in ('integer', 'real')");
    }
    if (MOMENTS.contains(to)) {
      return MOMENTS.contains(from) || before != Affinity.TEXT
          ? Optional.empty()
          : Optional.of(held + "julianday(" + column + ") is null");
    }
    if (before == after) {
      return Optional.empty();
    }
    return switch (after) {
      case INTEGER -> Optional.of(held + "not (" + isNumber(column, "integer") + ")");
      case REAL, NUMERIC -> Optional.of(held + "not (" + isNumber(column, "numeric") + ")");
      default -> Optional.empty();
    };
  }

  /** SQLite reads a number out of the beginning of any text; the rest must be nothing. */
  private static String isNumber(String column, String type) {
    return "typeof(%1$s) in ('integer', 'real') or cast(%1$s as %2$s) = cast(%1$s as text)"
        .formatted(column, type);
  }
}
