package dev.autogen.migration;

import dev.autogen.schema.Column;

/** A column of a table being described. */
public final class TableColumn extends ColumnFacets<TableColumn> implements TableParts {

  private final TableDefinition table;

  TableColumn(TableDefinition table, Slot<Column> column) {
    super(column);
    this.table = table;
  }

  @Override
  public TableDefinition table() {
    return table;
  }

  @Override
  TableColumn self() {
    return this;
  }
}
