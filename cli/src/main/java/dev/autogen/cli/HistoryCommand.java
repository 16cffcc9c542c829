package dev.autogen.cli;

import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Targets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
  public Integer call() {
    Project project = project();
    RevisionGraph all = project.migrations();
    Optional<Lookup> lookup = Optional.ofNullable(range).map(text -> lookup(text, all, project));
    RevisionGraph graph = lookup.map(Lookup::graph).orElse(all);
    List<MigrationScript> scripts =
        new ArrayList<>(range == null ? graph.scripts() : within(range, lookup.get()));
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

  private static List<MigrationScript> within(String range, Lookup lookup) {
    Targets.Range ends = lookup.targets().cutOff().range(range);
    return lookup.graph().between(ends.from(), ends.to());
  }

  /** Only a range that starts from where the database stands needs a connection. */
  private static Lookup lookup(String range, RevisionGraph graph, Project project) {
    if (!Targets.isRange(range)) {
      throw new Failure("\"" + range + "\" is not a range. Write it as A:B, such as base:head.");
    }
    return Lookup.of(project, graph, range);
  }
}
