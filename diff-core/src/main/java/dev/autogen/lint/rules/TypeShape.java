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

  private static final Pattern ARGUMENTS = Pattern.compile("\\((\\d+)(?:, ?(\\d+))?\\)");
  private static final Set<String> TEXTS =
      Set.of("varchar", "char", "tinytext", "text", "mediumtext", "longtext", "clob");

  static TypeShape of(ColumnType type) {
    Matcher matcher = ARGUMENTS.matcher(type.sql());
    if (!matcher.find()) {
      return new TypeShape(type.sql(), Optional.empty(), Optional.empty());
    }
    String word =
        (type.sql().substring(0, matcher.start()) + type.sql().substring(matcher.end())).strip();
    return new TypeShape(
        word,
        Optional.of(Integer.valueOf(matcher.group(1))),
        Optional.ofNullable(matcher.group(2)).map(Integer::valueOf));
  }

  /** The word of a number, whether it has a sign or not. */
  String signless() {
    return word.replace(" unsigned", "");
  }

  /** The word of a time, whether it has a zone or not. */
  String zoneless() {
    return word.replace(" with time zone", "");
  }

  boolean isText() {
    return TEXTS.contains(word);
  }
}
