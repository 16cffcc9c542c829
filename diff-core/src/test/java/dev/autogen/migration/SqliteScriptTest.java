package dev.autogen.migration;

import static dev.autogen.migration.MigratingProcess.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts as sqlite3 reads them, and what they keep of a table that they build anew. */
class SqliteScriptTest {

  @TempDir private Path folder;

  @Test
  void nothingFollowsAnError() throws SQLException {
    MigrationRunner runner =
        runner(
            op -> op.execute("create table a (id integer)"),
            op -> {
              op.execute(
                  "create table b (id integer);\n-- and, it's one;\ninsert into b values (1);");
              op.execute("-- fails;\ninsert into nowhere values (1)");
              op.execute("create table after_it (id integer)");
            },
            op -> op.execute("create table c (id integer)"));
    assertEquals(2, runAsSqlite3Does(runner.upgradeSql("head")));
    assertEquals(Set.of("r1"), runner.current());
    assertEquals(1, runner.log().size());
    assertEquals(List.of("a"), tables());
  }

  @Test
  void nothingFollowsAnErrorWithoutATransaction() throws SQLException {
    MigrationRunner runner =
        runner(
            op -> {
              op.transactional(false);
              op.execute("create table a (id integer)");
              op.execute("insert into nowhere values (1)");
              op.execute("create table after_it (id integer)");
            },
            op -> op.execute("create table c (id integer)"));
    String message = "The database stands nowhere, and the script goes on: ";
    assertTrue(runAsSqlite3Does(runner.upgradeSql("head")) > 1, message);
    assertEquals(Set.of(), runner.current());
    assertEquals(List.of("a"), tables());
  }

  @Test
  void keepsWhatOnlyTheDatabaseKnows() throws SQLException {
    Consumer<Operations> first =
        op ->
            op.createTable(
                "t", t -> t.column("id", Types.integer()).notNull().column("n", Types.integer()));
    MigrationRunner runner =
        runner(
            first,
            op -> {
              op.alterColumn("t", "n").type(Types.integer(), Types.bigint());
              op.execute("create trigger later after delete on t begin select 1; end");
            },
            op -> op.alterColumn("t", "n").type(Types.bigint(), Types.varchar(9)));
    runner.upgrade("r1");
    execute(
        "alter table t add column extra text default 'x'",
        "create index by_hand on t (extra)",
        "create trigger sooner after insert on t begin update t set n = 7; end",
        "create virtual table words using fts5 (word)",
        "insert into t (id, extra) values (1, 'mine')");
    String script = runner.upgradeSql("head");
    assertEquals(-1, script.indexOf("Not read from the database"), script);
    assertEquals(0, runAsSqlite3Does(script));
    assertEquals(List.of("mine"), query("select extra from t where n = '7'"));
    assertEquals(
        List.of("by_hand", "later", "sooner"),
        query("select name from sqlite_master where tbl_name = 't' and name <> 't' order by 1"));
    assertEquals(Set.of("r3"), runner.current());
  }

  @Test
  void keepsTheEndsOfLinesWithinStrings() throws SQLException {
    MigrationRunner runner =
        runner(
            op -> {
              op.execute("create table t (a text default 'x''\r\n', b text)");
              op.execute("-- It's one\r\ninsert into t (b) values ('1\r\n2\n\r\n')");
              op.bulkInsert("t", "a", "b").row("\r\n;'", "3\r4");
              op.execute(
                  "create trigger g after delete on t begin select raise(abort, 'no\r\n'); end");
            });
    assertEquals(0, runAsSqlite3Does(runner.upgradeSql("head")));
    assertEquals(List.of("x'\r\n", "\r\n;'"), query("select a from t"));
    assertEquals(List.of("1\r\n2\n\r\n", "3\r4"), query("select b from t"));
  }

  @Test
  void saysWhatItMayLoseWithoutADatabase() {
    MigrationRunner runner =
        runner(
            op -> op.createTable("t", t -> t.column("n", Types.integer())),
            op -> op.alterColumn("t", "n").type(Types.integer(), Types.bigint()));
    String later = runner.upgradeSql("r1:r2");
    assertTrue(
        later.contains(
            "-- Not read from the database: this states anew what the migrations know of t;"),
        later);
    String all = runner.upgradeSql("head");
    assertEquals(-1, all.indexOf("Not read from the database"), all);
  }

  /**
   * Its lines end in either way. It runs what it has read where a line ends a statement, and goes
   * on after what failed.
   */
  private int runAsSqlite3Does(String script) throws SQLException {
    int failures = 0;
    StringBuilder read = new StringBuilder();
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      for (String line : script.split("\r?\n")) {
        read.append(line).append('\n');
        if (line.replaceAll("--.*", "").strip().endsWith(";")) {
          try {
            statement.executeUpdate(read.toString());
          } catch (SQLException passedOver) {
            failures++;
          }
          read.setLength(0);
        }
      }
    }
    return failures;
  }

  @SafeVarargs
  private MigrationRunner runner(Consumer<Operations>... upgrades) {
    List<MigrationScript> scripts = new ArrayList<>();
    for (int i = 1; i <= upgrades.length; i++) {
      scripts.add(script("r" + i, i == 1 ? List.of() : List.of("r" + (i - 1)), upgrades[i - 1]));
    }
    return MigrationRunner.on(new DriverDataSource(url(), "", ""))
        .migrations(RevisionGraph.of(scripts));
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("app.db");
  }

  private List<String> tables() throws SQLException {
    return query(
        "select name from sqlite_master where type = 'table' and name not like 'autogen%' order by 1");
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private List<String> query(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
