package dev.autogen.plan;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.diff.Mentions;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * An order among computed columns of one table: one that is computed from another goes before it,
 * and comes after it.
 */
final class ComputedOrder {

  private final Schema before;
  private final Schema after;

  ComputedOrder(Schema before, Schema after) {
    this.before = before;
    this.after = after;
  }

  /** Where a change stands among those of its phase and table: the lowest first. */
  int place(Change change) {
    return switch (Phase.of(change)) {
      case DROP_COMPUTED_COLUMNS -> -depth(before, change);
      case ADD_COMPUTED_COLUMNS -> depth(after, change);
      default -> 0;
    };
  }

  private static int depth(Schema schema, Change change) {
    if (change instanceof AddColumn add) {
      return depth(schema, add.table(), add.column());
    }
    if (change instanceof DropColumn drop) {
      return depth(schema, drop.table(), drop.column());
    }
    return change instanceof AlterColumn alter
        ? Math.max(
            depth(schema, alter.table(), alter.from()), depth(schema, alter.table(), alter.to()))
        : 0;
  }

  private static int depth(Schema schema, QualifiedName name, Column column) {
    Optional<Table> table = schema.tables().find(name.toString());
    return table.map(found -> depth(found, column, new HashSet<>())).orElse(0);
  }

  private static int depth(Table table, Column column, Set<String> seen) {
    if (column.generated().isEmpty() || !seen.add(column.name())) {
      return 0;
    }
    String text = column.generated().get().expression();
    int deepest = 0;
    for (Column other : table.columns()) {
      if (Mentions.mentions(text, other.name())) {
        deepest = Math.max(deepest, depth(table, other, seen));
      }
    }
    seen.remove(column.name());
    return deepest + 1;
  }
}
