package dev.autogen.dialect.sqlite;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ConstraintChange;
import dev.autogen.change.ConstraintChange.DropIndex;
import dev.autogen.change.ConstraintChange.RenameIndex;
import dev.autogen.change.TableChange.AlterTable;
import dev.autogen.change.TableChange.CommentTable;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts all changes of a table together, so that it is built anew once. A rename ends a group, for
 * SQLite makes it at once wherever the name stands. Within a group indexes go first, for their
 * names are those of all tables; then tables go, with what would have changed of them first, and
 * come; then each table changes. Foreign keys make no order: they are not looked at until the end.
 */
final class SqliteBatches {

  private final List<List<Change>> batches = new ArrayList<>();
  private final List<Change> droppedIndexes = new ArrayList<>();
  private final List<List<Change>> droppedTables = new ArrayList<>();
  private final Map<QualifiedName, List<Change>> created = new LinkedHashMap<>();
  private final Map<QualifiedName, List<Change>> altered = new LinkedHashMap<>();

  private SqliteBatches() {}

  static List<List<Change>> of(List<Change> changes) {
    SqliteBatches batches = new SqliteBatches();
    changes.forEach(batches::add);
    batches.endGroup();
    return batches.batches;
  }

  private void add(Change change) {
    Optional<QualifiedName> table = changedTable(change);
    if (change instanceof CreateTable create) {
      endGroupIf(altered.containsKey(create.definition().name()));
      created.put(create.definition().name(), new ArrayList<>(List.of(change)));
    } else if (change instanceof DropIndex drop && !created.containsKey(drop.table())) {
      endGroupIf(altered.containsKey(drop.table()) && createsIndex(drop));
      droppedIndexes.add(change);
    } else if (change instanceof DropTable drop) {
      endGroupIf(created.containsKey(drop.definition().name()));
      List<Change> last = altered.remove(drop.definition().name());
      List<Change> all = new ArrayList<>(last == null ? List.of() : last);
      all.add(drop);
      droppedTables.add(all);
    } else if (table.isPresent()) {
      List<Change> whole = created.get(table.get());
      (whole == null ? altered.computeIfAbsent(table.get(), name -> new ArrayList<>()) : whole)
          .add(change);
    } else {
      endGroup();
      batches.add(List.of(change));
    }
  }

  /** The table that a change alters by building it anew or beside that; empty for a rename. */
  private static Optional<QualifiedName> changedTable(Change change) {
    if (change instanceof RenameColumn || change instanceof RenameIndex) {
      return Optional.empty();
    }
    if (change instanceof ColumnChange column) {
      return Optional.of(column.table());
    }
    if (change instanceof CommentTable comment) {
      return Optional.of(comment.table());
    }
    if (change instanceof AlterTable options) {
      return Optional.of(options.table());
    }
    return change instanceof ConstraintChange constraint
        ? Optional.of(constraint.table())
        : Optional.empty();
  }

  private boolean createsIndex(DropIndex drop) {
    return altered.get(drop.table()).stream()
        .anyMatch(
            change ->
                change instanceof ConstraintChange.CreateIndex create
                    && create.index().name().equals(drop.index().name()));
  }

  private void endGroupIf(boolean ended) {
    if (ended) {
      endGroup();
    }
  }

  private void endGroup() {
    droppedIndexes.forEach(change -> batches.add(List.of(change)));
    batches.addAll(droppedTables);
    batches.addAll(created.values());
    batches.addAll(altered.values());
    droppedIndexes.clear();
    droppedTables.clear();
    created.clear();
    altered.clear();
  }
}
