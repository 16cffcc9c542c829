package dev.autogen.dialect.h2;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.UnconvertibleValues;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.ColumnType;
import java.util.Optional;
import java.util.regex.Pattern;

/** What becomes of values when a column of H2 takes another type. */
final class H2Conversions {

  private static final Pattern TEXT =
      Pattern.compile("(?:char|varchar|varchar_ignorecase|clob)(?:\\(.*)?");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:tinyint|smallint|integer|bigint|real|double precision|numeric|decfloat).*");

  private H2Conversions() {}

  /**
   * How to turn the old value into the new one, where H2's own way is not it.
   *
   * @throws UnsupportedChangeException if H2's own way changes what the values mean
   */
  static String using(Dialect dialect, AlterColumn change) {
    String from = dialect.canonical(change.from().type()).sql();
    String to = dialect.canonical(change.to().type()).sql();
    if (TEXT.matcher(from).matches() && to.equals("json")) {
      return " using " + dialect.identifier(change.to().name()) + " format json";
    }
    if (isNumber(from) && isEnum(to) || isEnum(from) && isNumber(to)) {
      throw refused(change, "H2 counts labels from 1, Java ordinals count from 0");
    }
    if (isNumber(from) && isInterval(to) || isInterval(from) && isNumber(to)) {
      throw refused(change, "H2 counts seconds, Hibernate nanoseconds");
    }
    return "";
  }

  /** The condition for values that do not become the new type; empty where it cannot be told. */
  static Optional<String> unconvertible(Dialect dialect, AlterColumn change) {
    String column = dialect.identifier(change.from().name());
    String from = dialect.canonical(change.from().type()).sql();
    String to = dialect.canonical(change.to().type()).sql();
    if (isEnum(to) && (isEnum(from) || TEXT.matcher(from).matches())) {
      return Optional.of("cast(" + column + " as varchar) not in " + to.substring("enum".length()));
    }
    if (to.equals("json") && TEXT.matcher(from).matches()) {
      return Optional.of(column + " is not json");
    }
    return new UnconvertibleValues(
            (text, pattern) -> "regexp_like(" + text + ", " + dialect.literal(pattern) + ")")
        .condition(column, from, to);
  }

  private static UnsupportedChangeException refused(AlterColumn change, String why) {
    ColumnType from = change.from().type();
    return new UnsupportedChangeException(
        "Column \""
            + change.table()
            + "."
            + change.to().name()
            + "\" cannot go from "
            + from
            + " to "
            + change.to().type()
            + " by itself: "
            + why
            + ". Add a column of the new type, fill it with a statement of your own and drop the old"
            + " one.");
  }

  private static boolean isNumber(String type) {
    return NUMBER.matcher(type).matches() && !type.contains(" array");
  }

  private static boolean isEnum(String type) {
    return type.startsWith("enum(");
  }

  private static boolean isInterval(String type) {
    return type.startsWith("interval ");
  }
}
