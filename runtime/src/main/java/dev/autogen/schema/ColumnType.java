package dev.autogen.schema;

import java.util.Objects;

/**
 * A column's type, as SQL text in canonical spelling.
 *
 * <p>Where a portable type says it all, the spelling is the portable one ({@code varchar(20)},
 * {@code timestamp(6) with time zone}, {@code numeric(19,2)}); where none does, it is the
 * database's own ({@code citext}, {@code jsonb}). A dialect turns what it reads into this spelling,
 * so that types compare with {@code equals}.
 *
 * @param sql the type as it would stand in a column definition, without anything that is not type
 */
public record ColumnType(String sql) {

  /** The type of a column that is named without having been seen: equal to no real type. */
  public static final ColumnType UNKNOWN = new ColumnType("?");

  public ColumnType {
    Objects.requireNonNull(sql, "sql");
  }

  /** The same type after the enum type that it names, itself or in an array, took a new name. */
  public ColumnType renaming(QualifiedName from, QualifiedName to) {
    String old = ExpressionText.type(from);
    return sql.equals(old) || sql.equals(old + "[]")
        ? new ColumnType(ExpressionText.type(to) + sql.substring(old.length()))
        : this;
  }

  @Override
  public String toString() {
    return sql;
  }
}
