package dev.autogen.cli;

import dev.autogen.migration.Direction;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.Replay;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Step;
import dev.autogen.schema.Schema;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code autogen show}: one migration and its steps. */
@Command(name = "show", sortOptions = false, description = "Show a migration and its steps.")
final class ShowCommand extends dev.autogen.cli.Command {

  @Parameters(paramLabel = "REV", description = "An id, the beginning of one, head, current.")
  String revision = "";

  @Override
  public Integer call() {
    Project project = project();
    Lookup lookup = Lookup.of(project, project.migrations(), revision);
    for (String id : lookup.targets().resolve(revision)) {
      show(lookup.graph().script(id), lookup.graph(), project);
    }
    return ExitCode.DONE;
  }

  private static void show(MigrationScript script, RevisionGraph graph, Project project) {
    Details.print(script, Revisions.of(graph), project);
    Set<String> before = graph.withAncestors(Set.of(script.id()));
    before.remove(script.id());
    Schema state = Replay.of(graph.only(before)).schema();
    for (Step step : script.steps(Direction.UPGRADE, state)) {
      project.output().result("  " + step.words());
    }
  }
}
