package dev.autogen.cli;

import dev.autogen.dialect.Dialects;
import dev.autogen.migration.Direction;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.Replay;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Step;
import dev.autogen.migration.Targets;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code autogen show}: one migration and its steps. */
@Command(name = "show", sortOptions = false, description = "Show a migration and its steps.")
final class ShowCommand extends dev.autogen.cli.Command {

  @Parameters(paramLabel = "REV", description = "An id, the beginning of one, head, current.")
  String revision = "";

  @Override
  public Integer call() throws SQLException {
    Project project = project();
    RevisionGraph graph = project.migrations();
    for (String id : new Targets(graph, current(graph, project)).resolve(revision)) {
      show(graph.script(id), graph, project);
    }
    return ExitCode.DONE;
  }

  private static void show(MigrationScript script, RevisionGraph graph, Project project) {
    Details.print(script, graph, project);
    Set<String> before = graph.withAncestors(Set.of(script.id()));
    before.remove(script.id());
    Schema state = Replay.of(graph.only(before)).schema();
    for (Step step : script.steps(Direction.UPGRADE, state)) {
      project.output().result("  " + step.words());
    }
  }

  private SortedSet<String> current(RevisionGraph graph, Project project) throws SQLException {
    if (!revision.contains("current") && !revision.matches("(.*@)?[+-].*")) {
      return new TreeSet<>();
    }
    try (Connection connection = project.databaseToRead().getConnection()) {
      return Standing.of(connection, Dialects.of(connection), graph).current();
    }
  }
}
