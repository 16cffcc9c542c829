package dev.autogen.dialect.mysql;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.TypeText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Conditions for rows that another type has no room for: the database refuses some only after it
 * has begun, and rounds others without a word. What a time loses of its second is not counted.
 */
public final class MysqlObstacles {

  private static final Map<String, Integer> INTEGER_BYTES =
      Map.of("tinyint", 1, "smallint", 2, "mediumint", 3, "integer", 4, "int", 4, "bigint", 8);

  private static final Map<String, Long> TEXT_BYTES =
      Map.of("tinytext", 255L, "text", 65_535L, "mediumtext", 16_777_215L);

  private final Dialect dialect;

  public MysqlObstacles(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The condition, or empty where all values fit. */
  public Optional<String> condition(AlterColumn change) {
    String column = dialect.identifier(change.from().name());
    List<String> conditions = new ArrayList<>();
    if (change.facets().contains(Facet.TYPE)) {
      TypeText from = MysqlConversions.parsed(dialect, change.from().type());
      TypeText to = MysqlConversions.parsed(dialect, change.to().type());
      String labels = dialect.sql(change.to().type());
      conditions.addAll(ofType(from, to, labels, column));
    }
    if (change.facets().contains(Facet.COLLATION)) {
      characters(change, column).ifPresent(conditions::add);
    }
    return conditions.isEmpty()
        ? Optional.empty()
        : Optional.of(column + " is not null and (" + String.join(" or ", conditions) + ")");
  }

  private static List<String> ofType(TypeText from, TypeText to, String labels, String column) {
    boolean text = MysqlConversions.isText(from);
    if (MysqlConversions.isEnum(to)) {
      boolean named = text || MysqlConversions.isEnum(from);
      return named
          ? List.of(column + " not in " + labels.substring(labels.indexOf('(')))
          : List.of();
    }
    if (MysqlConversions.isBoolean(to)) {
      return text
          ? List.of(
              "lower(trim(%s)) not in (%s, %s)"
                  .formatted(column, MysqlConversions.TRUE, MysqlConversions.FALSE))
          : List.of();
    }
    if (MysqlConversions.isNumber(to)) {
      return text || MysqlConversions.isNumber(from) ? number(text, to, column) : List.of();
    }
    if (MysqlConversions.isText(to)) {
      return tooLong(from, to, column);
    }
    return text ? fromText(to, column) : other(from, to, column);
  }

  /** Texts that are no number, and numbers that are too great or have too many digits. */
  private static List<String> number(boolean text, TypeText to, String column) {
    String name = to.name().replace(" unsigned", "");
    boolean unsigned = to.name().endsWith(" unsigned");
    boolean whole = INTEGER_BYTES.containsKey(name);
    List<String> conditions = new ArrayList<>();
    if (text) {
      String fraction = whole ? "" : "([.][0-9]*)?([eE][-+]?[0-9]+)?";
      conditions.add(
          column + " not regexp '^[[:space:]]*[-+]?[0-9]+" + fraction + "[[:space:]]*$'");
    }
    String value = text ? "cast(" + column + " as decimal(65,30))" : column;
    if (whole) {
      int bits = INTEGER_BYTES.get(name) * 8;
      BigInteger one = BigInteger.ONE;
      BigInteger least = unsigned ? BigInteger.ZERO : one.shiftLeft(bits - 1).negate();
      BigInteger most = one.shiftLeft(unsigned ? bits : bits - 1).subtract(one);
      conditions.add(value + " not between " + least + " and " + most);
      conditions.add(value + " <> round(" + value + ")");
    } else if (name.equals("numeric") || name.equals("decimal")) {
      conditions.addAll(digits(to, value));
    } else if (unsigned) {
      conditions.add(value + " < 0");
    }
    return conditions;
  }

  private static List<String> digits(TypeText to, String value) {
    if (to.arguments().size() != 2) {
      return List.of();
    }
    int scale = Integer.parseInt(to.arguments().get(1).strip());
    int whole = Integer.parseInt(to.arguments().get(0).strip()) - scale;
    return List.of(
        "abs(" + value + ") >= 1" + "0".repeat(whole),
        value + " <> round(" + value + ", " + scale + ")");
  }

  private static List<String> tooLong(TypeText from, TypeText to, String column) {
    if (to.name().equals("char") || to.name().equals("varchar")) {
      return List.of("char_length(" + asText(from, column) + ") > " + to.argument(255));
    }
    Long bytes = TEXT_BYTES.get(to.name());
    return bytes == null ? List.of() : List.of("length(" + column + ") > " + bytes);
  }

  /** A value as its conversion writes it, which may be longer than the database prints it. */
  private static String asText(TypeText from, String column) {
    if (MysqlConversions.isBoolean(from)) {
      return "if(" + column + ", 'true', 'false')";
    }
    if (MysqlConversions.isUuid(from)) {
      return "repeat('x', 36)";
    }
    return MysqlConversions.isPreciseTime(from) ? MysqlConversions.withoutFraction(column) : column;
  }

  private static List<String> fromText(TypeText to, String column) {
    if (MysqlConversions.isUuid(to) || to.name().equals("uuid")) {
      String hex = "[0-9a-fA-F]";
      return List.of("replace(trim(%s), '-', '') not regexp '^%s{32}$'".formatted(column, hex));
    }
    return switch (to.name()) {
      case "json" -> List.of("not json_valid(" + column + ")");
      case "date", "datetime" -> List.of("cast(" + column + " as " + to.name() + ") is null");
      case "timestamp" -> List.of("cast(" + column + " as datetime) is null");
      case "binary", "varbinary" -> List.of("length(" + column + ") > " + to.argument(1));
      default -> List.of();
    };
  }

  private static List<String> other(TypeText from, TypeText to, String column) {
    if (to.name().equals("timestamp") && MysqlConversions.isMoment(from)) {
      return List.of(column + " not between '1970-01-02' and '2038-01-18'");
    }
    boolean bytes = to.name().equals("binary") || to.name().equals("varbinary");
    return bytes ? List.of("length(" + column + ") > " + to.argument(1)) : List.of();
  }

  /** Characters that the character set of the new collation has not. */
  private static Optional<String> characters(AlterColumn change, String column) {
    return change
        .to()
        .collation()
        .map(name -> name.replaceFirst("_.*", ""))
        .filter(set -> !set.equals("binary") && !set.startsWith("utf8mb4"))
        .map(
            set ->
                "convert(%1$s using utf8mb4) <> convert(convert(%1$s using %2$s) using utf8mb4)"
                    .formatted(column, set));
  }
}
