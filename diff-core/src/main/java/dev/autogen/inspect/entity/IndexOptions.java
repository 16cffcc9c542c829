package dev.autogen.inspect.entity;

import dev.autogen.schema.Deferrability;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the SQL that a mapping puts behind an index or a constraint. */
final class IndexOptions {

  private IndexOptions() {}

  /** The condition of a partial index. */
  static Optional<String> where(String options) {
    return SqlTokens.of(options).stream()
        .filter(token -> token.is("where"))
        .findFirst()
        .map(token -> unwrapped(options.substring(token.end()).strip()));
  }

  private static String unwrapped(String condition) {
    List<SqlTokens.Token> tokens = SqlTokens.of(condition);
    return tokens.size() == 1 && tokens.get(0).isGroup() ? tokens.get(0).inner() : condition;
  }

  /** The columns that an index carries. */
  static List<String> include(String options) {
    List<SqlTokens.Token> tokens = SqlTokens.of(options);
    for (int at = 0; at + 1 < tokens.size(); at++) {
      if (tokens.get(at).is("include") && tokens.get(at + 1).isGroup()) {
        return List.of(tokens.get(at + 1).inner().split("\\s*,\\s*"));
      }
    }
    return List.of();
  }

  static boolean nullsDistinct(String options) {
    return !words(options).contains("nulls not distinct");
  }

  static Deferrability deferrability(String options) {
    String words = words(options);
    if (words.contains("initially deferred")) {
      return Deferrability.INITIALLY_DEFERRED;
    }
    return words.contains("deferrable") && !words.contains("not deferrable")
        ? Deferrability.INITIALLY_IMMEDIATE
        : Deferrability.NOT_DEFERRABLE;
  }

  private static String words(String options) {
    return options.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
