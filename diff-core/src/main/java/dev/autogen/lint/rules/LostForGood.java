package dev.autogen.lint.rules;

import dev.autogen.lint.Finding;
import dev.autogen.lint.Finding.Severity;
import dev.autogen.lint.Rule;
import dev.autogen.plan.Plan;
import java.util.List;

/**
 * DL18: with what is dropped goes something that this tool does not hold and no statement gives
 * back: privileges, the tablespace of an index. A downgrade makes the thing again without it.
 */
public final class LostForGood implements Rule {

  @Override
  public List<Finding> check(Plan plan) {
    return plan.lost().stream()
        .filter(lost -> lost.restoring().isEmpty())
        .map(
            lost ->
                new Finding(
                    "DL18",
                    Severity.WARNING,
                    lost.object(),
                    "With \""
                        + lost.object()
                        + "\" goes "
                        + lost.detail()
                        + ", and no downgrade brings that back: keep a statement for it in the"
                        + " downgrade if it is needed."))
        .toList();
  }
}
