package dev.autogen.migration;

import dev.autogen.change.TableChange.CommentTable;
import dev.autogen.schema.QualifiedName;
import java.util.Optional;

/** A table's comment being set, changed, or removed: a side that is not mentioned has none. */
public final class CommentStep {

  private final QualifiedName table;
  private final Slot<Optional<String>> from;
  private final Slot<Optional<String>> to;

  CommentStep(Scope scope, QualifiedName table) {
    this.table = table;
    this.from = new Slot<>(scope, Optional.empty());
    this.to = new Slot<>(scope, Optional.empty());
  }

  CommentTable change() {
    return new CommentTable(table, from.get(), to.get());
  }

  /** What it was. */
  public CommentStep from(String text) {
    from.edit(none -> Optional.of(text));
    return this;
  }

  /** What it becomes. */
  public CommentStep to(String text) {
    to.edit(none -> Optional.of(text));
    return this;
  }
}
