package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;

/** Steps as statements of one database. */
final class Statements {

  /**
   * One thing to be run.
   *
   * @param step the step that it belongs to
   * @param text the SQL, or what Java work says it does
   */
  record Action(Step step, String text) {

    /** Whether what it does to rows cannot be known. */
    boolean isOpaque() {
      return !(step instanceof Step.Alter);
    }
  }

  private final Dialect dialect;

  Statements(Dialect dialect) {
    this.dialect = dialect;
  }

  List<PlannedMigration.PlannedStep> plan(List<Step> steps) {
    return steps.stream().map(step -> new PlannedMigration.PlannedStep(step, sql(step))).toList();
  }

  /** The statements of a step; none for Java work. */
  List<String> sql(Step step) {
    if (step instanceof Step.Alter alter) {
      return alter.change().accept(dialect.ddl());
    }
    return step instanceof Step.Execute execute ? List.of(execute.sql()) : List.of();
  }

  /** All that is to be run, in order. */
  List<Action> actions(List<Step> steps) {
    List<Action> actions = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Step.Run run) {
        actions.add(new Action(step, run.what()));
      } else {
        sql(step).forEach(statement -> actions.add(new Action(step, statement)));
      }
    }
    return actions;
  }
}
