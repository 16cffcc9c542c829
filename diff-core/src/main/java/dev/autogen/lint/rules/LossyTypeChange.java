package dev.autogen.lint.rules;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.lint.Finding;
import dev.autogen.lint.Finding.Severity;
import dev.autogen.lint.Rule;
import dev.autogen.plan.Plan;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * DL05: a column's type changes to one that rounds its values without an error: fewer digits after
 * the point, a shorter fraction of a second, floating point for exact numbers, a whole number for a
 * fraction, true for any number, a day for a moment.
 */
public final class LossyTypeChange implements Rule {

  private static final Set<String> WHOLE =
      Set.of("tinyint", "smallint", "mediumint", "integer", "bigint");
  private static final Set<String> FRACTIONS =
      Set.of("numeric", "float", "real", "double precision");
  private static final Set<String> EXACT_IN_FOUR_BYTES =
      Set.of("tinyint", "smallint", "mediumint", "float", "real");
  private static final Set<String> MOMENTS = Set.of("timestamp", "datetime");
  private static final Set<String> TIMES = Set.of("time", "timestamp", "datetime");

  private final Predicate<AlterColumn> retyped;
  private final int secondDigits;

  /**
   * @param retyped whether a column's values take its new type
   * @param secondDigits of a time that says nothing of them
   */
  public LossyTypeChange(Predicate<AlterColumn> retyped, int secondDigits) {
    this.retyped = retyped;
    this.secondDigits = secondDigits;
  }

  @Override
  public List<Finding> check(Plan plan) {
    return plan.upgrade()
        .of(AlterColumn.class)
        .filter(retyped)
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

  private boolean rounds(TypeShape from, TypeShape to) {
    return roundsNumber(from, to) || losesTime(from, to);
  }

  private static boolean roundsNumber(TypeShape from, TypeShape to) {
    String was = from.signless();
    String is = to.signless();
    boolean number = WHOLE.contains(was) || FRACTIONS.contains(was);
    if (!number || from.equals(to)) {
      return false;
    }
    return switch (is) {
      case "boolean" -> true;
      case "tinyint", "smallint", "mediumint", "integer", "bigint" -> FRACTIONS.contains(was);
      case "numeric" ->
          to.second().isPresent()
              && FRACTIONS.contains(was)
              && (!was.equals("numeric")
                  || from.second().orElse(Integer.MAX_VALUE) > to.second().get());
      case "double precision" -> was.equals("numeric") || was.equals("bigint");
      case "real", "float" -> !EXACT_IN_FOUR_BYTES.contains(was);
      default -> false;
    };
  }

  private boolean losesTime(TypeShape from, TypeShape to) {
    String was = from.zoneless();
    String is = to.zoneless();
    boolean both = TIMES.contains(was) && TIMES.contains(is);
    if (both && from.first().orElse(secondDigits) > to.first().orElse(secondDigits)) {
      return true;
    }
    return MOMENTS.contains(was) && (is.equals("date") || is.equals("time"));
  }
}
