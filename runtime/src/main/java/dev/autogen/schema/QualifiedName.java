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
   * Reads {@code name} or {@code schema.name}, split at the first dot: what {@link #toString}
   * prints, for names that hold no dot of their own.
   */
  public static QualifiedName parse(String text) {
    int dot = text.indexOf('.');
    return dot < 0 ? of(text) : new QualifiedName(text.substring(0, dot), text.substring(dot + 1));
  }

  public QualifiedName named(String newName) {
    return new QualifiedName(schema, newName);
  }

  @Override
  public int compareTo(QualifiedName other) {
    int bySchema = schema.compareTo(other.schema);
    return bySchema != 0 ? bySchema : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return schema.isEmpty() ? name : schema + "." + name;
  }
}
