package dev.autogen.migration;

import dev.autogen.schema.QualifiedName;

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
   * @throws dev.autogen.schema.SchemaException if a quote is left open, or something follows a
   *     quoted name
   */
  public static QualifiedName parse(String text) {
    return QualifiedName.parse(text);
  }

  /** Writes a name so that {@link #parse} gives it back. */
  public static String text(QualifiedName name) {
    return name.toString();
  }
}
