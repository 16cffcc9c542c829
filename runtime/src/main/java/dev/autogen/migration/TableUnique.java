package dev.autogen.migration;

import dev.autogen.schema.UniqueKey;

/** A unique constraint of a table being described. */
public final class TableUnique extends UniqueFacets<TableUnique> implements TableParts {

  private final TableDefinition table;

  TableUnique(TableDefinition table, Slot<UniqueKey> key) {
    super(key);
    this.table = table;
  }

  @Override
  public TableDefinition table() {
    return table;
  }

  @Override
  TableUnique self() {
    return this;
  }
}
