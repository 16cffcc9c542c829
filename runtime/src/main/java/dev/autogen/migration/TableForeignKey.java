package dev.autogen.migration;

import dev.autogen.schema.ForeignKey;

/** A foreign key of a table being described. */
public final class TableForeignKey extends ForeignKeyFacets<TableForeignKey> implements TableParts {

  private final TableDefinition table;

  TableForeignKey(TableDefinition table, Slot<ForeignKey> key) {
    super(key);
    this.table = table;
  }

  @Override
  public TableDefinition table() {
    return table;
  }

  @Override
  TableForeignKey self() {
    return this;
  }
}
