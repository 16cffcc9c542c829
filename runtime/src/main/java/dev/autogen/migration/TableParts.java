package dev.autogen.migration;

import dev.autogen.schema.ColumnType;

/**
 * What a table is made of. Each part is followed by calls that say more about it, and then, if one
 * likes, by the next part: {@code table.column("id", bigint()).notNull().column("name", text())}.
 */
public interface TableParts {

  /** The table that the parts belong to. */
  TableDefinition table();

  /** A column, which may be null unless the calls that follow say otherwise. */
  default TableColumn column(String name, ColumnType type) {
    return table().addColumn(name, type);
  }

  /** The primary key. */
  default TableDefinition primaryKey(String name, String... columns) {
    return table().addPrimaryKey(name, columns);
  }

  /** A unique constraint. */
  default TableUnique unique(String name, String... columns) {
    return table().addUnique(name, columns);
  }

  /** A check; {@code condition} is SQL, without {@code check} and enclosing parentheses. */
  default TableDefinition check(String name, String condition) {
    return table().addCheck(name, condition);
  }

  /** A foreign key; the calls that follow say what it references. */
  default TableForeignKey foreignKey(String name, String... columns) {
    return table().addForeignKey(name, columns);
  }

  /** An index on columns; the calls that follow add keys and say more. */
  default TableIndex index(String name, String... columns) {
    return table().addIndex(name, columns);
  }
}
