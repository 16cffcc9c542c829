package dev.autogen.cli;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.migration.Direction;
import dev.autogen.migration.MigrationException;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.Replay;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Step;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.QualifiedName;
import dev.autogen.verify.Scratch;
import dev.autogen.verify.ScratchBeside;
import dev.autogen.verify.ScratchGiven;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database a proof takes: one beside the project's, or one that is named. */
final class ScratchOption {

  @Option(
      names = "--scratch-url",
      paramLabel = "URL",
      description = "An empty database to use, instead of one made beside the database.")
  @Nullable String url;

  /** Whether there is any. */
  boolean isPossible(Project project) {
    return url != null || project.hasDatabase();
  }

  /** What of it is looked at: all that the migrations name. */
  static DatabaseScope scope(Project project, RevisionGraph graph) {
    return project.scope().plusSchemas(otherSchemas(graph));
  }

  /** Asks now, if at all: later on work is shown where the question would stand. */
  void askForPassword(Project project) {
    project.databases(url != null ? url : project.url());
  }

  Scratch open(Project project, RevisionGraph graph) {
    if (url != null) {
      return new ScratchGiven(project.databases(url).apply(url), scope(project, graph));
    }
    Connection beside = project.databaseToRead().getConnection();
    requireApart(beside, otherSchemas(graph));
    return new ScratchBeside(project.databases(project.url())::apply, project.url(), beside);
  }

  /** Where a schema of another name is another database of the server, it would be the real one. */
  private static void requireApart(Connection beside, List<String> others) {
    try {
      Dialect dialect = Dialects.of(beside);
      if (!dialect.scratchDatabases().holdsSchemas() && !others.isEmpty()) {
        beside.close();
        throw new Failure(
            "The migrations name other databases of this server ("
                + String.join(", ", others)
                + "), which a proof must not touch. Name an empty database of another server with"
                + " --scratch-url.");
      }
    } catch (SQLException e) {
      throw new Failure(DatabaseErrors.sentence(String.valueOf(e.getMessage())), e);
    }
  }

  /**
   * Those that any step of any migration names, whether or not they stay. A downgrade that cannot
   * say its steps runs none, which the proof tells of.
   */
  private static List<String> otherSchemas(RevisionGraph graph) {
    Set<String> names = new TreeSet<>();
    Replay before = Replay.EMPTY;
    for (MigrationScript script : graph.scripts()) {
      Replay after = before.then(script);
      addSchemas(names, script.steps(Direction.UPGRADE, before.schema()));
      try {
        addSchemas(names, script.steps(Direction.DOWNGRADE, after.schema()));
      } catch (MigrationException silent) {
        // Nothing of it is run.
      }
      before = after;
    }
    names.remove("");
    return List.copyOf(names);
  }

  private static void addSchemas(Set<String> names, List<Step> steps) {
    for (Step step : steps) {
      if (step instanceof Step.Alter alter) {
        QualifiedName owner = alter.change().object().owner();
        names.add(alter.change().object().kind() == Kind.SCHEMA ? owner.name() : owner.schema());
      } else if (step instanceof Step.Insert insert) {
        names.add(insert.table().schema());
      } else if (step instanceof Step.Backfill backfill) {
        names.add(backfill.table().schema());
      }
    }
  }
}
