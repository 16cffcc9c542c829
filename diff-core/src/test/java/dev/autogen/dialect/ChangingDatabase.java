package dev.autogen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.inspect.DatabaseSource;
import dev.autogen.schema.Schema;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A database that changes are made to as a migration makes them, and that is read back. */
final class ChangingDatabase implements AutoCloseable {

  private final TestDatabase database;
  private final Connection connection;
  private final Dialect dialect;

  ChangingDatabase(Engine engine, String... statements) throws SQLException {
    database = TestDatabases.create(engine);
    connection = database.connect();
    dialect = Dialects.of(connection);
    execute(statements);
  }

  void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The changes are made; what is read then is what the model says, and undoing them restores. */
  void bothWays(Change... changes) throws SQLException {
    String tables = tables();
    makes(changes);
    makes(new ChangeSet(List.of(changes)).reverse().changes().toArray(Change[]::new));
    assertEquals(tables, tables(), "after the way back");
  }

  /** The changes are made, and what is read then is what the model says. */
  void makes(Change... changes) throws SQLException {
    Schema known = read();
    Schema expected = dialect.canonical(new ChangeSet(List.of(changes)).applyTo(known));
    List<String> statements = run(known, changes);
    assertEquals(text(expected), text(read()), "after " + String.join(";\n", statements));
  }

  /** The statements that ran. */
  List<String> run(Schema known, Change... changes) throws SQLException {
    MigrationSession session = dialect.session();
    session.enter(connection);
    List<String> ran = new ArrayList<>();
    Schema now = known;
    for (List<Change> batch : dialect.batches(List.of(changes))) {
      for (String sql : dialect.statements(batch, now, connection)) {
        ran.add(sql);
        try {
          execute(sql);
        } catch (SQLException e) {
          throw new AssertionError(
              dialect.name() + ": " + String.join(";\n", ran) + "\n" + e.getMessage(), e);
        }
      }
      now = new ChangeSet(batch).applyTo(now);
    }
    session.leave(connection);
    return ran;
  }

  Schema read() {
    return dialect.canonical(
        new DatabaseSource(connection, dialect, DatabaseScope.DEFAULT.plusSchemas(Set.of()))
            .read());
  }

  /** One line for each thing, so that a difference can be seen. */
  private static String text(Schema schema) {
    List<String> lines = new ArrayList<>();
    schema
        .tables()
        .forEach(
            table -> {
              lines.add(table.name() + " " + table.comment());
              table.columns().stream().map(c -> "  " + c).sorted().forEach(lines::add);
              table.constraints().stream().map(c -> "  " + c).sorted().forEach(lines::add);
              table.indexes().stream().map(i -> "  " + i).sorted().forEach(lines::add);
            });
    schema.sequences().forEach(sequence -> lines.add(sequence.toString()));
    return String.join("\n", lines);
  }

  /** All tables as the database prints them. */
  private String tables() throws SQLException {
    StringBuilder text = new StringBuilder();
    for (var table : read().tables()) {
      text.append(shown(dialect.identifier(table.name()))).append('\n');
    }
    return text.toString().replaceAll(" AUTO_INCREMENT=\\d+", "");
  }

  /** What {@code show create table} prints. */
  String shown(String table) throws SQLException {
    return value("show create table " + table, 2);
  }

  /** The first value of the first row. */
  String value(String sql) throws SQLException {
    return value(sql, 1);
  }

  private String value(String sql, int column) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(column);
    }
  }

  Dialect dialect() {
    return dialect;
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    database.close();
  }
}
