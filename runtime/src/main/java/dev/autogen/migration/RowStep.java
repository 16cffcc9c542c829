package dev.autogen.migration;

import dev.autogen.change.ChangeSet;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A step that names the table and the columns whose rows it works on, and where it is taken. What
 * it says in SQL is not looked into.
 *
 * @param script the migration that takes it
 * @param step the step
 * @param table whose rows
 * @param isPossible whether the table is there then, with the columns that it takes
 */
record RowStep(MigrationScript script, Step step, QualifiedName table, boolean isPossible) {

  /** Those of some migrations, if they come behind {@code base}. */
  static List<RowStep> of(List<MigrationScript> scripts, Replay base) {
    List<RowStep> found = new ArrayList<>();
    Replay at = base;
    for (MigrationScript script : scripts) {
      for (Step step : Recording.of(script, Direction.UPGRADE, at.schema())) {
        if (step instanceof Step.Alter alter) {
          at = at.then(new ChangeSet(List.of(alter.change())));
        } else if (step instanceof Step.Insert insert) {
          found.add(of(script, insert, at.schema()));
        } else if (step instanceof Step.Backfill fill) {
          found.add(of(script, fill, at.schema()));
        }
      }
    }
    return found;
  }

  /** All that rows cannot do without needs a value. */
  private static RowStep of(MigrationScript script, Step.Insert insert, Schema schema) {
    boolean isPossible =
        hasColumns(schema, insert.table(), insert.columns())
            && schema.table(insert.table()).columns().stream()
                .filter(Column::needsValue)
                .map(Column::name)
                .allMatch(insert.columns()::contains);
    return new RowStep(script, insert, insert.table(), isPossible);
  }

  private static RowStep of(MigrationScript script, Step.Backfill fill, Schema schema) {
    return new RowStep(
        script, fill, fill.table(), hasColumns(schema, fill.table(), fill.values().keySet()));
  }

  private static boolean hasColumns(
      Schema schema, QualifiedName table, Collection<String> columns) {
    if (!schema.tables().contains(table.toString())) {
      return false;
    }
    Table there = schema.table(table);
    return columns.stream().allMatch(there.columns()::contains);
  }

  /** {@code insert 1 row into roles in 7f3a9c1e2b4d (first roles)}. */
  @Override
  public String toString() {
    return step.words() + " in " + script;
  }
}
