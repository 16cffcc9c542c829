package dev.autogen.lint;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.dialect.Dialect;
import dev.autogen.lint.rules.ComputedOverValues;
import dev.autogen.lint.rules.DroppedColumn;
import dev.autogen.lint.rules.DroppedSchema;
import dev.autogen.lint.rules.DroppedSequence;
import dev.autogen.lint.rules.DroppedTable;
import dev.autogen.lint.rules.LossyTypeChange;
import dev.autogen.lint.rules.LostForGood;
import dev.autogen.lint.rules.NarrowedType;
import dev.autogen.lint.rules.RemovedEnumLabel;
import dev.autogen.lint.rules.RequiredColumnWithoutValue;
import dev.autogen.lint.rules.UnmanagedRequiredColumn;
import dev.autogen.lint.rules.UnwritableChange;
import dev.autogen.plan.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Asks each rule about a plan. */
public final class Linter {

  private static final List<Rule> RULES =
      List.of(
          new DroppedTable(),
          new DroppedColumn(),
          new DroppedSchema(),
          new DroppedSequence(),
          new RemovedEnumLabel(),
          new LostForGood(),
          new ComputedOverValues(),
          new RequiredColumnWithoutValue(),
          new UnmanagedRequiredColumn());

  private static final int USUAL_SECOND_DIGITS = 6;

  private Linter() {}

  /** What there is to say, the worst first, of a plan that is to be run on a database. */
  public static List<Finding> check(Plan plan, Dialect dialect) {
    return check(
        plan,
        Stream.concat(
            Stream.of(new UnwritableChange(dialect)),
            ofTypes(dialect::retypesValues, dialect.secondDigits())));
  }

  /** What there is to say of any plan, the worst first. */
  public static List<Finding> check(Plan plan) {
    return check(plan, ofTypes(change -> true, USUAL_SECOND_DIGITS));
  }

  private static Stream<Rule> ofTypes(Predicate<AlterColumn> retyped, int secondDigits) {
    return Stream.of(new LossyTypeChange(retyped, secondDigits), new NarrowedType(retyped));
  }

  private static List<Finding> check(Plan plan, Stream<Rule> rules) {
    return Stream.concat(RULES.stream(), rules)
        .flatMap(rule -> rule.check(plan).stream())
        .sorted(
            Comparator.comparing(Finding::severity)
                .reversed()
                .thenComparing(Finding::object)
                .thenComparing(Finding::code))
        .toList();
  }
}
