package dev.autogen.dialect.mysql;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.TypeText;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What becomes of values when a column takes another type. */
public final class MysqlConversions {

  private static final Set<String> TEXTS =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");
  private static final Set<String> NUMBERS =
      Set.of(
          "tinyint",
          "smallint",
          "mediumint",
          "int",
          "integer",
          "bigint",
          "decimal",
          "numeric",
          "float",
          "double",
          "double precision",
          "real");
  private static final Set<String> MOMENTS = Set.of("date", "datetime", "timestamp");

  /** The lower-case spellings of what is true. */
  static final String TRUE = "'true', 't', 'yes', 'y', 'on', '1'";

  /** The lower-case spellings of what is false. */
  static final String FALSE = "'false', 'f', 'no', 'n', 'off', '0'";

  private MysqlConversions() {}

  /** A type as this database's DDL writes it, taken apart; {@code unsigned} belongs to the name. */
  static TypeText parsed(Dialect dialect, ColumnType type) {
    String sql =
        TypeText.normalized(dialect.sql(type).toLowerCase(Locale.ROOT))
            .replaceFirst(" character set .*", "");
    boolean unsigned = sql.endsWith(" unsigned");
    String plain = unsigned ? sql.substring(0, sql.length() - " unsigned".length()) : sql;
    int open = plain.indexOf('(');
    String word = open < 0 ? plain : plain.substring(0, open);
    TypeText parsed = TypeText.parse(plain).orElse(new TypeText(word, List.of()));
    return unsigned ? new TypeText(parsed.name() + " unsigned", parsed.arguments()) : parsed;
  }

  /**
   * The way from one type to the other.
   *
   * @throws UnsupportedChangeException if the database's own way changes what values mean, and no
   *     other is known
   */
  public static MysqlConversion of(Dialect dialect, AlterColumn change) {
    TypeText from = parsed(dialect, change.from().type());
    TypeText to = parsed(dialect, change.to().type());
    String column = dialect.identifier(change.to().name());
    requireMeaning(change, from, to);
    if (isBoolean(to)) {
      return toBoolean(from, column);
    }
    if (isBoolean(from) && isText(to)) {
      return MysqlConversion.through("varchar(5)", "if(" + column + " = '1', 'true', 'false')");
    }
    if (isText(from) && isUuid(to)) {
      return MysqlConversion.through(
          "varbinary(" + Math.max(from.argument(255), 36) * 4 + ")",
          "unhex(replace(trim(convert(" + column + " using utf8mb4)), '-', ''))");
    }
    if (isUuid(from) && isText(to) && to.argument(36) >= 32) {
      String hex = "lower(hex(" + column + "))";
      return MysqlConversion.through("varbinary(36)", to.argument(36) < 36 ? hex : dashed(hex));
    }
    return isPreciseTime(from) && isText(to)
        ? MysqlConversion.through("varchar(32)", withoutFraction(column))
        : MysqlConversion.PLAIN;
  }

  /** A time that is printed with digits of a second. */
  static boolean isPreciseTime(TypeText type) {
    boolean time = isMoment(type) || type.name().equals("time");
    return time && !type.name().equals("date") && type.argument(0) > 0;
  }

  /** A time as text, without zeros at the end of its second. */
  static String withoutFraction(String value) {
    return "trim(trailing '.' from trim(trailing '0' from " + value + "))";
  }

  /** Not over a column whose type, collation or numbering changes, be it on either side. */
  public static boolean keepForeignKeys(AlterColumn change) {
    return change.facets().stream()
        .noneMatch(f -> f == Facet.TYPE || f == Facet.COLLATION || f == Facet.IDENTITY);
  }

  private static MysqlConversion toBoolean(TypeText from, String column) {
    if (isText(from)) {
      return MysqlConversion.of("if(lower(trim(" + column + ")) in (" + TRUE + "), '1', '0')");
    }
    return isNumber(from) ? MysqlConversion.of("(" + column + " <> 0)") : MysqlConversion.PLAIN;
  }

  private static String dashed(String hex) {
    String text = hex;
    for (int place : new int[] {9, 14, 19, 24}) {
      text = "insert(" + text + ", " + place + ", 0, '-')";
    }
    return text;
  }

  private static void requireMeaning(AlterColumn change, TypeText from, TypeText to) {
    if (isNumber(from) && isEnum(to) || isEnum(from) && isNumber(to)) {
      throw refused(change, "MySQL counts labels from 1, Java ordinals count from 0");
    }
    boolean moments = MOMENTS.contains(from.name()) || from.name().equals("time");
    boolean toMoment = MOMENTS.contains(to.name()) || to.name().equals("time");
    if (moments && isNumber(to) || isNumber(from) && toMoment) {
      throw refused(change, "MySQL reads a time as the digits it is written with");
    }
    if (from.name().equals("time") && MOMENTS.contains(to.name())) {
      throw refused(change, "a time of day has no day, and MySQL would put today");
    }
    if (from.name().equals("date") && to.name().equals("time")) {
      throw refused(change, "a day has no time of day, and MySQL would put midnight");
    }
  }

  private static UnsupportedChangeException refused(AlterColumn change, String why) {
    return new UnsupportedChangeException(
        "Column \"%s.%s\" cannot go from %s to %s by itself: %s."
                .formatted(
                    change.table(),
                    change.to().name(),
                    change.from().type(),
                    change.to().type(),
                    why)
            + " Add a column of the new type, fill it with a statement of your own and drop the old"
            + " one.");
  }

  static boolean isText(TypeText type) {
    return TEXTS.contains(type.name());
  }

  static boolean isNumber(TypeText type) {
    return NUMBERS.contains(type.name().replace(" unsigned", ""));
  }

  static boolean isMoment(TypeText type) {
    return MOMENTS.contains(type.name());
  }

  static boolean isEnum(TypeText type) {
    return type.name().equals("enum");
  }

  static boolean isBoolean(TypeText type) {
    return type.name().equals("boolean") || type.name().equals("bit") && type.argument(1) == 1;
  }

  /** What Hibernate keeps a UUID in. */
  static boolean isUuid(TypeText type) {
    return type.name().equals("binary") && type.argument(1) == 16;
  }
}
