package dev.autogen.dialect.h2;

import dev.autogen.dialect.MigrationSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A connection whose schema and patience with locks are given back as they came; it needs none
 * itself.
 */
final class H2Session implements MigrationSession {

  private record Settings(String schema, int lockTimeout) {}

  private Optional<Settings> found = Optional.empty();

  @Override
  public void enter(Connection connection) throws SQLException {
    if (found.isEmpty()) {
      found = Optional.of(settings(connection));
    } else {
      restore(connection);
    }
  }

  /** No connection's settings are changed by another. */
  @Override
  public void enterAgain(Connection connection) {}

  @Override
  public void leave(Connection connection) throws SQLException {
    if (found.isPresent()) {
      restore(connection);
    }
  }

  private static Settings settings(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select schema(), lock_timeout()")) {
      row.next();
      return new Settings(row.getString(1), row.getInt(2));
    }
  }

  private void restore(Connection connection) throws SQLException {
    Settings before = found.orElseThrow();
    Settings now = settings(connection);
    if (!before.schema().equals(now.schema())) {
      connection.setSchema(before.schema());
    }
    if (before.lockTimeout() != now.lockTimeout()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("set lock_timeout " + before.lockTimeout());
      }
    }
  }
}
