package dev.autogen.verify;

import dev.autogen.migration.PlannedMigration;
import dev.autogen.migration.Step;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The statements and Java work of a person's own in a migration. What they do to rows shows in the
 * rows that are there; whether they remove any that are not shows in their text.
 *
 * @param any whether there is any
 * @param removing the statements that remove rows, whichever these are; Java work is not looked
 *     into
 * @param inserts rows that steps state
 */
record OwnWork(boolean any, List<String> removing, List<Step.Insert> inserts) {

  static final OwnWork NONE = new OwnWork(false, List.of(), List.of());

  /** Comments, and all that is in quotes. */
  private static final Pattern NO_WORDS =
      Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

  private static final Pattern REMOVING =
      Pattern.compile(
          "[\\s(]*(delete|truncate|replace)\\b.*|\\s*(with|merge)\\b.*(?<!on )\\bdelete\\b.*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  OwnWork {
    removing = List.copyOf(removing);
    inserts = List.copyOf(inserts);
  }

  static OwnWork of(PlannedMigration planned) {
    List<Step> own =
        planned.steps().stream()
            .flatMap(step -> step.parts().stream())
            .filter(step -> !(step instanceof Step.Alter))
            .toList();
    return new OwnWork(
        !own.isEmpty(),
        own.stream()
            .filter(step -> step instanceof Step.Execute execute && removes(execute.sql()))
            .map(Step::words)
            .toList(),
        own.stream().filter(Step.Insert.class::isInstance).map(Step.Insert.class::cast).toList());
  }

  /** How many rows steps put into a table, by its name before and after. */
  int inserted(QualifiedName before, QualifiedName after) {
    return inserts.stream()
        .filter(insert -> insert.table().equals(before) || insert.table().equals(after))
        .mapToInt(insert -> insert.rows().size())
        .sum();
  }

  private static boolean removes(String sql) {
    for (String statement : NO_WORDS.matcher(sql).replaceAll(" x ").split(";")) {
      if (REMOVING.matcher(statement).matches()) {
        return true;
      }
    }
    return false;
  }
}
