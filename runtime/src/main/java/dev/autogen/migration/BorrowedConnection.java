package dev.autogen.migration;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connection of someone else's pool: goes back as it came, with nothing left open in it. */
final class BorrowedConnection implements AutoCloseable {

  private final Connection connection;
  private final boolean autoCommit;

  private BorrowedConnection(Connection connection, boolean autoCommit) {
    this.connection = connection;
    this.autoCommit = autoCommit;
  }

  /** Each statement of it is a transaction of its own until told otherwise. */
  static BorrowedConnection from(DataSource source) throws SQLException {
    Connection connection = source.getConnection();
    try {
      boolean autoCommit = connection.getAutoCommit();
      if (!autoCommit) {
        connection.setAutoCommit(true);
      }
      return new BorrowedConnection(connection, autoCommit);
    } catch (SQLException thrown) {
      connection.close();
      throw thrown;
    }
  }

  Connection get() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      if (!connection.isClosed()) {
        if (!connection.getAutoCommit()) {
          connection.rollback();
        }
        connection.setAutoCommit(autoCommit);
      }
    }
  }
}
