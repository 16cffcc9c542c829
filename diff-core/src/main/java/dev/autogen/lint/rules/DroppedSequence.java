package dev.autogen.lint.rules;

import dev.autogen.change.ObjectChange.DropSequence;
import dev.autogen.lint.Finding;
import dev.autogen.lint.Finding.Severity;
import dev.autogen.lint.Rule;
import dev.autogen.plan.Plan;
import java.util.List;

/** DL10: a sequence is dropped, and the value that it has reached: one made again starts over. */
public final class DroppedSequence implements Rule {

  @Override
  public List<Finding> check(Plan plan) {
    return plan.upgrade()
        .of(DropSequence.class)
        .map(
            drop ->
                new Finding(
                    "DL10",
                    Severity.DESTRUCTIVE,
                    drop.object(),
                    "The value that sequence \""
                        + drop.sequence().name()
                        + "\" has reached is lost; a downgrade starts it over."))
        .toList();
  }
}
