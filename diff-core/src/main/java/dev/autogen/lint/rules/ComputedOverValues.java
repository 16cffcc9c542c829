package dev.autogen.lint.rules;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.lint.Finding;
import dev.autogen.lint.Finding.Severity;
import dev.autogen.lint.Rule;
import dev.autogen.plan.Plan;
import java.util.List;

/**
 * DL16: a column that holds values becomes a computed one. What was stored is lost; what is
 * computed takes its place. A computed column that is computed otherwise loses nothing.
 */
public final class ComputedOverValues implements Rule {

  @Override
  public List<Finding> check(Plan plan) {
    return plan.upgrade()
        .of(AlterColumn.class)
        .filter(alter -> alter.from().generated().isEmpty() && alter.to().generated().isPresent())
        .map(
            alter ->
                new Finding(
                    "DL16",
                    Severity.DESTRUCTIVE,
                    alter.object(),
                    "The values of column \""
                        + alter.object()
                        + "\" are replaced by computed ones; a downgrade does not bring them"
                        + " back."))
        .toList();
  }
}
