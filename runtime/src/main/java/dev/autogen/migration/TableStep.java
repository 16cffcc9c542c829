package dev.autogen.migration;

import dev.autogen.change.TableChange.AlterTable;
import dev.autogen.schema.QualifiedName;

/** A table's options being changed: a side that is not mentioned has none. */
public final class TableStep {

  private final QualifiedName table;
  private final Slot<String> from;
  private final Slot<String> to;

  TableStep(Scope scope, QualifiedName table) {
    this.table = table;
    this.from = new Slot<>(scope, "");
    this.to = new Slot<>(scope, "");
  }

  AlterTable change() {
    return new AlterTable(table, from.get(), to.get());
  }

  /** What they were. */
  public TableStep fromOptions(String text) {
    from.edit(none -> text);
    return this;
  }

  /** What they become. */
  public TableStep options(String text) {
    to.edit(none -> text);
    return this;
  }
}
