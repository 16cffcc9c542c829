package dev.autogen.cli;

import dev.autogen.migration.Direction;
import dev.autogen.migration.MigrationRunner;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.RunListener;
import dev.autogen.migration.SqlScript;
import dev.autogen.migration.Targets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What {@code upgrade} and {@code downgrade} share: run, show the SQL, or show what would be. */
final class Moves {

  private final Project project;
  private final Direction direction;
  private final MoveOptions options;

  Moves(Project project, Direction direction, MoveOptions options) {
    this.project = project;
    this.direction = direction;
    this.options = options;
  }

  int run(String target) {
    MigrationRunner runner = runner(project.database());
    List<MigrationScript> moved =
        project
            .output()
            .during(
                direction == Direction.UPGRADE ? "upgrading" : "downgrading",
                () ->
                    direction == Direction.UPGRADE
                        ? runner.upgrade(target)
                        : runner.downgrade(target));
    if (moved.isEmpty()) {
      project.output().result("nothing to do: " + Revisions.standing(runner.current()));
    }
    return ExitCode.DONE;
  }

  int dryRun(String target) {
    MigrationRunner runner = runner(project.databaseToRead());
    DryRun dryRun = new DryRun(project.output());
    runner
        .interruption()
        .ifPresent(open -> project.output().note("note: " + open.message() + Standing.ON));
    return dryRun.print(
        direction == Direction.UPGRADE ? runner.planUpgrade(target) : runner.planDowngrade(target));
  }

  int sql(String target) {
    project.output().script(project.hasDatabase() ? onlineSql(target) : offlineSql(target));
    return ExitCode.DONE;
  }

  private String onlineSql(String target) {
    MigrationRunner runner = runner(project.databaseToRead());
    return direction == Direction.UPGRADE
        ? runner.upgradeSql(target, options.style())
        : runner.downgradeSql(target, options.style());
  }

  /** Without a database, from the base, unless the target is a range. */
  private String offlineSql(String target) {
    RevisionGraph graph = project.migrations();
    SqlScript script = new SqlScript(project.offlineDialect(), graph, options.style());
    boolean up = direction == Direction.UPGRADE;
    if (!up && !Targets.isRange(target)) {
      throw new Failure(
          "Without a database, downgrade --sql needs a range: where from and where to, as in"
              + " head:base.");
    }
    String text = Targets.isRange(target) ? target : "base:" + target;
    if (!up) {
      return script.downgrade(text, new Targets(graph));
    }
    return script.upgrade(new Targets(graph).range(text));
  }

  private MigrationRunner runner(Database database) {
    return MigrationRunner.on(database)
        .migrations(project.migrations())
        .clock(project.host().clock())
        .lockTimeout(options.lockTimeout.time)
        .interrupted(options.verdict())
        .listener(new Listener());
  }

  private final class Listener implements RunListener {

    @Override
    public void waiting(Optional<String> holder, Duration waited) {
      project
          .output()
          .note(
              "Waiting for another run to end"
                  + holder.map(who -> " (" + who + ")").orElse("")
                  + (waited.isZero() ? "" : ", for " + waited.toSeconds() + " s so far")
                  + " ...");
    }

    @Override
    public void step(MigrationScript script, int number, int count, String text) {
      project.output().detail("  " + number + "/" + count + "  " + text);
    }

    @Override
    public void progress(MigrationScript script, String what, long rows) {
      project.output().note("  " + what + ": " + rows + " rows so far");
    }

    @Override
    public void finished(MigrationScript script, Direction way, Duration took) {
      project
          .output()
          .result(
              (way == Direction.UPGRADE ? "applied" : "reverted")
                  + "  "
                  + script.id()
                  + "  "
                  + script.title()
                  + "  ("
                  + took.toMillis()
                  + " ms)");
    }
  }
}
