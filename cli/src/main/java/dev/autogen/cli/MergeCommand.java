package dev.autogen.cli;

import dev.autogen.codegen.MigrationRequest;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.MigrationScript.Links;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code autogen merge}: writes a migration without steps that follows several heads. */
@Command(
    name = "merge",
    sortOptions = false,
    description = "Write a migration without steps that joins several heads.")
final class MergeCommand extends dev.autogen.cli.Command {

  @Parameters(
      paramLabel = "REV",
      arity = "1..*",
      description = "The heads to join, or \"heads\" for all, also those that others depend on.")
  List<String> revisions = new ArrayList<>();

  @Option(
      names = {"-m", "--message"},
      paramLabel = "MSG",
      description = "What the migration is for.")
  @Nullable String message;

  @Option(
      names = "--rev-id",
      paramLabel = "ID",
      description = "The revision's id; random unless said.")
  @Nullable String revisionId;

  @Option(
      names = "--branch-label",
      paramLabel = "LABEL",
      description = "A name for the branch that starts here.")
  List<String> branchLabels = new ArrayList<>();

  @Option(names = "--force", description = "Join them though their changes collide.")
  boolean force;

  @Override
  public Integer call() {
    Project project = project();
    RevisionGraph graph = project.migrations();
    SortedSet<String> heads = heads(Lookup.of(project, graph, revisions).targets(), graph);
    new Agreement(project).require(graph, heads, force);
    NewRevision revision = new NewRevision(project, graph);
    MigrationRequest request =
        MigrationRequest.empty(
            new MigrationRequest.Header(
                revision.id(revisionId),
                new Links(List.copyOf(heads), List.of(), revision.labels(branchLabels)),
                message == null ? "merge " + String.join(" and ", heads) : message,
                project.host().clock().instant(),
                Optional.empty()),
            project.migrationPackage());
    project.output().result("written  " + revision.write(request, ""));
    return ExitCode.DONE;
  }

  private SortedSet<String> heads(Targets targets, RevisionGraph graph) {
    SortedSet<String> heads = new TreeSet<>();
    for (String text : revisions) {
      heads.addAll(text.equals("heads") ? graph.heads() : targets.resolve(text));
    }
    if (heads.size() < 2) {
      throw new Failure(
          "To merge takes at least two heads; "
              + (heads.isEmpty() ? "none is named." : "only " + heads.first() + " is named.")
              + " The heads are: "
              + String.join(", ", graph.heads())
              + ".");
    }
    for (String id : heads) {
      MigrationScript script = graph.script(id);
      if (!graph.children(id).isEmpty()) {
        throw new Failure("Revision " + script + " is no head: others follow it already.");
      }
    }
    return heads;
  }
}
