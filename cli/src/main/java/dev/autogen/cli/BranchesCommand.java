package dev.autogen.cli;

import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code autogen branches}: the revisions that several follow, and those. */
@Command(
    name = "branches",
    sortOptions = false,
    description = "List the revisions that several follow, newest first.")
final class BranchesCommand extends dev.autogen.cli.Command {

  @Override
  public Integer call() {
    Project project = project();
    RevisionGraph graph = project.migrations();
    List<MigrationScript> scripts = new ArrayList<>(graph.scripts());
    Collections.reverse(scripts);
    for (MigrationScript script : scripts) {
      if (graph.children(script.id()).size() > 1) {
        project.output().result(Revisions.line(script, graph));
        graph
            .children(script.id())
            .forEach(
                id -> project.output().result("  -> " + Revisions.line(graph.script(id), graph)));
      }
    }
    return ExitCode.DONE;
  }
}
