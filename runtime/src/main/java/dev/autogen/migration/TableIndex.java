package dev.autogen.migration;

import dev.autogen.schema.Index;

/** An index of a table being described. */
public final class TableIndex extends IndexFacets<TableIndex> implements TableParts {

  private final TableDefinition table;

  TableIndex(TableDefinition table, Slot<Index> index) {
    super(index);
    this.table = table;
  }

  @Override
  public TableDefinition table() {
    return table;
  }

  @Override
  TableIndex self() {
    return this;
  }
}
