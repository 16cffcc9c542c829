package dev.autogen.lint.rules;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.lint.Finding;
import dev.autogen.lint.Finding.Severity;
import dev.autogen.lint.Rule;
import dev.autogen.plan.Plan;
import java.util.List;
import java.util.function.Predicate;

/**
 * DL05: a column's type changes to one that holds less, or that is read from text. Values that do
 * not fit make the upgrade fail; none is cut.
 */
public final class NarrowedType implements Rule {

  private static final List<String> INTEGERS =
      List.of("tinyint", "smallint", "mediumint", "integer", "bigint");

  /** MySQL's texts by what they hold. */
  private static final List<String> SIZES = List.of("tinytext", "text", "mediumtext", "longtext");

  /** What the least of them holds, in bytes. */
  private static final int TINY = 255;

  private final Predicate<AlterColumn> retyped;

  /**
   * @param retyped whether a column's values take its new type
   */
  public NarrowedType(Predicate<AlterColumn> retyped) {
    this.retyped = retyped;
  }

  @Override
  public List<Finding> check(Plan plan) {
    return plan.upgrade()
        .of(AlterColumn.class)
        .filter(retyped)
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

  /** How many digits there can be before the point. */
  private static int whole(TypeShape numeric) {
    return numeric.first().orElse(0) - numeric.second().orElse(0);
  }

  private static boolean narrows(TypeShape from, TypeShape to) {
    boolean wasText = from.isText();
    if (SIZES.contains(from.word()) && SIZES.contains(to.word())) {
      return SIZES.indexOf(from.word()) > SIZES.indexOf(to.word());
    }
    if (wasText && to.isText()) {
      boolean shorter =
          to.first().isPresent() && from.first().orElse(Integer.MAX_VALUE) > to.first().get();
      return shorter || to.word().equals("tinytext") && from.first().orElse(0) > TINY;
    }
    if (from.word().equals("numeric") && to.word().equals("numeric")) {
      return to.first().isPresent() && (from.first().isEmpty() || whole(from) > whole(to));
    }
    if (INTEGERS.contains(from.word()) && INTEGERS.contains(to.word())) {
      return INTEGERS.indexOf(from.word()) > INTEGERS.indexOf(to.word());
    }
    return wasText && !from.equals(to);
  }
}
