package dev.autogen.migration;

import static dev.autogen.migration.Scripts.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Java work of a person's own does is undone with the step, or stays with it. */
class JavaWorkTest {

  private final MemoryDatabase database = new MemoryDatabase();

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void undoesJavaWorkThatFails() {
    database.execute("create table notes (text varchar)");
    MigrationScript broken =
        script(
            "bad",
            op ->
                op.run(
                    "write notes",
                    c -> {
                      insert(c, "insert into notes values ('half')");
                      throw new SQLException("no more");
                    }),
            op -> {});
    assertTrue(upgrading(broken).contains("no more"));
    assertEquals(List.of(), database.query("select text from notes"));
    MigrationScript good =
        script(
            "good", op -> op.run("w", c -> insert(c, "insert into notes values ('x')")), op -> {});
    database.runner(good).upgrade();
    assertEquals(List.of("x"), database.query("select text from notes"));
  }

  @Test
  void keepsTheCommitFromJavaWork() {
    database.execute("create table notes (text varchar)");
    MigrationScript committing =
        script(
            "bad",
            op ->
                op.run(
                    "write notes",
                    c -> {
                      insert(c, "insert into notes values ('half')");
                      c.commit();
                    }),
            op -> {});
    String message = upgrading(committing);
    assertTrue(message.contains("op.run(...) must not call commit()"), message);
    assertEquals(List.of(), database.query("select text from notes"));
  }

  private String upgrading(MigrationScript broken) {
    return assertThrows(MigrationException.class, () -> database.runner(broken).upgrade())
        .getMessage();
  }

  private static void insert(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
