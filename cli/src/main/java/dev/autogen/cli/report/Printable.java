package dev.autogen.cli.report;

/**
 * Makes text from a database safe to print: a name or a comment may hold escape sequences that
 * would command a terminal, or characters that would reorder a line.
 */
public final class Printable {

  private Printable() {}

  /** The text on one line, with control and direction characters written as Java escapes. */
  public static String line(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\n' -> safe.append("\\n");
                case '\r' -> safe.append("\\r");
                case '\t' -> safe.append("\\t");
                default -> {
                  if (isUnsafe(c)) {
                    safe.append(String.format("\\u%04x", c));
                  } else {
                    safe.appendCodePoint(c);
                  }
                }
              }
            });
    return safe.toString();
  }

  /** As {@link #line}, but line feeds and tabs stay. */
  public static String lines(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (String part : text.split("(?<=[\n\t])|(?=[\n\t])")) {
      safe.append(part.equals("\n") || part.equals("\t") ? part : line(part));
    }
    return safe.toString();
  }

  private static boolean isUnsafe(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
