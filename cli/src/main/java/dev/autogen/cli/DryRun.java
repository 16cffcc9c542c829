package dev.autogen.cli;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.cli.report.Printable;
import dev.autogen.lint.Finding;
import dev.autogen.lint.Linter;
import dev.autogen.migration.Obstacle;
import dev.autogen.migration.PlannedMigration;
import dev.autogen.migration.Step;
import dev.autogen.plan.Plan;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SchemaException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Prints what a run would do: steps, SQL, locks, what the rules find and what stands in the way.
 */
final class DryRun {

  private final Output output;

  DryRun(Output output) {
    this.output = output;
  }

  /** Exit code 1 if something stands in the way. */
  int print(List<PlannedMigration> planned) {
    if (planned.isEmpty()) {
      output.result("nothing to do");
    }
    boolean blocked = false;
    for (PlannedMigration migration : planned) {
      print(migration);
      blocked |= !migration.obstacles().isEmpty();
    }
    return blocked ? ExitCode.DIFFERENT : ExitCode.DONE;
  }

  private void print(PlannedMigration migration) {
    output.result(migration.direction().word() + "  " + migration.script());
    Set<String> told = new HashSet<>();
    for (PlannedMigration.PlannedStep step : migration.steps()) {
      step.parts()
          .forEach(
              part ->
                  output.result("  " + (part instanceof Step.Execute ? "execute:" : part.words())));
      for (String sql : step.sql()) {
        output.text(("    " + Printable.lines(sql).replace("\n", "\n    ") + ";").stripTrailing());
        output.text("\n");
      }
      step.locks().stream().filter(told::add).forEach(lock -> output.result("    locks  " + lock));
    }
    findings(migration).forEach(f -> output.result("  note: " + f.message()));
    for (Obstacle obstacle : migration.obstacles()) {
      output.result("  in the way: " + obstacle.message());
    }
  }

  private List<Finding> findings(PlannedMigration migration) {
    List<Change> changes =
        migration.steps().stream()
            .flatMap(step -> step.parts().stream())
            .filter(Step.Alter.class::isInstance)
            .map(step -> ((Step.Alter) step).change())
            .toList();
    Schema from = migration.before();
    ChangeSet steps = new ChangeSet(changes);
    try {
      return Linter.check(new Plan(from, steps.applyTo(from), changes, steps, Set.of()));
    } catch (SchemaException handMade) {
      return Linter.check(new Plan(from, from, changes, steps, Set.of()));
    }
  }
}
