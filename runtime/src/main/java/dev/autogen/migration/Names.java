package dev.autogen.migration;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SchemaException;

/**
 * How a migration writes where something lives: {@code users}, {@code crm.users}, and as in SQL
 * {@code "odd.name"} or {@code crm."odd.name"}, in double quotes, for a part that holds a dot or
 * begins with a quote. A double quote within quotes is written twice.
 */
public final class Names {

  private Names() {}

  /**
   * Reads what {@link #text} writes.
   *
   * @throws SchemaException if a quote is left open, or something follows a quoted name
   */
  public static QualifiedName parse(String text) {
    int dot = endOfFirstPart(text);
    if (dot == text.length()) {
      return QualifiedName.of(part(text, text));
    }
    return new QualifiedName(
        part(text, text.substring(0, dot)), part(text, text.substring(dot + 1)));
  }

  /** Writes a name so that {@link #parse} gives it back. */
  public static String text(QualifiedName name) {
    return name.schema().isEmpty()
        ? quoted(name.name())
        : quoted(name.schema()) + "." + quoted(name.name());
  }

  private static int endOfFirstPart(String text) {
    boolean quotable = text.startsWith("\"");
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && quotable) {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        return i;
      }
    }
    return text.length();
  }

  private static String part(String whole, String part) {
    if (!part.startsWith("\"")) {
      return part;
    }
    String inner =
        part.length() > 1 && part.endsWith("\"") ? part.substring(1, part.length() - 1) : "\"";
    if (inner.replace("\"\"", "").contains("\"")) {
      throw new SchemaException(
          "Cannot read the name "
              + whole
              + ": its quotes do not match. Write a double quote within quotes twice.");
    }
    return inner.replace("\"\"", "\"");
  }

  private static String quoted(String part) {
    return part.isEmpty() || part.startsWith("\"") || part.contains(".")
        ? "\"" + part.replace("\"", "\"\"") + "\""
        : part;
  }
}
