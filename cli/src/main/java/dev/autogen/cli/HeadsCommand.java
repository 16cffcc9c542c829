package dev.autogen.cli;

import dev.autogen.migration.RevisionGraph;
import java.util.SortedSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code autogen heads}: the revisions that nothing follows. */
@Command(
    name = "heads",
    sortOptions = false,
    description = "List the revisions that nothing follows.")
final class HeadsCommand extends dev.autogen.cli.Command {

  @Option(names = "--resolve-dependencies", description = "Leave out those that others depend on.")
  boolean resolveDependencies;

  @Override
  public Integer call() {
    Project project = project();
    RevisionGraph graph = project.migrations();
    SortedSet<String> heads = resolveDependencies ? graph.effectiveHeads() : graph.heads();
    heads.forEach(id -> Revisions.of(graph).print(id, project));
    return ExitCode.DONE;
  }
}
