package dev.autogen.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A user-level lock, one for each database. It belongs to the session and ends with it, so a runner
 * that is killed leaves none behind.
 */
public final class MysqlLock {

  /**
   * Locks are the server's, their names 64 characters at most: the database goes in as a digest.
   */
  private static final String NAME = "concat('autogen.', md5(coalesce(database(), '')))";

  /** Takes the lock if it is free; does not wait. */
  public boolean take(Connection connection) throws SQLException {
    return "1".equals(value(connection, "select get_lock(" + NAME + ", 0)"));
  }

  public void release(Connection connection) throws SQLException {
    value(connection, "select release_lock(" + NAME + ")");
  }

  /** The session that has the lock, with its user and host where this user may see them. */
  public Optional<String> holder(Connection connection) throws SQLException {
    String id = value(connection, "select is_used_lock(" + NAME + ")");
    if (id == null) {
      return Optional.empty();
    }
    String sql = "select user, host from information_schema.processlist where id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, Long.parseLong(id));
      try (ResultSet rows = statement.executeQuery()) {
        return Optional.of(
            "session "
                + id
                + (rows.next() ? " (" + rows.getString(1) + ") from " + rows.getString(2) : ""));
      }
    }
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getString(1) : null;
    }
  }
}
