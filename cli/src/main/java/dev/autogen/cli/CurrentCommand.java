package dev.autogen.cli;

import dev.autogen.dialect.Dialects;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Targets;
import java.sql.Connection;
import java.sql.SQLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code autogen current}: where the database stands. */
@Command(name = "current", sortOptions = false, description = "Show where the database stands.")
final class CurrentCommand extends dev.autogen.cli.Command {

  @Option(names = "--check-heads", description = "Exit 1 unless all migrations are applied.")
  boolean checkHeads;

  @Override
  public Integer call() throws SQLException {
    Project project = project();
    try (Connection connection = project.databaseToRead().getConnection()) {
      Standing standing = Standing.of(connection, Dialects.of(connection), project.migrations());
      RevisionGraph graph = standing.graph();
      new Targets(graph, standing.current())
          .standing()
          .forEach(id -> Revisions.of(graph).print(id, project));
      if (standing.current().isEmpty()) {
        project.output().note("The database stands before the first revision.");
      }
      standing.astray().forEach(sentence -> project.output().result(sentence));
      int pending = standing.pending().size();
      if (pending > 0) {
        project.output().note("Not applied: " + pending + ". Run `autogen upgrade`.");
      }
      return checkHeads && pending > 0 ? ExitCode.DIFFERENT : ExitCode.DONE;
    }
  }
}
