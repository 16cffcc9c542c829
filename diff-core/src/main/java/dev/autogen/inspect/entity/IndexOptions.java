package dev.autogen.inspect.entity;

import dev.autogen.schema.Deferrability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the SQL that a mapping puts behind an index or a constraint. */
final class IndexOptions {

  private static final Pattern KNOWN =
      Pattern.compile(
          "(?:include \\(|nulls not distinct|nulls distinct|not deferrable|deferrable"
              + "|initially (?:deferred|immediate)|using (?:btree|hash)|visible"
              + "|(?:algorithm|lock) (?:= )?\\w+) ");

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

  /**
   * What is said besides, and has no place in the model. How the statement is carried out ({@code
   * algorithm=inplace lock=none}), and that an index is an ordinary one, is nothing of it.
   */
  static String rest(String options) {
    List<SqlTokens.Token> tokens = SqlTokens.of(options);
    List<String> rest = new ArrayList<>();
    int at = 0;
    while (at < tokens.size() && !tokens.get(at).is("where")) {
      int known = known(tokens, at);
      if (known == 0) {
        rest.add(tokens.get(at).text());
      }
      at += Math.max(1, known);
    }
    return String.join(" ", rest);
  }

  /** How many tokens the option has that starts at a place, if it is one that is read. */
  private static int known(List<SqlTokens.Token> tokens, int at) {
    StringBuilder text = new StringBuilder();
    for (SqlTokens.Token token : tokens.subList(at, Math.min(tokens.size(), at + 3))) {
      text.append(token.isGroup() ? "(" : token.lower()).append(' ');
    }
    Matcher matcher = KNOWN.matcher(text);
    return matcher.lookingAt() ? matcher.group().split(" ").length : 0;
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
