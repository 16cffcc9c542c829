package dev.autogen.migration;

import static dev.autogen.migration.MigratingProcess.slowScripts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.MigrationSession;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several runners, and killed ones, on a database that is a file. */
@Timeout(120)
class SqliteRunnerIT {

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

  /** A cache of few pages: what is not committed is in the files already. */
  @ParameterizedTest
  @CsvSource({
    "delete, 2, insert or abort into",
    "delete, 3, drop table",
    "delete, 5, alter table",
    "delete, 7, CREATE INDEX",
    "wal, 3, drop table",
    "wal, 5, alter table",
    "wal, 7, CREATE INDEX"
  })
  void leavesTheOldTableWholeWhenKilledWhileItIsBuiltAnew(
      String journal, int statement, String before) throws Exception {
    execute(
        "pragma journal_mode = " + journal,
        "create table item (id integer primary key, name text)",
        "create index ix on item (name)",
        "with n (i) as (select 1 union all select i + 1 from n where i < 5000)"
            + " insert into item select i, 'name ' || i from n");
    String checksum = "select count(*) || ' ' || sum(length(name) * id) from item";
    List<String> rows = query(checksum);
    Process process = RebuildingProcess.start(url() + "&cache_size=5", statement);
    String reached = process.inputReader().readLine();
    process.destroyForcibly().waitFor();
    assertTrue(reached.startsWith(before), reached);
    assertEquals(rows, query(checksum));
    assertEquals(List.of("item", "ix"), query(NAMES));
    assertEquals(List.of("ok"), query("pragma integrity_check"));
    assertEquals(1, RebuildingProcess.runner(url(), what -> {}).upgrade().size());
    assertEquals(Set.of("r"), RebuildingProcess.runner(url(), what -> {}).current());
    assertEquals(List.of("item", "ix"), query(NAMES));
    assertEquals(rows, query(checksum));
    assertThrows(SQLException.class, () -> execute("insert into item values (-1, '')"));
  }

  /** Were it to begin by reading, another's write would have SQLite refuse all of its own. */
  @Test
  void isTheOneWriterFromTheFirstLook() throws SQLException {
    execute("create table item (id integer primary key)");
    MigrationRunner.on(new DriverDataSource(url(), "", ""))
        .migrations(
            RevisionGraph.of(
                List.of(
                    MigratingProcess.script(
                        "r",
                        List.of(),
                        op ->
                            op.run(
                                "look",
                                connection -> {
                                  assertThrows(
                                      SQLException.class,
                                      () -> execute("pragma busy_timeout = 0", WRITE));
                                })))))
        .upgrade();
    execute(WRITE);
  }

  private static final String WRITE = "insert into item default values";

  @Test
  void saysThatAnotherProgramWrites() throws SQLException {
    execute("create table item (id integer primary key)");
    try (Connection other = DriverManager.getConnection(url());
        Statement statement = other.createStatement()) {
      Connection connection = DriverManager.getConnection(url());
      MigrationSession session = Dialects.of(connection).session();
      session.enter(connection);
      execute(connection, "pragma busy_timeout = 0");
      connection.setAutoCommit(false);
      statement.execute("begin immediate");
      String message =
          assertThrows(SQLException.class, () -> session.begun(connection)).getMessage();
      assertTrue(message.startsWith("another program has been writing"), message);
      connection.rollback();
      connection.setAutoCommit(true);
      session.leave(connection);
      connection.close();
    }
  }

  /** As an application server may have two applications with a library of their own each. */
  @Test
  void isLockedForAnotherClassLoaderToo() throws Exception {
    URL[] runtime = {Dialect.class.getProtectionDomain().getCodeSource().getLocation()};
    try (Connection connection = DriverManager.getConnection(url());
        URLClassLoader other = new URLClassLoader(runtime, ClassLoader.getPlatformClassLoader())) {
      Dialect own = Dialects.of(connection);
      Class<?> dialects = other.loadClass(Dialects.class.getName());
      Object others = dialects.getMethod("of", Connection.class).invoke(null, connection);
      Method tryLock =
          other.loadClass(Dialect.class.getName()).getMethod("tryLock", Connection.class);
      assertTrue(own.tryLock(connection));
      assertEquals(false, tryLock.invoke(others, connection));
      own.unlock(connection);
      assertEquals(true, tryLock.invoke(others, connection));
      assertEquals(false, own.tryLock(connection));
      other
          .loadClass(Dialect.class.getName())
          .getMethod("unlock", Connection.class)
          .invoke(others, connection);
      assertTrue(own.tryLock(connection));
      own.unlock(connection);
    }
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
    try (Connection connection = DriverManager.getConnection(url())) {
      execute(connection, statements);
    }
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
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
