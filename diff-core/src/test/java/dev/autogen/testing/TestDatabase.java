package dev.autogen.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database of one test: empty when it is made, dropped when it is closed.
 *
 * @param engine what kind of database it is
 * @param url the JDBC URL, without user and password
 * @param user a user who may do everything in it
 * @param password the user's password
 * @param drop what removes it
 */
public record TestDatabase(Engine engine, String url, String user, String password, Drop drop)
    implements AutoCloseable {

  /** Removes a database. */
  @FunctionalInterface
  public interface Drop {
    void run() throws SQLException;
  }

  /** A new connection, in autocommit mode. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** Runs statements, each committed at once. */
  public void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    drop.run();
  }
}
