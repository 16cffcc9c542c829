package dev.autogen.lint.rules;

import dev.autogen.change.TableChange.DropTable;
import dev.autogen.lint.Finding;
import dev.autogen.lint.Finding.Severity;
import dev.autogen.lint.Rule;
import dev.autogen.plan.Plan;
import java.util.List;

/** DL01: a table is dropped, and its rows with it. */
public final class DroppedTable implements Rule {

  @Override
  public List<Finding> check(Plan plan) {
    return plan.upgrade()
        .of(DropTable.class)
        .map(
            drop ->
                new Finding(
                    "DL01",
                    Severity.DESTRUCTIVE,
                    drop.object(),
                    "The rows of table \""
                        + drop.definition().name()
                        + "\" are lost; a downgrade brings the table back empty."))
        .toList();
  }
}
