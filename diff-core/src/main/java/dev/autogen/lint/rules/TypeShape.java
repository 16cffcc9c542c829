package dev.autogen.lint.rules;

import dev.autogen.schema.ColumnType;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A canonical type taken apart, as far as rules ask.
 *
 * @param word the type without its arguments
 * @param first the first argument: a length, a precision
 * @param second the second: a scale
 */
record TypeShape(String word, Optional<Integer> first, Optional<Integer> second) {

  /** Of a time that says nothing of them, where a database lets one be silent. */
  private static final int SECOND_DIGITS = 6;

  private static final Pattern ARGUMENTS = Pattern.compile("\\((\\d+)(?:, ?(\\d+))?\\)");
  private static final Set<String> TEXTS =
      Set.of("varchar", "char", "tinytext", "text", "mediumtext", "longtext", "clob");

  static TypeShape of(ColumnType type) {
    Matcher matcher = ARGUMENTS.matcher(type.sql());
    if (!matcher.find()) {
      boolean time = type.sql().startsWith("time");
      return new TypeShape(
          type.sql(), time ? Optional.of(SECOND_DIGITS) : Optional.empty(), Optional.empty());
    }
    String word =
        (type.sql().substring(0, matcher.start()) + type.sql().substring(matcher.end())).strip();
    return new TypeShape(
        word,
        Optional.of(Integer.valueOf(matcher.group(1))),
        Optional.ofNullable(matcher.group(2)).map(Integer::valueOf));
  }

  boolean isText() {
    return TEXTS.contains(word);
  }
}
