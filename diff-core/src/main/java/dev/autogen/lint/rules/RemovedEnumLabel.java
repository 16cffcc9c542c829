package dev.autogen.lint.rules;

import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.lint.Finding;
import dev.autogen.lint.Finding.Severity;
import dev.autogen.lint.Rule;
import dev.autogen.plan.Plan;
import java.util.List;

/** DL06: a label is taken from an enum type. Rows that hold it make the upgrade fail. */
public final class RemovedEnumLabel implements Rule {

  @Override
  public List<Finding> check(Plan plan) {
    return plan.upgrade()
        .of(AlterEnumType.class)
        .filter(alter -> !alter.to().labels().containsAll(alter.from().labels()))
        .map(
            alter ->
                new Finding(
                    "DL06",
                    Severity.WARNING,
                    alter.object(),
                    "Enum type \""
                        + alter.from().name()
                        + "\" loses labels: rows that hold one make the upgrade fail."
                        + " If a label has a new name, say so with --rename."))
        .toList();
  }
}
