package dev.autogen.migration;

import static dev.autogen.migration.MigratingProcess.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be done is said in words that help, and nothing is changed. */
class SqliteRefusalsTest {

  private final TestDatabase database = TestDatabases.create(Engine.SQLITE);

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void aDatabaseThatCanOnlyBeRead(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("app.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("create table t (a text)");
    }
    DriverDataSource source = new DriverDataSource("jdbc:sqlite:file:" + file + "?mode=ro", "", "");
    String message = refusal(source, op -> op.addColumn("t", "b", Types.text()));
    assertTrue(message.contains("the database can only be read: give this user"), message);
    assertEquals(List.of("app.db"), List.of(folder.toFile().list()));
  }

  /** None of them is passed over without a word, as the driver would. */
  @Test
  void theSecondOfTwoStatementsInOneText() throws SQLException {
    String both = "create table t (a text); insert into %s values ('x;')";
    String message = refusal(source(), op -> op.execute(both.formatted("nowhere")));
    assertTrue(message.contains("no such table: nowhere"), message);
    assertEquals(List.of(), tables());
    runner(source(), op -> op.execute(both.formatted("t"))).upgrade();
    assertEquals(List.of("x;"), query("select a from t"));
  }

  /** What comes before it would be final, and done again by the next run. */
  @Test
  void aCommitAmongTheStatements() throws SQLException {
    Consumer<Operations> steps =
        op -> {
          op.execute("create table t (a text)");
          op.execute("insert into t values (1); commit; insert into t values (2)");
          op.execute("insert into nowhere values (3)");
        };
    String expected =
        ": step 2 of 3 takes the commit into its own hands: commit. The migration is one"
            + " transaction, so take begin and commit out of it; or say op.transactional(false),"
            + " and each step is committed by itself. Nothing of it was run.";
    String message = refusal(source(), steps);
    assertTrue(message.endsWith(expected), message);
    assertEquals(List.of(), tables());
    MigrationRunner runner = runner(source(), steps);
    String script =
        assertThrows(MigrationException.class, () -> runner.upgradeSql("head")).getMessage();
    assertTrue(script.endsWith(expected), script);
  }

  @Test
  void aSchemaOfItsOwn() throws SQLException {
    String message =
        refusal(
            source(),
            op -> {
              op.createTable("t", table -> table.column("a", Types.text()));
              op.createSchema("crm");
            });
    assertTrue(message.contains("Schema \"crm\" cannot be created: a schema of SQLite"), message);
    assertEquals(List.of(), tables());
  }

  /** SQLite gives the view's column the new name, and leaves the trigger as it is. */
  @Test
  void aRenameThatATriggerOfAViewDoesNotSurvive() throws SQLException {
    database.execute(
        "create table t (a text)",
        "create view v as select a from t",
        "create trigger \"tr v\" instead of insert on v begin insert into t values (new.a); end");
    Consumer<Operations> rename = op -> op.renameColumn("t", "a", "b");
    String message = refusal(source(), rename);
    assertTrue(
        message.contains("Column \"t.a\" cannot be renamed to \"b\": trigger \"tr v\""), message);
    assertTrue(message.contains("op.execute(\"drop trigger \\\"tr v\\\"\")"), message);
    assertEquals(List.of("t"), tables());
    runner(
            source(),
            op -> {
              op.execute("drop trigger \"tr v\"");
              rename.accept(op);
            })
        .upgrade();
    assertEquals(List.of("b"), query("select name from pragma_table_info('v')"));
  }

  @Test
  void aRenameThatViewsAndTriggersSurvive() throws SQLException {
    database.execute(
        "create table t (a text)",
        "create table log (what text)",
        "create view v as select a as x from t",
        "create trigger tr after insert on t begin insert into log values (new.a); end");
    runner(source(), op -> op.renameColumn("t", "a", "b")).upgrade();
    database.execute("insert into t (b) values ('kept')");
    assertEquals(List.of("kept"), query("select what from log join v on x = what"));
  }

  private static String refusal(DriverDataSource source, Consumer<Operations> steps) {
    return assertThrows(MigrationException.class, () -> runner(source, steps).upgrade())
        .getMessage();
  }

  private static MigrationRunner runner(DriverDataSource source, Consumer<Operations> steps) {
    return MigrationRunner.on(source)
        .migrations(RevisionGraph.of(List.of(script("r", List.of(), steps))));
  }

  private DriverDataSource source() {
    return new DriverDataSource(database.url(), database.user(), database.password());
  }

  private List<String> tables() throws SQLException {
    return query(
        "select name from sqlite_master where type = 'table' and name not like 'autogen%'");
  }

  private List<String> query(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
