package dev.autogen.migration;

import static dev.autogen.migration.MigratingProcess.slowScripts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several runners, and killed ones, on a database that is a file. */
@Timeout(120)
class SqliteRunnerTest {

  @TempDir private Path folder;

  @Test
  void oneOfEightProcessesApplies() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      processes.add(MigratingProcess.start(url(), "", "", 300));
    }
    List<Integer> applied = new ArrayList<>();
    for (Process process : processes) {
      applied.add(process.waitFor());
    }
    assertEquals(List.of(0, 0, 0, 0, 0, 0, 0, 2), applied.stream().sorted().toList());
    assertEquals(List.of("first", "second", "third"), tables());
    assertEquals(2, runner().log().size());
    assertEquals(List.of("app.db"), files());
  }

  @Test
  void leavesTheOldTableWholeWhenKilledWhileItIsBuiltAnew() throws Exception {
    execute(
        "create table item (id integer primary key, name text)",
        "create index ix on item (name)",
        "insert into item values (1, 'a'), (2, 'b')");
    Process process = RebuildingProcess.start(url());
    assertEquals("copied", process.inputReader().readLine());
    process.destroyForcibly().waitFor();
    assertEquals(List.of("1 a", "2 b"), query("select id || ' ' || name from item order by id"));
    assertEquals(List.of("item", "ix"), query(NAMES));
    assertEquals(List.of("ok"), query("pragma integrity_check"));
    assertEquals(1, RebuildingProcess.runner(url(), () -> {}).upgrade().size());
    assertEquals(Set.of("r"), RebuildingProcess.runner(url(), () -> {}).current());
    assertEquals(List.of("item", "ix"), query(NAMES));
    assertThrows(SQLException.class, () -> execute("insert into item values (3, '')"));
  }

  @Test
  void namesTheProcessThatHoldsTheLock() throws Exception {
    try (Connection other = DriverManager.getConnection(url())) {
      Dialect dialect = Dialects.of(other);
      assertTrue(dialect.tryLock(other));
      String message =
          assertThrows(
                  MigrationException.class,
                  () -> runner().lockTimeout(Duration.ofMillis(200)).upgrade())
              .getMessage();
      assertTrue(
          message.startsWith(
              "Cannot migrate: another run (process " + ProcessHandle.current().pid() + ")"),
          message);
      dialect.unlock(other);
    }
    assertEquals(2, runner().upgrade().size());
  }

  @Test
  void sharesADatabaseInMemory() throws SQLException {
    String url = "jdbc:sqlite:file:shared?mode=memory&cache=shared";
    try (Connection first = DriverManager.getConnection(url)) {
      Dialect one = Dialects.of(first);
      Dialect other = Dialects.of(first);
      assertTrue(one.tryLock(first));
      assertTrue(!other.tryLock(first));
      one.unlock(first);
      assertTrue(other.tryLock(first));
      other.unlock(first);
      assertEquals(
          2,
          MigrationRunner.on(new DriverDataSource(url, "", ""))
              .migrations(slowScripts(0))
              .upgrade()
              .size());
    }
  }

  private static final String NAMES =
      "select name from sqlite_master where name not like 'autogen%' and name not like 'sqlite%'"
          + " order by name";

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("app.db") + "?foreign_keys=true";
  }

  private MigrationRunner runner() {
    return MigrationRunner.on(new DriverDataSource(url(), "", "")).migrations(slowScripts(0));
  }

  private List<String> tables() throws SQLException {
    return query(
        "select name from sqlite_master where type = 'table' and name not like 'autogen%'"
            + " order by name");
  }

  private List<String> files() throws java.io.IOException {
    try (var all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
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
    try (Connection connection = DriverManager.getConnection(url());
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
