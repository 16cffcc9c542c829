package dev.autogen.diff;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which columns a SQL expression may be about, told from its words. Good for finding candidates,
 * not for a verdict: an expression is compared by the database alone.
 */
public final class Mentions {

  private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

  /** Words that databases write around columns when they print an expression. */
  private static final Set<String> NOISE =
      Set.of(
          "and",
          "or",
          "not",
          "in",
          "between",
          "is",
          "null",
          "any",
          "all",
          "array",
          "check",
          "text",
          "character",
          "varying",
          "varchar",
          "bpchar",
          "numeric",
          "integer",
          "bigint",
          "smallint",
          "int",
          "boolean",
          "true",
          "false",
          "cast",
          "as",
          "like",
          "double",
          "precision",
          "real",
          "date",
          "timestamp",
          "time",
          "zone",
          "with",
          "without");

  private Mentions() {}

  /** The words of an expression that could be columns, in lower case. */
  static Set<String> words(String expression) {
    Set<String> words = new TreeSet<>();
    Matcher matcher = WORD.matcher(LITERAL.matcher(expression).replaceAll("''"));
    while (matcher.find()) {
      String word = matcher.group().toLowerCase(Locale.ROOT);
      if (!NOISE.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }

  /** Whether an expression may be about a column. */
  public static boolean mentions(String expression, String column) {
    return words(expression).contains(column.toLowerCase(Locale.ROOT));
  }
}
