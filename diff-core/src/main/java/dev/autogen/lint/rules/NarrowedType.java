package dev.autogen.lint.rules;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.lint.Finding;
import dev.autogen.lint.Finding.Severity;
import dev.autogen.lint.Rule;
import dev.autogen.plan.Plan;
import java.util.List;

/**
 * DL05: a column's type changes to one that holds less, or that is read from text. Values that do
 * not fit make the upgrade fail; none is cut.
 */
public final class NarrowedType implements Rule {

  private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

  @Override
  public List<Finding> check(Plan plan) {
    return plan.upgrade()
        .of(AlterColumn.class)
        .filter(
            alter -> narrows(TypeShape.of(alter.from().type()), TypeShape.of(alter.to().type())))
        .map(
            alter ->
                new Finding(
                    "DL05",
                    Severity.WARNING,
                    alter.object(),
                    "Values of column \""
                        + alter.object()
                        + "\" that do not fit "
                        + alter.to().type()
                        + " make the upgrade fail. Look for them first."))
        .toList();
  }

  private static boolean narrows(TypeShape from, TypeShape to) {
    boolean wasText = from.isText();
    if (wasText && to.isText()) {
      return to.first().isPresent() && from.first().orElse(Integer.MAX_VALUE) > to.first().get();
    }
    if (from.word().equals("numeric") && to.word().equals("numeric")) {
      return to.first().isPresent() && from.first().orElse(Integer.MAX_VALUE) > to.first().get();
    }
    if (INTEGERS.contains(from.word()) && INTEGERS.contains(to.word())) {
      return INTEGERS.indexOf(from.word()) > INTEGERS.indexOf(to.word());
    }
    return wasText && !from.equals(to);
  }
}
