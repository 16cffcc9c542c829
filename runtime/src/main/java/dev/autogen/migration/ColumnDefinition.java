package dev.autogen.migration;

import dev.autogen.schema.Column;

/** A column that something else mentions: what {@code existing} and {@code usedBy} describe. */
public final class ColumnDefinition extends ColumnFacets<ColumnDefinition> {

  ColumnDefinition(Slot<Column> column) {
    super(column);
  }

  @Override
  ColumnDefinition self() {
    return this;
  }
}
