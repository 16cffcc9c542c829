package dev.autogen.dialect.mysql;

import dev.autogen.dialect.SessionLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A user-level lock, one for each database. It belongs to the session and ends with it, so a runner
 * that is killed leaves none behind.
 */
public final class MysqlLock implements SessionLock {

  /**
   * Locks are the server's, their names 64 characters at most: the database goes in as a digest.
   */
  private final String name;

  private MysqlLock(String prefix) {
    this.name = "concat('" + prefix + "', md5(coalesce(database(), '')))";
  }

  /** Under which migrations run. */
  public static MysqlLock onMigrations() {
    return new MysqlLock("autogen.");
  }

  /** Under which a proof uses a database that it was given. */
  static MysqlLock onScratch() {
    return new MysqlLock("autogen.scratch.");
  }

  @Override
  public boolean take(Connection connection) throws SQLException {
    return "1".equals(value(connection, "select get_lock(" + name + ", 0)"));
  }

  @Override
  public void release(Connection connection) throws SQLException {
    value(connection, "select release_lock(" + name + ")");
  }

  /** The session that has the lock, with its user and host where this user may see them. */
  @Override
  public Optional<String> holder(Connection connection) throws SQLException {
    String id = value(connection, "select is_used_lock(" + name + ")");
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
