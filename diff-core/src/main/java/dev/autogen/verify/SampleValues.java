package dev.autogen.verify;

import dev.autogen.dialect.Dialect;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values for made-up rows, as SQL literals: unlike from row to row where the type has room for it,
 * texts that read as numbers, so that they can become some, and where a check or an enum lists what
 * is allowed, one of that.
 */
final class SampleValues {

  private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");
  private static final Pattern PURE_FRACTION = Pattern.compile("numeric\\((\\d+), ?(\\d+)\\).*");

  private final Dialect dialect;
  private final Schema schema;

  SampleValues(Dialect dialect, Schema schema) {
    this.dialect = dialect;
    this.schema = schema;
  }

  /**
   * A value of a column, if one can be thought of.
   *
   * @param row from 0
   */
  Optional<String> of(Table table, Column column, int row) {
    List<String> listed = listed(table, column);
    if (!listed.isEmpty()) {
      return Optional.of(dialect.literal(listed.get(row % listed.size())));
    }
    return ofType(column.type().sql().toLowerCase(Locale.ROOT), row)
        .or(() -> dialect.neutralValue(column.type()));
  }

  /** What a named enum, the type or a check of a text lists. */
  private List<String> listed(Table table, Column column) {
    for (EnumType type : schema.enumTypes()) {
      if (dialect.named(type.name()).equals(column.type())) {
        return type.labels();
      }
    }
    String type = column.type().sql();
    if (type.toLowerCase(Locale.ROOT).startsWith("enum(")) {
      return literals(type);
    }
    Pattern word = Pattern.compile("(?i)(?<![\\w$])" + Pattern.quote(column.name()) + "(?![\\w$])");
    return table
        .constraints(Check.class)
        .map(Check::expression)
        .filter(expression -> word.matcher(expression).find())
        .map(SampleValues::literals)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<String> literals(String text) {
    List<String> literals = new ArrayList<>();
    Matcher matcher = LITERAL.matcher(text);
    while (matcher.find()) {
      literals.add(matcher.group(1).replace("''", "'"));
    }
    return literals;
  }

  private static Optional<String> ofType(String type, int row) {
    int number = row + 1;
    String word = type.replaceFirst("[( ].*", "");
    return switch (word) {
      case "boolean", "bool" -> Optional.of(row % 2 == 0 ? "true" : "false");
      case "smallint",
          "integer",
          "bigint",
          "tinyint",
          "mediumint",
          "int",
          "real",
          "double",
          "float" ->
          Optional.of(String.valueOf(number));
      case "numeric" -> Optional.of(fraction(type) ? "0." + number : String.valueOf(number));
      case "char", "varchar", "text", "clob", "citext", "tinytext", "mediumtext", "longtext" ->
          Optional.of("'" + number + "'");
      case "date" -> Optional.of("'2001-02-0" + number + "'");
      case "time" -> Optional.of("'03:04:0" + number + "'");
      case "timestamp", "datetime" -> Optional.of("'2001-02-03 04:05:0" + number + "'");
      case "uuid" -> Optional.of("'00000000-0000-4000-8000-00000000000" + number + "'");
      default -> Optional.empty();
    };
  }

  /** A decimal without a place before the point. */
  private static boolean fraction(String type) {
    Matcher digits = PURE_FRACTION.matcher(type);
    return digits.matches() && digits.group(1).equals(digits.group(2));
  }
}
