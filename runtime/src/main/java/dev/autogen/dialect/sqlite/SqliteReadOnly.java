package dev.autogen.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Whether a connection can write at all: SQLite opens what it may only read, without a word. */
final class SqliteReadOnly {

  /** SQLITE_READONLY; what stands above the lowest byte says why. */
  private static final int READ_ONLY = 8;

  private static final int PRIMARY_CODE = 0xff;

  private SqliteReadOnly() {}

  /**
   * Writes nothing that stays. Whether another program is writing just now is not asked here.
   *
   * @throws SQLException if the database can only be read; its message is a sentence for a person
   */
  static void requireWritable(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long version;
      try (ResultSet row = statement.executeQuery("pragma user_version")) {
        version = row.next() ? row.getLong(1) : 0;
      }
      statement.execute("savepoint autogen_probe");
      try {
        statement.execute("pragma user_version = " + version);
      } finally {
        statement.execute("rollback to autogen_probe");
        statement.execute("release autogen_probe");
      }
    } catch (SQLException refused) {
      if ((refused.getErrorCode() & PRIMARY_CODE) == READ_ONLY) {
        throw new SQLException(
            "the database can only be read: give this user the right to write its file and the"
                + " folder that it is in, and leave mode=ro, immutable and open_mode out of the URL",
            refused);
      }
    }
  }
}
