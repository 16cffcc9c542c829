package dev.autogen.cli;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.inspect.QuietLogging;
import dev.autogen.migration.Replay;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.plan.Comparer;
import java.sql.Connection;
import java.sql.SQLException;

/** Compares a project's entities with its database or with what its migrations describe. */
final class Comparing {

  private final Project project;
  private final RevisionGraph graph;
  private final Hints hints;

  Comparing(Project project, RevisionGraph graph, Hints hints) {
    this.project = project;
    this.graph = graph;
    this.hints = hints;
  }

  /** With the database, wherever among the migrations it stands. */
  Compared withDatabase() {
    Database database = project.database();
    try (QuietLogging quiet = new QuietLogging();
        Connection connection = database.getConnection();
        Progress progress = project.output().progress("reading entities and database")) {
      Dialect dialect = Dialects.of(connection);
      Standing standing = Standing.of(connection, dialect, graph);
      Replay replay = Replay.of(standing.applied());
      return new Compared(
          comparer(replay).withDatabase(connection, dialect),
          dialect,
          label(connection, dialect),
          replay,
          standing.pending());
    } catch (SQLException e) {
      throw new Failure(
          "The database could not be read: "
              + DatabaseErrors.sentence(String.valueOf(e.getMessage()))
              + " Check what the user may read.",
          e);
    }
  }

  /** With what all migrations describe, without a database, in the dialect of the settings. */
  Compared withMigrations() {
    return withMigrations(project.offlineDialect());
  }

  /** With what all migrations describe, without a database. */
  Compared withMigrations(Dialect dialect) {
    try (QuietLogging quiet = new QuietLogging();
        Progress progress = project.output().progress("reading entities and migrations")) {
      Replay replay = Replay.of(graph.scripts());
      return new Compared(
          comparer(replay).withSchema(replay.schema(), dialect),
          dialect,
          graph.isEmpty() ? "no migrations" : "migrations at " + String.join(", ", graph.heads()),
          replay,
          java.util.List.of());
    }
  }

  private Comparer comparer(Replay base) {
    return new Comparer(
        project.entities(),
        project.scope(),
        base.declared().keySet(),
        hints.renames(),
        hints.fills(),
        hints.unmanaged());
  }

  /** {@code shop (PostgreSQL 16.4)}. */
  private static String label(Connection connection, Dialect dialect) throws SQLException {
    String catalog = connection.getCatalog();
    return catalog == null || catalog.isEmpty()
        ? dialect.version().toString()
        : dialect.fromDatabase(catalog) + " (" + dialect.version() + ")";
  }
}
