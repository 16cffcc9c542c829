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
 * is allowed, one of that. Numbers and texts can also be unlike those of all other columns, so that
 * it shows where one column is given the values of another.
 */
final class SampleValues {

  private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");
  private static final Pattern SIZE = Pattern.compile("\\((\\d+)(?:, ?(\\d+))?\\)");

  /** Before the first that is given out: rows are numbered below. */
  private static final int FIRST = 10;

  private final Dialect dialect;
  private final Schema schema;
  private int last = FIRST;

  SampleValues(Dialect dialect, Schema schema) {
    this.dialect = dialect;
    this.schema = schema;
  }

  /**
   * A value of a column, if one can be thought of.
   *
   * @param row from 0
   * @param unlike whether a number or a text is to be one that no other column holds
   */
  Optional<String> of(Table table, Column column, int row, boolean unlike) {
    List<String> listed = listed(table, column);
    if (!listed.isEmpty()) {
      return Optional.of(dialect.literal(listed.get(row % listed.size())));
    }
    String type = column.type().sql().toLowerCase(Locale.ROOT);
    int number = unlike && fits(type, last + 1) ? ++last : row + 1;
    return ofType(type, row, number).or(() -> dialect.neutralValue(column.type()));
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

  private static Optional<String> ofType(String type, int row, int number) {
    int day = row + 1;
    return switch (word(type)) {
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
      case "numeric" -> Optional.of((places(type) == 0 ? "0." : "") + number);
      case "char", "varchar", "text", "clob", "citext", "tinytext", "mediumtext", "longtext" ->
          Optional.of("'" + number + "'");
      case "date" -> Optional.of("'2001-02-0" + day + "'");
      case "time" -> Optional.of("'03:04:0" + day + "'");
      case "timestamp", "datetime" -> Optional.of("'2001-02-03 04:05:0" + day + "'");
      case "uuid" -> Optional.of("'00000000-0000-4000-8000-00000000000" + day + "'");
      default -> Optional.empty();
    };
  }

  private static String word(String type) {
    return type.replaceFirst("[( ].*", "");
  }

  /** Whether a number, or a text of its digits, has room in a type. */
  private static boolean fits(String type, int number) {
    return switch (word(type)) {
      case "tinyint" -> number <= Byte.MAX_VALUE;
      case "smallint" -> number <= Short.MAX_VALUE;
      case "integer",
          "bigint",
          "mediumint",
          "int",
          "double",
          "text",
          "clob",
          "citext",
          "tinytext",
          "mediumtext",
          "longtext" ->
          true;
      case "char", "varchar", "numeric" -> String.valueOf(number).length() <= places(type);
      default -> false;
    };
  }

  /** How many digits stand before the point, or how many characters a text has. */
  private static int places(String type) {
    Matcher size = SIZE.matcher(type);
    if (!size.find()) {
      return Integer.MAX_VALUE;
    }
    int scale = size.group(2) == null ? 0 : Integer.parseInt(size.group(2));
    return Integer.parseInt(size.group(1)) - scale;
  }
}
