package dev.autogen.schema;

import java.util.Objects;

/**
 * What one thing in a schema is called, whatever kind of thing it is.
 *
 * @param kind what it is
 * @param owner the table it belongs to, or its own name where it belongs to none
 * @param name its name within the owner, or the empty string where it belongs to none
 */
public record ObjectName(Kind kind, QualifiedName owner, String name)
    implements Comparable<ObjectName> {

  /** The kinds of things that someone can declare. */
  public enum Kind {
    SCHEMA,
    ENUM_TYPE,
    SEQUENCE,
    TABLE,
    TABLE_COMMENT,
    OPTION,
    COLUMN,
    COLUMN_DEFAULT,
    COLUMN_IDENTITY,
    COLUMN_GENERATED,
    COLUMN_COLLATION,
    COLUMN_COMMENT,
    CONSTRAINT,
    INDEX;

    /** Whether it is a property of a column, named for the column. */
    public boolean ofColumn() {
      return name().startsWith("COLUMN_");
    }
  }

  public ObjectName {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(name, "name");
  }

  public static ObjectName schema(String name) {
    return new ObjectName(Kind.SCHEMA, QualifiedName.of(name), "");
  }

  public static ObjectName table(QualifiedName name) {
    return new ObjectName(Kind.TABLE, name, "");
  }

  public static ObjectName column(QualifiedName table, String column) {
    return new ObjectName(Kind.COLUMN, table, column);
  }

  public static ObjectName constraint(QualifiedName table, String name) {
    return new ObjectName(Kind.CONSTRAINT, table, name);
  }

  public static ObjectName index(QualifiedName table, String name) {
    return new ObjectName(Kind.INDEX, table, name);
  }

  public static ObjectName sequence(QualifiedName name) {
    return new ObjectName(Kind.SEQUENCE, name, "");
  }

  public static ObjectName enumType(QualifiedName name) {
    return new ObjectName(Kind.ENUM_TYPE, name, "");
  }

  /** An option of a table or of a sequence. */
  public static ObjectName option(QualifiedName owner, String option) {
    return new ObjectName(Kind.OPTION, owner, option);
  }

  @Override
  public int compareTo(ObjectName other) {
    int byOwner = owner.compareTo(other.owner);
    if (byOwner != 0) {
      return byOwner;
    }
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : name.compareTo(other.name);
  }

  /** {@code users}, or {@code users.email} for what belongs to a table. */
  @Override
  public String toString() {
    return name.isEmpty() ? owner.toString() : owner + "." + name;
  }
}
