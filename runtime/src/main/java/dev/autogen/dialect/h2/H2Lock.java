package dev.autogen.dialect.h2;

import dev.autogen.dialect.SessionLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * A locked row of a table of its own, for H2 has no advisory locks. The row is held by an open
 * transaction, so it is free again when the session ends, however it ends. H2 does not tell who
 * holds a row: the holder puts in another, whose number tells it, and never commits that; who waits
 * reads it all the same.
 */
final class H2Lock implements SessionLock {

  /**
   * What H2 says to a session that comes second: LOCK_TIMEOUT_1, CONCURRENT_UPDATE_1, DEADLOCK_1;
   * and where two make the table or its row at once, TABLE_OR_VIEW_ALREADY_EXISTS_1 and
   * DUPLICATE_KEY_1.
   */
  private static final Set<Integer> TAKEN = Set.of(50200, 90131, 40001, 42101, 23505);

  /** TABLE_OR_VIEW_NOT_FOUND_1, and the two that suggest another name or a database not empty. */
  private static final Set<Integer> NO_TABLE = Set.of(42102, 42103, 42104);

  /** SYNTAX_ERROR_1: before 2.2 H2 does not know how to pass over what is locked. */
  private static final int SYNTAX_ERROR = 42000;

  private static final int MIGRATIONS = 1;
  private static final int SCRATCH = 2;

  /** The shortest time to wait, in milliseconds: for 0 H2 takes its default of two seconds. */
  private static final String SHORTEST = "set lock_timeout 1";

  /** How long each session waited before: it may be one of a pool, and lives on. */
  private final Map<Connection, Integer> before = Collections.synchronizedMap(new WeakHashMap<>());

  private final int row;

  private H2Lock(int row) {
    this.row = row;
  }

  /** Under which migrations run. */
  static H2Lock onMigrations() {
    return new H2Lock(MIGRATIONS);
  }

  /** Under which a proof uses a database that it was given. */
  static H2Lock onScratch() {
    return new H2Lock(SCRATCH);
  }

  /**
   * Asks in a way that is no error where the lock is taken: a pool may close a connection on which
   * H2 says that it waited too long.
   */
  @Override
  public boolean take(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      if (!hasRow(statement)) {
        statement.execute("create table if not exists autogen_lock (id integer primary key)");
        statement.execute(
            "merge into autogen_lock as l using (values %1$s) as v(id) on l.id = v.id when not matched then insert values (%1$s)"
                .formatted(row));
      }
      boolean signs = maySign(statement);
      connection.setAutoCommit(false);
      boolean taken = lockRow(connection, statement);
      if (!taken) {
        release(connection);
      } else if (signs) {
        statement.execute(signature("1 = 1"));
      }
      return taken;
    } catch (SQLException e) {
      release(connection);
      if (TAKEN.contains(e.getErrorCode())) {
        return false;
      }
      throw e;
    }
  }

  private boolean hasRow(Statement statement) throws SQLException {
    try (ResultSet found = statement.executeQuery(select())) {
      return found.next();
    } catch (SQLException e) {
      if (NO_TABLE.contains(e.getErrorCode())) {
        return false;
      }
      throw e;
    }
  }

  private String select() {
    return "select id from autogen_lock where id = " + row;
  }

  private boolean lockRow(Connection connection, Statement statement) throws SQLException {
    try (ResultSet locked = statement.executeQuery(select() + " for update skip locked")) {
      return locked.next();
    } catch (SQLException e) {
      if (e.getErrorCode() != SYNTAX_ERROR) {
        throw e;
      }
      before.put(connection, timeout(statement));
      statement.execute(SHORTEST);
      statement.executeQuery(select() + " for update").close();
      return true;
    }
  }

  /**
   * Not every user may put rows in. That is tried before, without a row: an insert that fails in
   * the transaction that holds the lock has whoever comes next go in circles in H2 2.1, for ever.
   */
  private boolean maySign(Statement statement) {
    try {
      statement.execute(signature("1 = 0"));
      return true;
    } catch (SQLException unsigned) {
      return false;
    }
  }

  private String signature(String condition) {
    return "insert into autogen_lock select s.id from (select -2 * session_id() - %s as id) s where %s and not exists (select 1 from autogen_lock l where l.id = s.id)"
        .formatted(odd(), condition);
  }

  /** What parts the signatures under two locks. */
  private int odd() {
    return row % 2;
  }

  private static int timeout(Statement statement) throws SQLException {
    try (ResultSet set = statement.executeQuery("select lock_timeout()")) {
      set.next();
      return set.getInt(1);
    }
  }

  @Override
  public void release(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    Integer timeout = before.remove(connection);
    if (timeout != null) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("set lock_timeout " + timeout);
      }
    }
  }

  /** The session that has the lock, with its user and client where this user may see them. */
  @Override
  public Optional<String> holder(Connection connection) throws SQLException {
    int isolation = connection.getTransactionIsolation();
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
    try {
      return signed(connection);
    } finally {
      connection.setTransactionIsolation(isolation);
    }
  }

  private Optional<String> signed(Connection connection) throws SQLException {
    String sql =
        """
        select -l.id / 2, s.USER_NAME, s.CLIENT_ADDR
        from autogen_lock l left join INFORMATION_SCHEMA.SESSIONS s on s.SESSION_ID = -l.id / 2
        where l.id < 0 and mod(-l.id, 2) = %s
        """
            .formatted(odd());
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      return found.next()
          ? Optional.of(sentence(found.getString(1), found.getString(2), found.getString(3)))
          : Optional.empty();
    } catch (SQLException e) {
      if (NO_TABLE.contains(e.getErrorCode())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static String sentence(String session, String user, String client) {
    return "session "
        + session
        + (user == null ? "" : " (" + user + ")")
        + (client == null ? "" : " from " + client);
  }
}
