package dev.autogen.lint.rules;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.lint.Finding;
import dev.autogen.lint.Finding.Severity;
import dev.autogen.lint.Rule;
import dev.autogen.plan.Admitted;
import dev.autogen.plan.Plan;
import dev.autogen.schema.Check;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * DL06: a value is taken from an enum: from its type, from the list that a column's type is, or
 * from a check that lists values or numbers them. Rows that hold it make the upgrade fail.
 */
public final class RemovedEnumLabel implements Rule {

  private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");

  @Override
  public List<Finding> check(Plan plan) {
    return Stream.of(ofTypes(plan), ofColumns(plan), ofChecks(plan)).flatMap(all -> all).toList();
  }

  private static Stream<Finding> ofTypes(Plan plan) {
    return plan.upgrade()
        .of(AlterEnumType.class)
        .filter(alter -> !alter.to().labels().containsAll(alter.from().labels()))
        .map(
            alter ->
                finding(
                    alter.object(),
                    "Enum type \""
                        + alter.from().name()
                        + "\" loses labels: rows that hold one make the upgrade fail."
                        + " If a label has a new name, say so with --rename."));
  }

  private static Stream<Finding> ofColumns(Plan plan) {
    return plan.upgrade()
        .of(AlterColumn.class)
        .filter(alter -> isList(alter.from().type()) && isList(alter.to().type()))
        .flatMap(
            alter -> {
              List<String> lost = new ArrayList<>(labels(alter.from().type()));
              lost.removeAll(labels(alter.to().type()));
              lost.removeAll(renamed(plan, alter.table(), alter.from().name()));
              return finding(alter.object(), lost).stream();
            });
  }

  private static Stream<Finding> ofChecks(Plan plan) {
    return plan.upgrade()
        .of(DropConstraint.class)
        .filter(drop -> drop.constraint() instanceof Check)
        .flatMap(
            drop -> {
              String check = ((Check) drop.constraint()).expression();
              Optional<String> column = Admitted.column(check);
              List<String> others =
                  added(plan, drop.table())
                      .filter(to -> Admitted.column(to).equals(column))
                      .toList();
              if (column.isEmpty() || others.isEmpty()) {
                return Stream.empty();
              }
              List<String> lost = new ArrayList<>(Admitted.lost(check, others));
              lost.removeAll(renamed(plan, drop.table(), column.get()));
              return finding(drop.object(), lost).stream();
            });
  }

  private static Stream<String> added(Plan plan, QualifiedName table) {
    return plan.upgrade()
        .of(AddConstraint.class)
        .filter(add -> add.table().equals(table) && add.constraint() instanceof Check)
        .map(add -> ((Check) add.constraint()).expression());
  }

  private static List<String> renamed(Plan plan, QualifiedName table, String column) {
    return plan.upgrade()
        .of(RenameValue.class)
        .filter(rename -> rename.table().equals(table))
        .filter(rename -> rename.column().equalsIgnoreCase(column))
        .flatMap(rename -> rename.names().keySet().stream())
        .toList();
  }

  private static boolean isList(ColumnType type) {
    return type.sql().startsWith("enum(");
  }

  private static List<String> labels(ColumnType type) {
    return LABEL
        .matcher(type.sql())
        .results()
        .map((MatchResult label) -> label.group(1).replace("''", "'"))
        .toList();
  }

  private static Optional<Finding> finding(ObjectName object, List<String> lost) {
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(
            finding(
                object,
                "\""
                    + object
                    + "\" no longer takes "
                    + String.join(", ", lost)
                    + ": rows that hold "
                    + (lost.size() == 1 ? "it" : "one of them")
                    + " make the upgrade fail. If a value has a new name, say so with --rename."));
  }

  private static Finding finding(ObjectName object, String message) {
    return new Finding("DL06", Severity.WARNING, object, message);
  }
}
