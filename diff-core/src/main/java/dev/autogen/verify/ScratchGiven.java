package dev.autogen.verify;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.ScratchDatabases;
import dev.autogen.dialect.SessionLock;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A database that somebody gave for proofs: empty, or left by an earlier one, which has marked it.
 * It is emptied before and after, and one proof has it at a time: of tables and types, and of
 * views, routines and the like in the schemas that migrations name.
 */
public final class ScratchGiven implements Scratch {

  private static final List<String> OWN =
      List.of(
          MigrationHistory.VERSION_TABLE,
          MigrationHistory.LOG_TABLE,
          MigrationHistory.JOURNAL_TABLE);

  private final DataSource source;
  private final DatabaseScope scope;
  private final Claim claim;
  private final Set<String> namespaces;

  /** A session that has the database to itself as long as it is open, as far as proofs go. */
  private record Claim(SessionLock lock, Connection session) implements AutoCloseable {

    static Claim on(DataSource source) throws SQLException {
      Connection session = source.getConnection();
      try {
        SessionLock lock = Dialects.of(session).scratchDatabases().claim();
        if (!lock.take(session)) {
          throw new VerificationException(
              "Another proof%s is using the database that --scratch-url names. Try again when it is done, or name another database."
                  .formatted(lock.holder(session).map(who -> " (" + who + ")").orElse("")));
        }
        return new Claim(lock, session);
      } catch (SQLException | RuntimeException refused) {
        session.close();
        throw refused;
      }
    }

    @Override
    public void close() throws SQLException {
      try (session) {
        lock.release(session);
      }
    }
  }

  /**
   * @param scope what migrations touch
   * @throws VerificationException if it holds something that no proof left, or another proof is
   *     using it
   */
  public ScratchGiven(DataSource source, DatabaseScope scope) {
    this.source = source;
    this.scope = scope;
    try {
      this.claim = Claim.on(source);
    } catch (SQLException e) {
      throw refused(e);
    }
    try {
      this.namespaces = occupied();
      renew();
    } catch (RuntimeException refused) {
      leave();
      throw refused;
    }
  }

  /** Marks it as what may be emptied; returns the schemas that it is to keep. */
  private Set<String> occupied() {
    try (Connection connection = source.getConnection()) {
      Dialect dialect = Dialects.of(connection);
      boolean marked = isMarked(connection, dialect);
      Schema found = new DatabaseSource(connection, dialect, scope).read();
      boolean stands = !new MigrationHistory(connection, dialect).current().isEmpty();
      List<String> unmodelled = unmodelled(connection, dialect, found.namespaces());
      if (marked) {
        unmodelled.removeAll(unmodelled(connection, dialect, Set.of()));
      }
      if (!unmodelled.isEmpty() || !lies(found, !marked).isEmpty() || stands && !marked) {
        throw new VerificationException(
            "The database that --scratch-url names, or another schema that the migrations name, is"
                + " not empty. A proof empties its database: name one that holds nothing.");
      }
      if (!marked) {
        execute(
            connection,
            "create table " + dialect.identifier(ScratchDatabases.MARK) + " (made int)");
      }
      return found.namespaces();
    } catch (SQLException e) {
      throw refused(e);
    }
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

  /** The statements that drop what the reader of schemas does not see. */
  private static List<String> unmodelled(
      Connection connection, Dialect dialect, Set<String> namespaces) throws SQLException {
    List<String> others = namespaces.stream().map(dialect::toDatabase).toList();
    return new ArrayList<>(dialect.scratchDatabases().dropsOfUnmodelled(connection, others));
  }

  /** All but the mark. */
  private void empty(Connection connection, Dialect dialect) throws SQLException {
    Set<String> all =
        new HashSet<>(new DatabaseSource(connection, dialect, scope).read().namespaces());
    dropUnmodelled(connection, dialect, all);
    dropModelled(connection, dialect);
    all.retainAll(namespaces);
    Optional<SQLException> left = dropUnmodelled(connection, dialect, all);
    if (left.isPresent()) {
      throw left.get();
    }
    for (String table : OWN) {
      execute(connection, "drop table if exists " + dialect.identifier(table));
    }
  }

  /** One may need another, so as long as any goes; returns what the last that stays says. */
  private static Optional<SQLException> dropUnmodelled(
      Connection connection, Dialect dialect, Set<String> namespaces) throws SQLException {
    List<String> before = List.of();
    List<String> left = unmodelled(connection, dialect, namespaces);
    Optional<SQLException> why = Optional.empty();
    while (!left.isEmpty() && !left.equals(before)) {
      why = Optional.empty();
      for (String drop : left) {
        try {
          execute(connection, drop);
        } catch (SQLException refused) {
          why = Optional.of(refused);
        }
      }
      before = left;
      left = unmodelled(connection, dialect, namespaces);
    }
    return left.isEmpty() ? Optional.empty() : why;
  }

  private void dropModelled(Connection connection, Dialect dialect) throws SQLException {
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
  }

  @Override
  public void close() {
    try {
      renew();
      unmark();
    } finally {
      leave();
    }
  }

  private void unmark() {
    try (Connection connection = source.getConnection()) {
      execute(
          connection,
          "drop table if exists " + Dialects.of(connection).identifier(ScratchDatabases.MARK));
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private void leave() {
    try {
      claim.close();
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
