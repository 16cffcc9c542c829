package dev.autogen.cli;

import dev.autogen.dialect.Dialects;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
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
    Ground ground = Ground.of(project);
    RevisionGraph graph = ground.graph();
    if (revision == null && graph.heads().size() < 2) {
      return nothing(project, "There is one head at most, so there is nothing to rebase.");
    }
    String moved = moved(ground);
    Optional<String> target = target(ground, moved);
    if (target.isEmpty()) {
      return nothing(project, "There is no other head to put it behind.");
    }
    Set<String> branch = graph.line(moved);
    branch.removeAll(graph.line(target.get()));
    if (branch.isEmpty()) {
      return nothing(
          project,
          "Revision \"%s\" comes before \"%s\" already: there is nothing to move."
              .formatted(moved, target.get()));
    }
    requireNoCircle(branch, target.get(), graph);
    requireNotApplied(branch, ground.applied(), graph);
    MigrationScript first = first(branch, graph);
    if (first.revises().equals(List.of(target.get()))) {
      return nothing(
          project,
          "Revision %s follows \"%s\" already: there is nothing to move."
              .formatted(first, target.get()));
    }
    requireNoSquash(first);
    move(project, graph, first, target.get());
    return ExitCode.DONE;
  }

  /** All that follows the first of the branch moves with it, whichever head was named. */
  private void move(Project project, RevisionGraph graph, MigrationScript first, String target) {
    Set<String> along = graph.lineage(first.id());
    SortedSet<String> heads = graph.heads();
    heads.retainAll(along);
    new Agreement(project).requireBehind(graph, heads, target, force);
    rewrite(first, target);
    project
        .output()
        .result(
            "rebased  "
                + first.origin().source().map(project::shown).orElseThrow()
                + " now follows "
                + graph.script(target));
    if (heads.size() > 1) {
      project.output().note("With it go the heads " + String.join(", ", heads) + ".");
    }
  }

  private static int nothing(Project project, String why) {
    project.output().note(why);
    return ExitCode.DONE;
  }

  /**
   * What can be moved, and where to.
   *
   * @param graph the migrations as the database sees them
   * @param applied those that are applied to it
   * @param targets reads what names one of them
   * @param known whether there is a database, so that it is known what is applied
   */
  private record Ground(RevisionGraph graph, Set<String> applied, Targets targets, boolean known) {

    static Ground of(Project project) throws SQLException {
      RevisionGraph all = project.migrations();
      if (!project.hasDatabase()) {
        return new Ground(all, Set.of(), new Targets(all), false);
      }
      try (Connection connection = project.databaseToRead().getConnection()) {
        Standing standing = Standing.of(connection, Dialects.of(connection), all);
        standing.interruption().ifPresent(Standing::requireNothingDone);
        RevisionGraph graph = standing.graph();
        return new Ground(
            graph,
            graph.withAncestors(standing.current()),
            new Targets(graph, standing.current()),
            true);
      }
    }
  }

  private String moved(Ground ground) {
    if (revision != null) {
      return ground.targets().script(revision).id();
    }
    SortedSet<String> free = ground.graph().heads();
    free.removeAll(ground.applied());
    if (free.isEmpty()) {
      throw new Failure(
          "All heads are applied, so none of them can be moved. Join them with `autogen merge`.");
    }
    if (!ground.known() || free.size() > 1) {
      throw new Failure(
          (ground.known()
                  ? free.size() + " of the heads are not applied"
                  : "Without a database it is not known which head is applied")
              + ". Name the branch to move: "
              + String.join(", ", free)
              + ".");
    }
    return free.first();
  }

  /** Empty where there is none but what is moved. */
  private Optional<String> target(Ground ground, String moved) {
    if (onto != null) {
      return Optional.of(ground.targets().script(onto).id());
    }
    SortedSet<String> others = ground.graph().heads();
    others.removeAll(ground.graph().lineage(moved));
    if (others.size() > 1) {
      throw new Failure(
          "There are several other heads: "
              + String.join(", ", others)
              + ". Name one with --onto.");
    }
    return others.stream().findFirst();
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

  /** Where its chain was run it counts as applied, and all that it follows with it. */
  private static void requireNoSquash(MigrationScript first) {
    if (!first.header().links().replaces().isEmpty()) {
      throw new Failure(
          "Revision "
              + first
              + " is a squash, and its chain stays where it is: a database that ran the chain would"
              + " never get what the squash is put behind. Join the heads with `autogen merge`.");
    }
  }

  private static void rewrite(MigrationScript script, String parent) {
    Path file =
        script
            .origin()
            .source()
            .orElseThrow(
                () -> new Failure("There is no source of revision " + script + " to change."));
    try {
      NewFile.replace(file, RevisesEdit.of(Files.readString(file), script, parent));
    } catch (IOException e) {
      throw new Failure("Cannot change \"" + file + "\": " + FileErrors.reason(e), e);
    }
  }
}
