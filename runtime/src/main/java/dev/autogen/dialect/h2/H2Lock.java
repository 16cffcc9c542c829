package dev.autogen.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A locked row of a table of its own, for H2 has no advisory locks. The row is held by an open
 * transaction, so it is free again when the session ends, however it ends.
 */
final class H2Lock {

  /** H2's LOCK_TIMEOUT_1 and CONCURRENT_UPDATE_1. */
  private static final int TIMEOUT = 50200;

  private static final int CONCURRENT_UPDATE = 90131;

  boolean take(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set lock_timeout 0");
      statement.execute("create table if not exists autogen_lock (id integer primary key)");
      statement.execute(
          "merge into autogen_lock as l using (values 1) as v(id) on l.id = v.id"
              + " when not matched then insert values (1)");
      connection.setAutoCommit(false);
      statement.executeQuery("select id from autogen_lock where id = 1 for update").close();
      return true;
    } catch (SQLException e) {
      release(connection);
      if (isTaken(e)) {
        return false;
      }
      throw e;
    }
  }

  void release(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static boolean isTaken(SQLException e) {
    return e.getErrorCode() == TIMEOUT || e.getErrorCode() == CONCURRENT_UPDATE;
  }
}
