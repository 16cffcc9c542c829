package dev.autogen.dialect.postgresql;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.dialect.postgresql.PostgresqlDependents.Retyped;
import java.util.ArrayList;
import java.util.List;

/**
 * Which changes are done together: all from a computed column that goes to where the same one comes
 * back, so that what others built on it can go before and come back after.
 */
final class PostgresqlBatches {

  private PostgresqlBatches() {}

  static List<List<Change>> of(List<Change> changes) {
    List<List<Change>> batches = new ArrayList<>();
    int first = 0;
    int last = 0;
    for (int i = 0; i < changes.size(); i++) {
      last = Math.max(last, back(changes, i));
      if (i == last) {
        batches.add(List.copyOf(changes.subList(first, i + 1)));
        first = i + 1;
        last = first;
      }
    }
    return batches;
  }

  /** The columns of a batch that are dropped and come back. */
  static List<Retyped> madeAnew(List<Change> batch) {
    List<Retyped> columns = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      if (batch.get(i) instanceof DropColumn drop && back(batch, i) > i) {
        columns.add(new Retyped(drop.table(), drop.column().name()));
      }
    }
    return columns;
  }

  /** Where the column comes back that goes at a place, or that place. */
  private static int back(List<Change> changes, int place) {
    if (changes.get(place) instanceof DropColumn drop && drop.column().generated().isPresent()) {
      for (int i = place + 1; i < changes.size(); i++) {
        if (changes.get(i) instanceof AddColumn add
            && add.column().generated().isPresent()
            && add.object().equals(drop.object())) {
          return i;
        }
      }
    }
    return place;
  }
}
