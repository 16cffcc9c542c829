package dev.autogen.verify;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.ScratchDatabases;
import dev.autogen.diff.SchemaDiff;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.inspect.DatabaseSource;
import dev.autogen.migration.MigrationHistory;
import dev.autogen.plan.Fills;
import dev.autogen.plan.Plan;
import dev.autogen.plan.Planner;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A database that somebody gave for proofs: empty, or left by an earlier one, which has marked it.
 * It is emptied before and after. What no model knows, such as views, stays if a migration leaves
 * it.
 */
public final class ScratchGiven implements Scratch {

  private static final List<String> OWN =
      List.of(
          MigrationHistory.VERSION_TABLE,
          MigrationHistory.LOG_TABLE,
          MigrationHistory.JOURNAL_TABLE);

  private final DataSource source;
  private final DatabaseScope scope;
  private final Set<String> namespaces;

  /**
   * @param scope what migrations touch
   * @throws VerificationException if it holds something that no proof left
   */
  public ScratchGiven(DataSource source, DatabaseScope scope) {
    this.source = source;
    this.scope = scope;
    try (Connection connection = source.getConnection()) {
      Dialect dialect = Dialects.of(connection);
      boolean marked = isMarked(connection, dialect);
      Schema found = new DatabaseSource(connection, dialect, scope).read();
      boolean stands = !new MigrationHistory(connection, dialect).current().isEmpty();
      if (marked ? !lies(found, false).isEmpty() : stands || !lies(found, true).isEmpty()) {
        throw new VerificationException(
            "The database that --scratch-url names, or another schema that the migrations name, is"
                + " not empty. A proof empties its database: name one that holds nothing.");
      }
      namespaces = found.namespaces();
      if (!marked) {
        execute(
            connection,
            "create table " + dialect.identifier(ScratchDatabases.MARK) + " (made int)");
      }
    } catch (SQLException e) {
      throw refused(e);
    }
    renew();
  }

  /** What there is, in the schema that connections start in too or in the others alone. */
  private static List<Change> lies(Schema found, boolean everywhere) {
    Schema bare = Schema.EMPTY.withNamespaces(found.namespaces());
    return SchemaDiff.between(bare, found).stream()
        .filter(change -> everywhere || !change.object().owner().schema().isEmpty())
        .toList();
  }

  private static boolean isMarked(Connection connection, Dialect dialect) {
    try {
      execute(connection, "select 1 from " + dialect.identifier(ScratchDatabases.MARK));
      return true;
    } catch (SQLException absent) {
      return false;
    }
  }

  @Override
  public DataSource source() {
    return source;
  }

  @Override
  public Optional<String> connectionSchema() {
    return Optional.empty();
  }

  @Override
  public void renew() {
    try (Connection connection = source.getConnection()) {
      empty(connection, Dialects.of(connection));
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  /** All but the mark. */
  private void empty(Connection connection, Dialect dialect) throws SQLException {
    Schema known = new DatabaseSource(connection, dialect, scope).read();
    Schema bare = Schema.EMPTY.withNamespaces(namespaces);
    Plan plan =
        new Planner(known, dialect, Fills.none())
            .plan(List.of(), SchemaDiff.between(known, bare), bare, Set.of());
    for (List<Change> batch : dialect.batches(plan.upgrade().changes())) {
      for (String statement : dialect.statements(batch, known, connection)) {
        execute(connection, statement);
      }
      known = new ChangeSet(batch).applyTo(known);
    }
    for (String table : OWN) {
      execute(connection, "drop table if exists " + dialect.identifier(table));
    }
  }

  @Override
  public void close() {
    renew();
    try (Connection connection = source.getConnection()) {
      execute(
          connection,
          "drop table if exists " + Dialects.of(connection).identifier(ScratchDatabases.MARK));
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static VerificationException refused(SQLException e) {
    return new VerificationException(
        "The database that --scratch-url names cannot be emptied: "
            + e.getMessage()
            + ". Empty it by hand, or name another.",
        e);
  }
}
