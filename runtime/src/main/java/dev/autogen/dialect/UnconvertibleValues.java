package dev.autogen.dialect;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Conditions that find values which another type cannot hold: too long, out of range, or not
 * spelled as such a value is. Says nothing of types that it does not know, nor of digits that are
 * rounded away.
 *
 * @param matches the condition that a text, given as SQL, matches a regular expression
 */
public record UnconvertibleValues(BinaryOperator<String> matches) {

  private static final Set<String> TEXTS =
      Set.of("char", "varchar", "text", "clob", "varchar_ignorecase", "bpchar", "citext");

  private static final Map<String, String> LIMITS =
      Map.of(
          "tinyint", "-128 and 127",
          "smallint", "-32768 and 32767",
          "integer", "-2147483648 and 2147483647",
          "bigint", "-9223372036854775808 and 9223372036854775807");

  private static final List<String> INTEGERS = List.of("tinyint", "smallint", "integer", "bigint");
  private static final Set<String> FRACTIONS = Set.of("numeric", "real", "double precision");

  private static final String WHOLE = "^\\s*[+-]?[0-9]+\\s*$";
  private static final String NUMBER =
      "^\\s*[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?\\s*$";
  private static final String UUID =
      "^\\s*\\{?[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}\\}?\\s*$";
  private static final String BOOLEANS =
      "('t', 'true', 'f', 'false', 'y', 'yes', 'n', 'no', '1', '0', 'on', 'off')";

  /**
   * The condition for values of one type that do not become the other; empty if all do or it cannot
   * be told.
   *
   * @param column the column as SQL
   * @param from its type, in canonical spelling
   * @param to the other type, in canonical spelling
   */
  public Optional<String> condition(String column, String from, String to) {
    Optional<TypeText> old = TypeText.parse(from);
    Optional<TypeText> wanted = TypeText.parse(to);
    if (old.isEmpty() || wanted.isEmpty()) {
      return Optional.empty();
    }
    if (TEXTS.contains(wanted.get().name())) {
      return tooLong(column, old.get(), wanted.get());
    }
    if (TEXTS.contains(old.get().name())) {
      return misspelled(column, wanted.get());
    }
    return isNumber(old.get().name())
        ? outOfRange(column, old.get(), wanted.get())
        : Optional.empty();
  }

  private static boolean isNumber(String name) {
    return INTEGERS.contains(name) || FRACTIONS.contains(name);
  }

  private static Optional<String> tooLong(String column, TypeText from, TypeText to) {
    if (to.arguments().isEmpty()) {
      return Optional.empty();
    }
    boolean bounded = TEXTS.contains(from.name()) && !from.arguments().isEmpty();
    if (bounded && from.argument(0) <= to.argument(0)) {
      return Optional.empty();
    }
    String text = "cast(" + column + " as varchar)";
    boolean padded =
        Stream.of(from, to)
            .anyMatch(type -> type.name().endsWith("char") && !type.name().startsWith("var"));
    return Optional.of(
        "char_length(%s) > %s"
            .formatted(padded ? "trim(trailing from " + text + ")" : text, to.argument(0)));
  }

  private Optional<String> misspelled(String column, TypeText to) {
    String name = to.name();
    if (INTEGERS.contains(name)) {
      return Optional.of(
          spelled(
              column, WHOLE, "cast(" + column + " as numeric) not between " + LIMITS.get(name)));
    }
    if (FRACTIONS.contains(name)) {
      String number = "cast(" + column + " as numeric)";
      return Optional.of(spelled(column, NUMBER, overflow(number, to).orElse("1 = 0")));
    }
    if (name.equals("uuid")) {
      return Optional.of(spelled(column, UUID, "1 = 0"));
    }
    return name.equals("boolean")
        ? Optional.of("lower(trim(" + column + ")) not in " + BOOLEANS)
        : Optional.empty();
  }

  /** In this order: nothing is cast that is not spelled right. */
  private String spelled(String column, String pattern, String wrong) {
    return "case when %s is null then 1 = 0 when %s then %s else 1 = 1 end"
        .formatted(column, matches.apply(column, pattern), wrong);
  }

  private static Optional<String> outOfRange(String column, TypeText from, TypeText to) {
    int before = INTEGERS.indexOf(from.name());
    int after = INTEGERS.indexOf(to.name());
    if (after >= 0) {
      String value = before < 0 ? "round(cast(" + column + " as numeric))" : column;
      return before >= 0 && before <= after
          ? Optional.empty()
          : Optional.of(value + " not between " + LIMITS.get(to.name()));
    }
    boolean wider =
        from.name().equals("numeric")
            && !from.arguments().isEmpty()
            && digits(from) <= digits(to)
            && scale(from) <= scale(to);
    return wider ? Optional.empty() : overflow("cast(" + column + " as numeric)", to);
  }

  private static Optional<String> overflow(String number, TypeText to) {
    return to.name().equals("numeric") && !to.arguments().isEmpty()
        ? Optional.of(
            "abs(round(%s, %s)) >= %s"
                .formatted(
                    number,
                    scale(to),
                    BigDecimal.ONE.movePointRight((int) digits(to)).toPlainString()))
        : Optional.empty();
  }

  private static long digits(TypeText numeric) {
    return numeric.arguments().isEmpty() ? 0 : numeric.argument(0) - scale(numeric);
  }

  private static long scale(TypeText numeric) {
    return numeric.arguments().size() < 2 ? 0 : Long.parseLong(numeric.arguments().get(1).strip());
  }
}
