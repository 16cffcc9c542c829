package dev.autogen.cli;

import dev.autogen.dialect.Dialects;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.verify.Scratch;
import dev.autogen.verify.ScratchBeside;
import dev.autogen.verify.ScratchGiven;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
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
    return project.scope().plusSchemas(MigrationReach.of(graph).schemas());
  }

  /** Asks now, if at all: later on work is shown where the question would stand. */
  void askForPassword(Project project) {
    project.databases(url != null ? url : project.url());
  }

  Scratch open(Project project, RevisionGraph graph) {
    MigrationReach reach = MigrationReach.of(graph);
    if (url != null) {
      DataSource given = project.databases(url).apply(url);
      requireWithin(given, reach);
      return new ScratchGiven(given, project.scope().plusSchemas(reach.schemas()));
    }
    Connection beside = project.databaseToRead().getConnection();
    requireApart(beside, reach);
    return new ScratchBeside(project.databases(project.url())::apply, project.url(), beside);
  }

  private static void requireWithin(DataSource given, MigrationReach reach) {
    try (Connection connection = given.getConnection()) {
      reach.requireWithin(connection, Dialects.of(connection));
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static void requireApart(Connection beside, MigrationReach reach) {
    try {
      reach.requireApart(beside, Dialects.of(beside));
    } catch (SQLException e) {
      closed(beside);
      throw unreadable(e);
    } catch (RuntimeException refused) {
      closed(beside);
      throw refused;
    }
  }

  private static void closed(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static Failure unreadable(SQLException e) {
    return new Failure(DatabaseErrors.sentence(String.valueOf(e.getMessage())), e);
  }
}
