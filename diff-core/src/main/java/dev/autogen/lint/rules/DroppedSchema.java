package dev.autogen.lint.rules;

import dev.autogen.change.ObjectChange.DropSchema;
import dev.autogen.lint.Finding;
import dev.autogen.lint.Finding.Severity;
import dev.autogen.lint.Rule;
import dev.autogen.plan.Plan;
import java.util.List;

/** DL07: a schema is dropped. */
public final class DroppedSchema implements Rule {

  @Override
  public List<Finding> check(Plan plan) {
    return plan.upgrade()
        .of(DropSchema.class)
        .map(
            drop ->
                new Finding(
                    "DL07",
                    Severity.DESTRUCTIVE,
                    drop.object(),
                    "Schema \"" + drop.name() + "\" is dropped; it must be empty by then."))
        .toList();
  }
}
