package dev.autogen.dialect;

import dev.autogen.change.Change;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One database, to which changes are made. */
final class RunDdl implements AutoCloseable {

  private final TestDatabase database;
  private final Dialect dialect;

  RunDdl(Engine engine, String... statements) throws SQLException {
    database = TestDatabases.create(engine);
    try (Connection connection = database.connect()) {
      dialect = Dialects.of(connection);
    }
    database.execute(statements);
  }

  void up(Change change) {
    for (String sql : change.accept(dialect.ddl())) {
      try {
        database.execute(sql);
      } catch (SQLException e) {
        throw new AssertionError(dialect.name() + ": " + sql + "\n" + e.getMessage(), e);
      }
    }
  }

  void both(Change change) {
    up(change);
    up(change.reverse());
  }

  void execute(String sql) throws SQLException {
    database.execute(sql);
  }

  String value(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  Connection connect() throws SQLException {
    return database.connect();
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
