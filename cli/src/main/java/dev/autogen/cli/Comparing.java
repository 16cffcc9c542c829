package dev.autogen.cli;

import dev.autogen.change.TableChange.DropTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.inspect.EntityOptions;
import dev.autogen.inspect.QuietLogging;
import dev.autogen.migration.Replay;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.plan.Comparer;
import dev.autogen.plan.Comparison;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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
    return withDatabase(Standing::of);
  }

  /** The same for a report, which also says it where no migration has what was applied. */
  Compared withDatabaseAsItIs() {
    return withDatabase(Standing::reported);
  }

  @FunctionalInterface
  private interface Look {
    Standing at(Connection connection, Dialect dialect, RevisionGraph graph) throws SQLException;
  }

  private Compared withDatabase(Look look) {
    Database database = project.databaseToRead();
    return quietly(
        "reading entities and database",
        () -> {
          try (Connection connection = database.getConnection()) {
            return withDatabase(connection, look);
          } catch (SQLException e) {
            throw new Failure(
                "The database could not be read: "
                    + DatabaseErrors.sentence(String.valueOf(e.getMessage()))
                    + " Check what the user may read.",
                e);
          }
        });
  }

  private Compared withDatabase(Connection connection, Look look) throws SQLException {
    Dialect dialect = Dialects.of(connection);
    Standing standing = look.at(connection, dialect, graph);
    Replay replay = Replay.of(standing.applied());
    return new Compared(
        told(comparer(replay, project.entities()).withDatabase(connection, dialect)),
        dialect,
        label(connection, dialect),
        replay,
        standing.pending(),
        standing.astray(),
        standing.interruption());
  }

  /** With what all migrations describe, without a database, in the dialect of the settings. */
  Compared withMigrations() {
    return withMigrations(project.offlineDialect());
  }

  /** With what all migrations describe, without a database. */
  Compared withMigrations(Dialect dialect) {
    return quietly(
        "reading entities and migrations",
        () -> {
          Replay replay = Replay.of(graph.scripts());
          return new Compared(
              told(comparer(replay, project.entities()).withSchema(replay.schema(), dialect)),
              dialect,
              graph.isEmpty()
                  ? "no migrations"
                  : "migrations at " + String.join(", ", graph.heads()),
              replay,
              List.of(),
              List.of(),
              Optional.empty());
        });
  }

  /** Does work while the libraries that read entities and databases keep what they log. */
  <T> T quietly(String doing, Supplier<T> work) {
    project.classPath();
    StrayOutput stray = new StrayOutput();
    QuietLogging quiet = new QuietLogging();
    try {
      return project.output().during(doing, work);
    } finally {
      quiet.close();
      stray.close();
    }
  }

  private Comparer comparer(Replay base, EntityOptions entities) {
    return new Comparer(
        entities, project.scope(), base, hints.renames(), hints.fills(), hints.unmanaged());
  }

  /** Refuses to take a table for one that no entity maps where not all entities are known. */
  private Comparison told(Comparison comparison) {
    List<String> dropped =
        comparison.plan().changes().stream()
            .filter(DropTable.class::isInstance)
            .map(change -> change.object().toString())
            .toList();
    if (!dropped.isEmpty() && !project.hasWholeClassPath()) {
      throw new Failure(
          "It could not be told whether an entity maps "
              + String.join(", ", dropped)
              + ": the build did not tell its class path, and entities may be in what the project"
              + " depends on. Mend the build (the note says what is wrong with it), or name the"
              + " whole class path with --classpath.");
    }
    return comparison;
  }

  /** {@code shop (PostgreSQL 16.4)}. */
  private static String label(Connection connection, Dialect dialect) throws SQLException {
    String catalog = connection.getCatalog();
    return catalog == null || catalog.isEmpty()
        ? dialect.version().toString()
        : dialect.fromDatabase(catalog) + " (" + dialect.version() + ")";
  }

  /** Refuses to call two sides equal where something could not be compared. */
  static void requireToldApart(Comparison comparison) {
    if (!comparison.notCompared().isEmpty()) {
      throw notToldApart();
    }
  }

  /** That not all could be compared. */
  static Failure notToldApart() {
    return new Failure(
        "It could not be told whether entities and database agree: not all could be compared, as"
            + " the report says. Grant the user what it lacks, or write such expressions as the"
            + " database prints them.");
  }
}
