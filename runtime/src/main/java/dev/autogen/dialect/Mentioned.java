package dev.autogen.dialect;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names in a statement: each of its words and of its quoted texts, for it is not read as SQL. A
 * word too many does no harm.
 *
 * @param names as they are written, and all in lower and all in upper case; empty where anything
 *     may be meant
 * @param qualifiers those of them that a dot follows, as the name of a schema has it
 */
public record Mentioned(Set<String> names, Set<String> qualifiers) {

  /** What Java work may be about. */
  public static final Mentioned ANYTHING = new Mentioned(Set.of(), Set.of());

  private static final String DOT = "((?:\\s|/\\*.*?\\*/)*\\.)?";
  private static final Pattern QUOTED =
      Pattern.compile("(?:\"((?:[^\"]|\"\")+)\"|`((?:[^`]|``)+)`)" + DOT, Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("([\\p{L}\\p{N}_$]+)" + DOT, Pattern.DOTALL);

  public Mentioned {
    names = Set.copyOf(names);
    qualifiers = Set.copyOf(qualifiers);
  }

  public static Mentioned in(String sql) {
    Set<String> names = new TreeSet<>();
    Set<String> qualifiers = new TreeSet<>();
    Matcher quoted = QUOTED.matcher(sql);
    while (quoted.find()) {
      String name =
          quoted.group(1) == null
              ? quoted.group(2).replace("``", "`")
              : quoted.group(1).replace("\"\"", "\"");
      addSpellings(names, name);
      if (quoted.group(3) != null) {
        addSpellings(qualifiers, name);
      }
    }
    Matcher words = WORD.matcher(sql);
    while (words.find()) {
      addSpellings(names, words.group(1));
      if (words.group(2) != null) {
        addSpellings(qualifiers, words.group(1));
      }
    }
    return new Mentioned(names, qualifiers);
  }

  private static void addSpellings(Set<String> names, String name) {
    names.add(name);
    names.add(name.toLowerCase(Locale.ROOT));
    names.add(name.toUpperCase(Locale.ROOT));
  }

  public boolean isAnything() {
    return names.isEmpty();
  }

  /** Whether a word is among them, in any case. */
  public boolean has(String name) {
    return isAnything() || names.contains(name.toLowerCase(Locale.ROOT));
  }

  /**
   * A condition of SQL: that an expression is one of the names. It compares the expression as it
   * is, since a catalog finds a name by an index, but not what a function makes of it.
   */
  public String condition(String expression, Dialect dialect) {
    return isAnything() ? "1 = 1" : isOneOf(expression, names, dialect);
  }

  /** The same of the qualifiers alone, of which there are some. */
  public String qualified(String expression, Dialect dialect) {
    return isOneOf(expression, qualifiers, dialect);
  }

  private static String isOneOf(String expression, Set<String> names, Dialect dialect) {
    return names.stream()
        .map(dialect::kept)
        .distinct()
        .sorted()
        .map(dialect::literal)
        .collect(Collectors.joining(", ", expression + " in (", ")"));
  }
}
