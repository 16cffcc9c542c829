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
 * the point, a shorter fraction of a second, floating point for exact numbers, a whole number for a
 * fraction, true for any number, a day for a moment.
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
    return roundsNumber(from, to) || losesTime(from, to);
  }

  private static boolean roundsNumber(TypeShape from, TypeShape to) {
    boolean number = WHOLE.contains(from.word()) || FRACTIONS.contains(from.word());
    if (!number || from.equals(to)) {
      return false;
    }
    return switch (to.word()) {
      case "boolean" -> true;
      case "smallint", "integer", "bigint" -> FRACTIONS.contains(from.word());
      case "numeric" ->
          to.second().isPresent()
              && FRACTIONS.contains(from.word())
              && (!from.word().equals("numeric")
                  || from.second().orElse(Integer.MAX_VALUE) > to.second().get());
      case "double precision" -> from.word().equals("numeric") || from.word().equals("bigint");
      case "real" -> !from.word().equals("smallint");
      default -> false;
    };
  }

  private static boolean losesTime(TypeShape from, TypeShape to) {
    boolean moments = from.word().startsWith("time") && to.word().startsWith("time");
    if (moments && from.first().orElse(0) > to.first().orElse(0)) {
      return true;
    }
    return from.word().startsWith("timestamp")
        && (to.word().equals("date")
            || (to.word().startsWith("time") && !to.word().startsWith("timestamp")));
  }
}
