package dev.autogen.cli;

import dev.autogen.migration.RevisionGraph;
import picocli.CommandLine.Command;

/** {@code autogen heads}: the revisions that nothing follows. */
@Command(
    name = "heads",
    sortOptions = false,
    description = "List the revisions that nothing follows.")
final class HeadsCommand extends dev.autogen.cli.Command {

  @Override
  public Integer call() {
    Project project = project();
    RevisionGraph graph = project.migrations();
    graph.heads().forEach(id -> project.output().result(Revisions.line(graph.script(id), graph)));
    return ExitCode.DONE;
  }
}
