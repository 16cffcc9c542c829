package dev.autogen.migration;

import dev.autogen.schema.Column;
import java.util.Optional;

/** A column being added or dropped. */
public final class ColumnStep extends ColumnFacets<ColumnStep> {

  private final Slot<Optional<String>> fill;

  ColumnStep(Slot<Column> column) {
    super(column);
    this.fill = new Slot<>(column.scope(), Optional.empty());
  }

  /**
   * The rows that are there already get the value of this SQL expression, when the column comes
   * into being or comes back.
   */
  public ColumnStep filledWith(String sql) {
    fill.edit(none -> Optional.of(sql));
    return this;
  }

  Optional<String> fill() {
    return fill.get();
  }

  @Override
  ColumnStep self() {
    return this;
  }
}
