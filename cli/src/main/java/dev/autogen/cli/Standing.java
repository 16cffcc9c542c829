package dev.autogen.cli;

import dev.autogen.dialect.Dialect;
import dev.autogen.migration.Alteration;
import dev.autogen.migration.Interruption;
import dev.autogen.migration.MigrationException;
import dev.autogen.migration.MigrationHistory;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Where a database stands among the migrations.
 *
 * @param graph the migrations as this database sees them
 * @param current the revisions that it stands at; none before the first
 * @param applied the migrations that have been applied, in order
 * @param pending those that have not, in order
 * @param astray sentences on what is wrong: a run that is not at its end, migrations that are no
 *     longer what was applied
 */
record Standing(
    RevisionGraph graph,
    SortedSet<String> current,
    List<MigrationScript> applied,
    List<MigrationScript> pending,
    List<String> astray) {

  /** What to do about a run that broke off. */
  static final String ON = " The next run goes on from there.";

  /**
   * @throws Failure if no migration has a revision that the database stands at
   */
  static Standing of(Connection connection, Dialect dialect, RevisionGraph all)
      throws SQLException {
    SortedSet<String> current = new MigrationHistory(connection, dialect).current();
    RevisionGraph graph = all.at(current);
    for (String id : current) {
      if (graph.find(id).isEmpty()) {
        graph
            .replacing(id)
            .ifPresent(
                squash -> {
                  throw new MigrationException(squash.insteadOf(id));
                });
        throw new Failure(
            "The database stands at revision \""
                + id
                + "\", which no migration here has. Bring that migration back, perhaps from another"
                + " branch; or, if the schema is that of another revision, say so with"
                + " `autogen stamp --purge` and that revision.");
      }
    }
    List<String> astray = new ArrayList<>();
    Optional<Interruption> open = Interruption.of(connection, dialect);
    if (open.isPresent()) {
      astray.add(open.get().message() + goesOn(connection, dialect));
    }
    Alteration.of(new MigrationHistory(connection, dialect).log(), graph, current)
        .forEach(alteration -> astray.add(alteration.message()));
    return new Standing(
        graph,
        current,
        graph.history(current),
        graph.upgradePath(current, graph.heads()),
        List.copyOf(astray));
  }

  /** Whether somebody is at it, where the database tells who holds the lock. */
  private static String goesOn(Connection connection, Dialect dialect) throws SQLException {
    return dialect
        .lockHolder(connection)
        .map(holder -> " That run is going on: " + holder + ".")
        .orElse(ON);
  }
}
