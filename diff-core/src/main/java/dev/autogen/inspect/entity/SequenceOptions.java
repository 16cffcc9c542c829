package dev.autogen.inspect.entity;

import dev.autogen.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The options of a sequence or identity that a mapping states as SQL text.
 *
 * @param start the first value
 * @param increment the step
 * @param cache how many values a session takes at once
 * @param minimum the least value
 * @param maximum the greatest value
 * @param cycle whether it starts again
 */
record SequenceOptions(
    Optional<Long> start,
    Optional<Long> increment,
    Optional<Long> cache,
    Optional<Long> minimum,
    Optional<Long> maximum,
    boolean cycle) {

  static SequenceOptions parse(String text) {
    List<SqlTokens.Token> tokens = SqlTokens.of(text);
    boolean cycle = false;
    for (int at = 0; at < tokens.size(); at++) {
      cycle |= tokens.get(at).is("cycle") && (at == 0 || !tokens.get(at - 1).is("no"));
    }
    return new SequenceOptions(
        number(tokens, "start"),
        number(tokens, "increment"),
        number(tokens, "cache"),
        number(tokens, "minvalue"),
        number(tokens, "maxvalue"),
        cycle);
  }

  /** The names of those that are properties of a sequence for good. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    cache.ifPresent(value -> names.add(Sequence.CACHE));
    minimum.ifPresent(value -> names.add(Sequence.MINIMUM));
    maximum.ifPresent(value -> names.add(Sequence.MAXIMUM));
    if (cycle) {
      names.add(Sequence.CYCLE);
    }
    return names;
  }

  /** The number after a word, {@code with} or {@code by} left out. */
  private static Optional<Long> number(List<SqlTokens.Token> tokens, String word) {
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.get(at).is(word)) {
        String sign = "";
        for (int next = at + 1; next < tokens.size() && next < at + 4; next++) {
          String value = tokens.get(next).text();
          if (value.equals("-")) {
            sign = "-";
          } else if (value.matches("\\d{1,18}")) {
            return Optional.of(Long.parseLong(sign + value));
          }
        }
      }
    }
    return Optional.empty();
  }
}
