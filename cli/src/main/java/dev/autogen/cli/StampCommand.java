package dev.autogen.cli;

import dev.autogen.migration.MigrationRunner;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code autogen stamp}: writes where a database stands, without running anything. */
@Command(
    name = "stamp",
    sortOptions = false,
    description = "Write that the database stands at a revision, without running anything.")
final class StampCommand extends dev.autogen.cli.Command {

  @Parameters(
      paramLabel = "REV",
      arity = "1..*",
      description = "An id, the beginning of one, head, heads, base, label@head.")
  List<String> revisions = new ArrayList<>();

  @Option(
      names = "--purge",
      description = "Forget what it stood at, even if no migration has that revision.")
  boolean purge;

  @Mixin final LockTimeout lockTimeout = new LockTimeout();

  @Override
  public Integer call() {
    Project project = project();
    MigrationRunner runner =
        MigrationRunner.on(project.database())
            .migrations(project.migrations())
            .lockTimeout(lockTimeout.time)
            .clock(project.host().clock());
    if (purge) {
      runner.purgeAndStamp(revisions.toArray(String[]::new));
    } else {
      runner.stamp(revisions.toArray(String[]::new));
    }
    project.output().result("stamped: " + Revisions.standing(runner.current()));
    return ExitCode.DONE;
  }
}
