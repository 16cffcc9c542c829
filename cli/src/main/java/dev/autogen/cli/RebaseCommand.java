package dev.autogen.cli;

import dev.autogen.dialect.Dialects;
import dev.autogen.migration.MigrationHistory;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code autogen rebase}: puts a branch that is not applied yet behind another head. */
@Command(
    name = "rebase",
    sortOptions = false,
    description = "Put a branch that is not applied yet behind another head.")
final class RebaseCommand extends dev.autogen.cli.Command {

  @Parameters(
      paramLabel = "REV",
      arity = "0..1",
      description = "The branch to move; unless said, the one that is not applied.")
  @Nullable String revision;

  @Option(
      names = "--onto",
      paramLabel = "HEAD",
      description = "The head to follow; unless said, the other one.")
  @Nullable String onto;

  @Option(names = "--force", description = "Move it though the changes collide.")
  boolean force;

  @Override
  public Integer call() throws SQLException {
    Project project = project();
    RevisionGraph graph = project.migrations();
    Set<String> applied = applied(graph, project);
    String moved = moved(graph, applied, project.hasDatabase());
    String target = target(graph, moved);
    Set<String> branch = graph.line(moved);
    branch.removeAll(graph.line(target));
    if (branch.isEmpty()) {
      throw new Failure(
          "Revision \"%s\" comes before \"%s\" already: there is nothing to move."
              .formatted(moved, target));
    }
    requireNoCircle(branch, target, graph);
    requireNotApplied(branch, applied, graph);
    new Agreement(project.output()).require(graph, new TreeSet<>(Set.of(moved, target)), force);
    MigrationScript first = first(branch, graph);
    if (first.revises().equals(List.of(target))) {
      throw new Failure(
          "Revision %s follows \"%s\" already: there is nothing to move.".formatted(first, target));
    }
    rewrite(first, target);
    project
        .output()
        .result(
            "rebased  "
                + first.origin().source().map(project::shown).orElseThrow()
                + " now follows "
                + graph.script(target));
    return ExitCode.DONE;
  }

  private static Set<String> applied(RevisionGraph graph, Project project) throws SQLException {
    if (!project.hasDatabase()) {
      return Set.of();
    }
    try (Connection connection = project.databaseToRead().getConnection()) {
      Set<String> current =
          new HashSet<>(new MigrationHistory(connection, Dialects.of(connection)).current());
      current.removeIf(id -> graph.find(id).isEmpty());
      return graph.withAncestors(current);
    }
  }

  private String moved(RevisionGraph graph, Set<String> applied, boolean known) {
    if (revision != null) {
      return new Targets(graph, Set.of()).script(revision).id();
    }
    SortedSet<String> heads = graph.heads();
    if (heads.size() < 2) {
      throw new Failure("There is one head at most, so there is nothing to rebase.");
    }
    List<String> free = heads.stream().filter(id -> !applied.contains(id)).toList();
    if (!known || free.size() != 1) {
      throw new Failure(
          (known
                  ? free.size() + " of the heads are not applied"
                  : "Without a database it is not known which head is applied")
              + ". Name the branch to move: "
              + String.join(", ", free)
              + ".");
    }
    return free.get(0);
  }

  private String target(RevisionGraph graph, String moved) {
    if (onto != null) {
      return new Targets(graph, Set.of()).script(onto).id();
    }
    Set<String> lineage = graph.lineage(moved);
    List<String> others = graph.heads().stream().filter(id -> !lineage.contains(id)).toList();
    if (others.size() != 1) {
      throw new Failure(
          others.isEmpty()
              ? "There is no other head to put it behind."
              : "There are several other heads: "
                  + String.join(", ", others)
                  + ". Name one with --onto.");
    }
    return others.get(0);
  }

  private static void requireNoCircle(Set<String> branch, String target, RevisionGraph graph) {
    Set<String> needed = graph.withAncestors(Set.of(target));
    Optional<String> moved =
        graph.scripts().stream()
            .map(MigrationScript::id)
            .filter(id -> branch.contains(id) && needed.contains(id))
            .reduce((before, after) -> after);
    if (moved.isPresent()) {
      throw new Failure(
          "Revision \"%s\" depends on %s, which would come after it. Move the other branch, or join them with `autogen merge`."
              .formatted(target, graph.script(moved.get())));
    }
  }

  private static void requireNotApplied(
      Set<String> branch, Set<String> applied, RevisionGraph graph) {
    Optional<String> done = branch.stream().filter(applied::contains).findFirst();
    if (done.isPresent()) {
      throw new Failure(
          "Revision "
              + graph.script(done.get())
              + " is applied, so it cannot be moved. Move the other branch, or join them with"
              + " `autogen merge`.");
    }
  }

  /** Where the branch begins. */
  private static MigrationScript first(Set<String> branch, RevisionGraph graph) {
    List<String> first =
        branch.stream()
            .filter(id -> graph.script(id).revises().stream().noneMatch(branch::contains))
            .toList();
    if (first.size() != 1) {
      throw new Failure(
          "The branch begins with several revisions: "
              + String.join(", ", first)
              + ". Rebase them one by one, or join the heads with `autogen merge`.");
    }
    return graph.script(first.get(0));
  }

  private static void rewrite(MigrationScript script, String parent) {
    Path file =
        script
            .origin()
            .source()
            .orElseThrow(
                () -> new Failure("There is no source of revision " + script + " to change."));
    try {
      Files.writeString(file, RevisesEdit.of(Files.readString(file), script, parent));
    } catch (IOException e) {
      throw new Failure("Cannot change \"" + file + "\": " + FileErrors.reason(e), e);
    }
  }
}
