package dev.autogen.migration;

import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.schema.QualifiedName;
import java.util.Map;
import java.util.TreeMap;

/** Values of one column taking other names at once. */
public final class RenameValueStep {

  private final QualifiedName table;
  private final String column;
  private final Slot<Map<String, String>> names;

  RenameValueStep(Scope scope, QualifiedName table, String column, Map<String, String> names) {
    this.table = table;
    this.column = column;
    this.names = new Slot<>(scope, names);
  }

  RenameValue change() {
    return new RenameValue(table, column, names.get());
  }

  /** Another value of the same column: it may take the name that one of these gives up. */
  public RenameValueStep and(String from, String to) {
    names.edit(
        known -> {
          Map<String, String> more = new TreeMap<>(known);
          more.put(from, to);
          return more;
        });
    return this;
  }
}
