package dev.autogen.dialect;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How one database folds, cuts and quotes names. Knows nothing of schemas or of which names exist.
 *
 * @param folding what becomes of an identifier without quotes
 * @param reserved the words, in lower case, that are no names unless in quotes
 * @param dollars whether a name may hold a {@code $} without quotes
 * @param cut what the database keeps of a name that is too long
 */
public record Identifiers(
    Folding folding, Set<String> reserved, boolean dollars, UnaryOperator<String> cut) {

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
  private static final Pattern PLAIN_WITH_DOLLARS = Pattern.compile("[a-z_][a-z0-9_$]*");

  /** What a database makes of an identifier without quotes. */
  public enum Folding {
    /** Lower case, of ASCII letters only. */
    LOWER,
    /** Upper case. */
    UPPER,
    /** Nothing: it is kept as written. */
    NONE
  }

  public Identifiers {
    reserved = Set.copyOf(reserved);
  }

  /**
   * The name of the model for a stored name, and back: upper and lower case change places where the
   * database folds to upper case, names in both cases stay. Its own inverse.
   */
  public String swapped(String name) {
    if (folding != Folding.UPPER) {
      return name;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    String upper = name.toUpperCase(Locale.ROOT);
    if (name.equals(upper) && lower.toUpperCase(Locale.ROOT).equals(name)) {
      return lower;
    }
    return name.equals(lower) && upper.toLowerCase(Locale.ROOT).equals(name) ? upper : name;
  }

  /** The name of the model for an identifier that someone wrote. */
  public String read(String text, boolean quoted) {
    return swapped(cut.apply(quoted ? text : fold(text)));
  }

  /** A name of the model as SQL. */
  public String write(String name) {
    return plain(name) && !reserved.contains(name) ? name : quote(swapped(name));
  }

  /** A stored name in double quotes, those within it doubled. */
  public static String quote(String stored) {
    return '"' + stored.replace("\"", "\"\"") + '"';
  }

  /**
   * A name as it is, for a database that refuses longer ones and does not cut them.
   *
   * @param most how many characters it takes
   * @throws UnsupportedChangeException if the name has more
   */
  public static String requireLength(String name, int most) {
    int length = name.codePointCount(0, name.length());
    if (length > most) {
      throw new UnsupportedChangeException(
          "The name \""
              + name
              + "\" has "
              + length
              + " characters, and the database takes no more than "
              + most
              + ". State a shorter one in the mapping.");
    }
    return name;
  }

  private String fold(String text) {
    return switch (folding) {
      case LOWER -> lowerAscii(text);
      case UPPER -> text.toUpperCase(Locale.ROOT);
      case NONE -> text;
    };
  }

  /** PostgreSQL folds nothing but ASCII in an encoding of several bytes. */
  private static String lowerAscii(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        lower.setCharAt(i, (char) (c + ('a' - 'A')));
      }
    }
    return lower.toString();
  }

  private boolean plain(String name) {
    return (dollars ? PLAIN_WITH_DOLLARS : PLAIN).matcher(name).matches();
  }
}
