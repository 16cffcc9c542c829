package dev.autogen.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text that nobody vouches for, as Java source: it can neither end the literal or comment that it
 * stands in, nor open a unicode escape.
 */
final class Literal {

  /** What one constant of a class file holds, whatever the characters: 65,535 bytes. */
  private static final int LONGEST_CONSTANT = 65_535 / 3;

  private Literal() {}

  /** A string literal. */
  static String string(String text) {
    return quoted(text);
  }

  /** The text in pieces that each fit into a constant: most often one. */
  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    do {
      int to = Math.min(text.length(), from + LONGEST_CONSTANT);
      pieces.add(text.substring(from, to));
      from = to;
    } while (from < text.length());
    return pieces;
  }

  /** A whole number. */
  static String number(long value) {
    return value == (int) value ? Long.toString(value) : value + "L";
  }

  /** Words of a Javadoc comment: on one line, without tags, entities and markup. */
  static String javadoc(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                safe.append(' ');
              } else if ("<>&@{}*/\\".indexOf(c) >= 0 || !printable(c)) {
                safe.append("&#").append(c).append(';');
              } else {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString().strip().replaceAll(" +", " ");
  }

  private static String quoted(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(literal, c));
    return literal.append('"').toString();
  }

  private static void append(StringBuilder literal, int c) {
    switch (c) {
      case '"' -> literal.append("\\\"");
      case '\\' -> literal.append("\\\\");
      case '\n' -> literal.append("\\n");
      case '\r' -> literal.append("\\r");
      case '\t' -> literal.append("\\t");
      default -> {
        if (c == ' ' || printable(c)) {
          literal.appendCodePoint(c);
        } else {
          for (char unit : Character.toChars(c)) {
            literal.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
          }
        }
      }
    }
  }

  /** Whether it shows as itself: not a control, not a direction mark, not half of a pair. */
  private static boolean printable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
