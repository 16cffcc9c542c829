package dev.autogen.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type taken apart: {@code time(6) with time zone} is {@code time with time zone} of {@code 6}.
 * Does not know which types there are.
 *
 * @param name the words of the type, in lower case, one space between them
 * @param arguments what stands in the parentheses, as written but for spaces
 */
public record TypeText(String name, List<String> arguments) {

  private static final Pattern SCALAR =
      Pattern.compile("([a-z0-9_.$ ]+?)(?:\\(([^()']*)\\))?( with(?:out)? time zone)?");
  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,15}) ?([kmgtp]?)(?: ?(?:char|byte|octet|character)s?)?");

  private static final Pattern ARRAY =
      Pattern.compile(
          "(.*?) ?((?:\\[\\d*]|\\barray\\b(?:\\[\\d*])?)(?: ?\\[\\d*]| array(?:\\[\\d*])?)*)");

  public TypeText {
    arguments = List.copyOf(arguments);
  }

  /** A type of an array's elements, and the array's brackets as they were written. */
  public record ArrayText(String element, String brackets) {}

  /**
   * The text in lower case but for what stands in quotes, with one space between words and none
   * around punctuation.
   */
  public static String normalized(String sql) {
    StringBuilder out = new StringBuilder();
    char quote = 0;
    for (char c : sql.strip().toCharArray()) {
      if (quote != 0) {
        out.append(c);
        quote = c == quote ? 0 : quote;
      } else if (Character.isWhitespace(c)) {
        appendSpace(out);
      } else {
        quote = c == '"' || c == '\'' ? c : 0;
        appendTight(out, c);
      }
    }
    return out.toString().strip();
  }

  /** The type taken apart, or empty for one with quotes or with several parentheses. */
  public static Optional<TypeText> parse(String normalized) {
    Matcher matcher = SCALAR.matcher(normalized);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String zone = matcher.group(3) == null ? "" : matcher.group(3);
    List<String> arguments =
        matcher.group(2) == null ? List.of() : List.of(matcher.group(2).split(","));
    return Optional.of(new TypeText(matcher.group(1) + zone, arguments));
  }

  /** The array taken apart, or empty for what is no array. */
  public static Optional<ArrayText> array(String normalized) {
    Matcher matcher = ARRAY.matcher(normalized);
    return matcher.matches() && !matcher.group(1).isEmpty()
        ? Optional.of(new ArrayText(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /**
   * The first argument as a number, with a {@code k} or {@code m} behind it as so many times 1024,
   * or {@code otherwise} where there is none that can be read. A unit behind it does not count.
   */
  public long argument(long otherwise) {
    Matcher number = NUMBER.matcher(arguments.isEmpty() ? "" : arguments.get(0).strip());
    if (!number.matches()) {
      return otherwise;
    }
    int power = " kmgtp".indexOf((number.group(2) + " ").charAt(0));
    return Long.parseLong(number.group(1)) << (10 * power);
  }

  /** {@code (10,2)}, or nothing. */
  public String parentheses() {
    return arguments.isEmpty() ? "" : "(" + String.join(",", arguments) + ")";
  }

  private static void appendSpace(StringBuilder out) {
    if (!out.isEmpty() && " (,.[".indexOf(out.charAt(out.length() - 1)) < 0) {
      out.append(' ');
    }
  }

  private static void appendTight(StringBuilder out, char c) {
    if ("(),.[]".indexOf(c) >= 0 && !out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    if (!out.isEmpty() && out.charAt(out.length() - 1) == ')' && Character.isLetter(c)) {
      out.append(' ');
    }
    out.append(String.valueOf(c).toLowerCase(Locale.ROOT));
  }
}
