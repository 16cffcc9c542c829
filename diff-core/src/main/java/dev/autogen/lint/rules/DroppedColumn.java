package dev.autogen.lint.rules;

import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.lint.Finding;
import dev.autogen.lint.Finding.Severity;
import dev.autogen.lint.Rule;
import dev.autogen.plan.Plan;
import java.util.List;

/**
 * DL02: a column is dropped, and its values with it. A generated column holds none of its own.
 * Where a downgrade could not give it any either, that is said too.
 */
public final class DroppedColumn implements Rule {

  @Override
  public List<Finding> check(Plan plan) {
    return plan.upgrade()
        .of(DropColumn.class)
        .filter(drop -> drop.column().generated().isEmpty())
        .map(
            drop ->
                new Finding(
                    "DL02",
                    Severity.DESTRUCTIVE,
                    drop.object(),
                    "The values of column \""
                        + drop.object()
                        + "\" are lost. If it has a new name, say so with --rename "
                        + drop.object()
                        + "=NEW."
                        + (drop.column().needsValue() && drop.fill().isEmpty()
                            ? " A downgrade has no value for it, and refuses a table that holds"
                                + " rows: give the step in the downgrade one, with filledWith, if"
                                + " there is any."
                            : "")))
        .toList();
  }
}
