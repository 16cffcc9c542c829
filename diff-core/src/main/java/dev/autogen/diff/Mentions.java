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

  /** A type behind a cast, which has the name of many a column: {@code ::text}. */
  private static final Pattern TYPE =
      Pattern.compile(
          "(?:::|\\bas\\b)\\s*[\\w.\"]+(?:\\s+(?:varying|precision|with(?:out)?\\s+time\\s+zone))?"
              + "|\\b(?:date|time|timestamp|interval)\\s*''",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|`[^`]*`");

  /** No function: {@code date(x)}. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*+(?!\\s*\\()");

  /** Words that are a column's name between quotes alone. */
  private static final Set<String> RESERVED =
      Set.of(
          "and", "or", "not", "in", "between", "is", "null", "any", "all", "check", "true", "false",
          "cast", "as", "like", "with");

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

  /** Whether an expression may be about a column, quoted or not. */
  public static boolean mentions(String expression, String column) {
    String rest = TYPE.matcher(LITERAL.matcher(expression).replaceAll("''")).replaceAll(" ");
    Matcher quoted = QUOTED.matcher(rest);
    while (quoted.find()) {
      String name = quoted.group();
      if (name.substring(1, name.length() - 1).equalsIgnoreCase(column)) {
        return true;
      }
    }
    if (rest.toLowerCase(Locale.ROOT).contains("[" + column.toLowerCase(Locale.ROOT) + "]")) {
      return true; // As SQLite quotes too.
    }
    Matcher word = NAME.matcher(QUOTED.matcher(rest).replaceAll("\"\""));
    while (word.find()) {
      if (word.group().equalsIgnoreCase(column)
          && !RESERVED.contains(column.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
