package dev.autogen.cli;

import dev.autogen.dialect.Dialect;
import dev.autogen.migration.MigrationHistory;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;

/**
 * Where a database stands among the migrations.
 *
 * @param current the revisions that it stands at; none before the first
 * @param applied the migrations that have been applied, in order
 * @param pending those that have not, in order
 */
record Standing(
    SortedSet<String> current, List<MigrationScript> applied, List<MigrationScript> pending) {

  /**
   * @throws Failure if no migration has a revision that the database stands at
   */
  static Standing of(Connection connection, Dialect dialect, RevisionGraph graph)
      throws SQLException {
    SortedSet<String> current = new MigrationHistory(connection, dialect).current();
    for (String id : current) {
      if (graph.find(id).isEmpty()) {
        throw new Failure(
            "The database stands at revision \""
                + id
                + "\", which no migration here has. Bring that migration back, perhaps from another"
                + " branch; or, if the schema is that of another revision, say so with"
                + " `autogen stamp --purge` and that revision.");
      }
    }
    return new Standing(current, graph.history(current), graph.upgradePath(current, graph.heads()));
  }
}
