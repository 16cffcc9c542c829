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
    Revisions revisions = Revisions.of(graph);
    List<MigrationScript> scripts = new ArrayList<>(graph.scripts());
    Collections.reverse(scripts);
    for (MigrationScript script : scripts) {
      if (graph.children(script.id()).size() > 1) {
        revisions.print(script.id(), project);
        graph
            .children(script.id())
            .forEach(id -> project.output().result("  -> " + revisions.line(graph.script(id))));
      }
    }
    return ExitCode.DONE;
  }
}
