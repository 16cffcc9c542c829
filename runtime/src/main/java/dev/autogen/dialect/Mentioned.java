package dev.autogen.dialect;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names in a statement as they are written: each of its words and of its quoted texts, for it
 * is not read as SQL. A word too many does no harm. None of either where anything may be meant.
 *
 * @param words the words, those in quotes too; a number alone is none
 * @param quoted the texts in quotes
 * @param qualifiers those of both that a dot follows, as the name of a schema has it
 * @param table the table that it makes or alters, or makes an index of, where that is all it does
 *     and no schema is named
 */
public record Mentioned(
    Set<String> words, Set<String> quoted, Set<String> qualifiers, Optional<String> table) {

  /** What Java work may be about. */
  public static final Mentioned ANYTHING =
      new Mentioned(Set.of(), Set.of(), Set.of(), Optional.empty());

  private static final String DOT = "((?:\\s|/\\*.*?\\*/)*\\.)?";
  private static final Pattern QUOTED =
      Pattern.compile("(?:\"((?:[^\"]|\"\")+)\"|`((?:[^`]|``)+)`)" + DOT, Pattern.DOTALL);
  private static final Pattern WORD =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_$])(?!\\d+(?![\\p{L}\\p{N}_$]))([\\p{L}\\p{N}_$]+)" + DOT,
          Pattern.DOTALL);

  private static final String NAME =
      "(?:`([^`]++)`(?!`)|\"([^\"]++)\"(?!\")|([\\p{L}\\p{N}_$]++))(?!\\s*(?:\\.|/\\*|--))";
  private static final Pattern TABLE =
      Pattern.compile(
          "\\s*(?:(?:create|alter)\\s+table|create\\s+(?:unique\\s+)?index\\s+"
              + NAME.replace("([", "(?:[")
              + "\\s+on)\\s+(?:if\\s+(?:not\\s+)?exists\\s+)?+"
              + NAME
              + ".*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  public Mentioned {
    words = Set.copyOf(words);
    quoted = Set.copyOf(quoted);
    qualifiers = Set.copyOf(qualifiers);
  }

  public static Mentioned in(String sql) {
    Set<String> texts = new TreeSet<>();
    Set<String> words = new TreeSet<>();
    Set<String> qualifiers = new TreeSet<>();
    Matcher quoted = QUOTED.matcher(sql);
    while (quoted.find()) {
      String name =
          quoted.group(1) == null
              ? quoted.group(2).replace("``", "`")
              : quoted.group(1).replace("\"\"", "\"");
      texts.add(name);
      if (quoted.group(3) != null) {
        qualifiers.add(name);
      }
    }
    Matcher word = WORD.matcher(sql);
    while (word.find()) {
      words.add(word.group(1));
      if (word.group(2) != null) {
        qualifiers.add(word.group(1));
      }
    }
    Matcher table = TABLE.matcher(sql);
    return new Mentioned(
        words,
        texts,
        qualifiers,
        table.matches()
            ? Stream.of(1, 2, 3).map(table::group).filter(Objects::nonNull).findFirst()
            : Optional.empty());
  }

  public boolean isAnything() {
    return words.isEmpty() && quoted.isEmpty();
  }

  /** Whether a word is among them, in any case. */
  public boolean has(String name) {
    return isAnything() || names().anyMatch(name::equalsIgnoreCase);
  }

  /**
   * A condition of SQL: that an expression is one of the names. It compares the expression as it
   * is, since a catalog finds a name by an index, but not what a function makes of it.
   */
  public String condition(String expression, Dialect dialect) {
    return isAnything() ? "1 = 1" : isOneOf(expression, names(), dialect);
  }

  /**
   * The same of the one table, where that is all that is meant: a catalog need not look further.
   */
  public String tableCondition(String expression, Dialect dialect) {
    return table
        .map(name -> isOneOf(expression, Stream.of(name), dialect))
        .orElseGet(() -> condition(expression, dialect));
  }

  private Stream<String> names() {
    return Stream.concat(words.stream(), quoted.stream());
  }

  /** The same of the qualifiers alone, of which there are some. */
  public String qualified(String expression, Dialect dialect) {
    return isOneOf(expression, qualifiers.stream(), dialect);
  }

  /** As it is written, in lower and in upper case: as a database keeps what is not quoted. */
  private static String isOneOf(String expression, Stream<String> names, Dialect dialect) {
    return names
        .flatMap(n -> Stream.of(n, n.toLowerCase(Locale.ROOT), n.toUpperCase(Locale.ROOT)))
        .map(dialect::kept)
        .distinct()
        .sorted()
        .map(dialect::literal)
        .collect(Collectors.joining(", ", expression + " in (", ")"));
  }
}
