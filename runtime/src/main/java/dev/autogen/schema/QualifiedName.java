package dev.autogen.schema;

import java.util.Objects;

/**
 * Where a table, sequence or type lives. Compared as written: dialects settle the case of a name
 * before it gets here.
 *
 * @param schema the schema, or the empty string for the one that the connection starts in
 * @param name the name within the schema
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {

  public QualifiedName {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(name, "name");
  }

  /** A name in the default schema. */
  public static QualifiedName of(String name) {
    return new QualifiedName("", name);
  }

  /**
   * Reads what {@link #toString} prints.
   *
   * @throws SchemaException if a quote is left open, or something follows a quoted name
   */
  public static QualifiedName parse(String text) {
    int dot = endOfFirstPart(text);
    if (dot == text.length()) {
      return of(part(text, text));
    }
    return new QualifiedName(
        part(text, text.substring(0, dot)), part(text, text.substring(dot + 1)));
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

  public QualifiedName named(String newName) {
    return new QualifiedName(schema, newName);
  }

  @Override
  public int compareTo(QualifiedName other) {
    int bySchema = schema.compareTo(other.schema);
    return bySchema != 0 ? bySchema : name.compareTo(other.name);
  }

  /**
   * {@code users} or {@code crm.users}; as in SQL in double quotes, {@code crm."odd.name"}, where a
   * part holds a dot or begins with a quote, so that no two names read the same.
   */
  @Override
  public String toString() {
    return schema.isEmpty() ? quoted(name) : quoted(schema) + "." + quoted(name);
  }
}
