package dev.autogen.cli;

import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Targets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code autogen history}: the migrations there are, newest first. */
@Command(name = "history", sortOptions = false, description = "List the migrations, newest first.")
final class HistoryCommand extends dev.autogen.cli.Command {

  private static final String CURRENT = "current";

  @Option(
      names = {"-r", "--rev-range"},
      paramLabel = "A:B",
      description = "Only from A to B, both included; either may be left out.")
  @Nullable String range;

  @Option(names = "--graph", description = "Draw which follows which.")
  boolean drawn;

  @Option(
      names = {"-i", "--indicate-current"},
      description = "Mark where the database stands.")
  boolean indicateCurrent;

  @Override
  public Integer call() {
    Project project = project();
    Lookup lookup = Lookup.of(project, project.migrations(), asked());
    RevisionGraph graph = lookup.graph();
    List<MigrationScript> scripts =
        new ArrayList<>(range == null ? graph.scripts() : within(range, lookup));
    Collections.reverse(scripts);
    Revisions revisions =
        indicateCurrent
            ? new Revisions(graph, lookup.targets().resolve(CURRENT))
            : Revisions.of(graph);
    if (drawn) {
      GraphDrawing.of(scripts, revisions).forEach(project.output()::result);
      return ExitCode.DONE;
    }
    for (MigrationScript script : scripts) {
      if (project.isVerbose()) {
        Details.print(script, revisions, project);
      } else {
        project.output().result(revisions.step(script));
      }
    }
    return ExitCode.DONE;
  }

  private static List<MigrationScript> within(String range, Lookup lookup) {
    Targets.Range ends = lookup.targets().cutOff().range(range);
    return lookup.graph().between(ends.from(), ends.to());
  }

  /** What is to be read; only what counts from where the database stands needs a connection. */
  private List<String> asked() {
    List<String> asked = new ArrayList<>();
    if (range != null) {
      if (!Targets.isRange(range)) {
        throw new Failure("\"" + range + "\" is not a range. Write it as A:B, such as base:head.");
      }
      asked.add(range);
    }
    if (indicateCurrent) {
      asked.add(CURRENT);
    }
    return asked;
  }
}
