package dev.autogen.cli;

import dev.autogen.dialect.Dialects;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Targets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code autogen history}: the migrations there are, newest first. */
@Command(name = "history", sortOptions = false, description = "List the migrations, newest first.")
final class HistoryCommand extends dev.autogen.cli.Command {

  @Option(
      names = {"-r", "--rev-range"},
      paramLabel = "A:B",
      description = "Only from A to B, both included; either may be left out.")
  @Nullable String range;

  @Option(names = "--graph", description = "Draw which follows which.")
  boolean drawn;

  @Override
  public Integer call() throws SQLException {
    Project project = project();
    RevisionGraph graph = project.migrations();
    List<MigrationScript> scripts =
        new ArrayList<>(range == null ? graph.scripts() : within(range, graph, project));
    Collections.reverse(scripts);
    if (drawn) {
      GraphDrawing.of(scripts, graph).forEach(project.output()::result);
      return ExitCode.DONE;
    }
    for (MigrationScript script : scripts) {
      if (project.isVerbose()) {
        Details.print(script, graph, project);
      } else {
        project.output().result(Revisions.step(script, graph));
      }
    }
    return ExitCode.DONE;
  }

  private static List<MigrationScript> within(String range, RevisionGraph graph, Project project)
      throws SQLException {
    if (!Targets.isRange(range)) {
      throw new Failure("\"" + range + "\" is not a range. Write it as A:B, such as base:head.");
    }
    Targets.Range ends = new Targets(graph, current(range, graph, project)).cutOff().range(range);
    return graph.between(ends.from(), ends.to());
  }

  /** Only a range that starts from where the database stands needs a connection. */
  private static SortedSet<String> current(String range, RevisionGraph graph, Project project)
      throws SQLException {
    if (!range.contains("current") && !range.matches("(.*[:@])?[+-].*")) {
      return new TreeSet<>();
    }
    try (Connection connection = project.databaseToRead().getConnection()) {
      return Standing.of(connection, Dialects.of(connection), graph).current();
    }
  }
}
