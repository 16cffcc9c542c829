package dev.autogen.verify;

import dev.autogen.change.Change;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.diff.SchemaDiff;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.inspect.DatabaseSource;
import dev.autogen.migration.MigrationException;
import dev.autogen.migration.MigrationRunner;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves on a scratch database that a migration is equal to the chain that it replaces, wherever in
 * that chain a database stands: the same catalog and rows come of each.
 */
public final class SquashProof {

  private final RevisionGraph graph;
  private final Scratch scratch;
  private final DatabaseScope scope;

  /**
   * @param graph with the migration and the chain
   */
  public SquashProof(RevisionGraph graph, Scratch scratch, DatabaseScope scope) {
    this.graph = graph;
    this.scratch = scratch;
    this.scope = scope;
  }

  private record State(Schema schema, Rows rows) {}

  /**
   * What speaks against it: sentences, none if it is proved.
   *
   * @throws VerificationException if it cannot be tried
   */
  public List<String> against(MigrationScript squash) {
    List<String> against = new ArrayList<>();
    MigrationRunner runner = MigrationRunner.on(scratch.source()).migrations(graph);
    try {
      runner.upgrade(squash.id());
      State wanted = state();
      for (String prefix : squash.header().links().replaces()) {
        scratch.renew();
        RevisionGraph chain = graph.at(List.of(prefix));
        MigrationRunner.on(scratch.source()).migrations(chain).upgrade(prefix);
        MigrationRunner.on(scratch.source()).migrations(graph).upgrade(squash.id());
        compare(prefix, state(), wanted, against);
      }
    } catch (MigrationException e) {
      against.add(String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      throw new VerificationException(
          "The scratch database refused what the proof asked of it: " + e.getMessage(), e);
    }
    return against;
  }

  private static void compare(String prefix, State is, State wanted, List<String> against) {
    for (Change change : SchemaDiff.between(is.schema(), wanted.schema())) {
      against.add("From %s on, the chain leads elsewhere: %s".formatted(prefix, change.describe()));
    }
    if (!is.rows().stated(is.schema()).equals(wanted.rows().stated(wanted.schema()))) {
      against.add("From %s on, the chain leaves other rows.".formatted(prefix));
    }
  }

  private State state() throws SQLException {
    try (Connection connection = scratch.source().getConnection()) {
      Dialect dialect = Dialects.of(connection);
      Schema schema = new DatabaseSource(connection, dialect, scope).read();
      return new State(schema, Rows.read(connection, dialect, schema));
    }
  }
}
