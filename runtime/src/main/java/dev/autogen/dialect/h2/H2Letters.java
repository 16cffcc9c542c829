package dev.autogen.dialect.h2;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names and strings in their own letters: H2 shows one that has others than those of ASCII with
 * {@code U&} before it, and such letters by their numbers.
 */
final class H2Letters {

  private static final Pattern QUOTED =
      Pattern.compile("(U&)?('(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\")");

  private static final Pattern LETTER =
      Pattern.compile("\\\\(?:(\\\\)|([0-9a-fA-F]{4})|\\+([0-9a-fA-F]{6}))");

  private H2Letters() {}

  static String written(String shown) {
    return shown.contains("U&")
        ? QUOTED
            .matcher(shown)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        found.group(1) == null ? found.group(2) : plain(found.group(2))))
        : shown;
  }

  private static String plain(String escaped) {
    return LETTER.matcher(escaped).replaceAll(found -> Matcher.quoteReplacement(letter(found)));
  }

  private static String letter(MatchResult found) {
    if (found.group(1) != null) {
      return found.group(1);
    }
    String number = found.group(2) == null ? found.group(3) : found.group(2);
    return Character.toString(Integer.parseInt(number, 16));
  }
}
