package dev.autogen.lint.rules;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.lint.Finding;
import dev.autogen.lint.Finding.Severity;
import dev.autogen.lint.Rule;
import dev.autogen.plan.Plan;
import java.util.List;
import java.util.Set;

/**
 * DL05: a column's type changes to one that rounds its values without an error: fewer digits after
 * the point, a shorter fraction of a second, single for double precision, a number for a fraction,
 * a day for a moment.
 */
public final class LossyTypeChange implements Rule {

  private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");
  private static final Set<String> FRACTIONS = Set.of("numeric", "real", "double precision");

  @Override
  public List<Finding> check(Plan plan) {
    return plan.upgrade()
        .of(AlterColumn.class)
        .filter(alter -> rounds(TypeShape.of(alter.from().type()), TypeShape.of(alter.to().type())))
        .map(
            alter ->
                new Finding(
                    "DL05",
                    Severity.DESTRUCTIVE,
                    alter.object(),
                    "The values of column \""
                        + alter.object()
                        + "\" are rounded from "
                        + alter.from().type()
                        + " to "
                        + alter.to().type()
                        + "; a downgrade does not bring them back."))
        .toList();
  }

  private static boolean rounds(TypeShape from, TypeShape to) {
    if (FRACTIONS.contains(from.word()) && WHOLE.contains(to.word())) {
      return true;
    }
    if (from.word().equals("double precision") && to.word().equals("real")) {
      return true;
    }
    if (from.word().equals("numeric") && to.word().equals("numeric")) {
      return to.second().isPresent() && from.second().orElse(Integer.MAX_VALUE) > to.second().get();
    }
    boolean moments = from.word().startsWith("time") && to.word().startsWith("time");
    if (moments && from.first().orElse(0) > to.first().orElse(0)) {
      return true;
    }
    return from.word().startsWith("timestamp")
        && (to.word().equals("date") || to.word().equals("time"));
  }
}
