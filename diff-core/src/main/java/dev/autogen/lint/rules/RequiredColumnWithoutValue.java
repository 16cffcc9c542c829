package dev.autogen.lint.rules;

import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.lint.Finding;
import dev.autogen.lint.Finding.Severity;
import dev.autogen.lint.Rule;
import dev.autogen.plan.Plan;
import java.util.List;

/**
 * DD01: a new column must have a value, has no default, and nothing says what the rows that are
 * there already get. The upgrade refuses a table that holds rows.
 */
public final class RequiredColumnWithoutValue implements Rule {

  @Override
  public List<Finding> check(Plan plan) {
    return plan.upgrade()
        .of(AddColumn.class)
        .filter(add -> add.fill().isEmpty() && add.column().needsValue())
        .map(
            add ->
                new Finding(
                    "DD01",
                    Severity.WARNING,
                    add.object(),
                    "Column \""
                        + add.object()
                        + "\" must have a value, and nothing says which one the rows get that are"
                        + " there already. Give one with --fill "
                        + add.object()
                        + "=SQL, or the attribute a default."))
        .toList();
  }
}
