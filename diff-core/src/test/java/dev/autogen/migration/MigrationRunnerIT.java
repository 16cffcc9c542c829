package dev.autogen.migration;

import static dev.autogen.migration.MigratingProcess.script;
import static dev.autogen.migration.MigratingProcess.slowScripts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds of the runner only where DDL is transactional and the lock is the server's own. */
@Timeout(120)
class MigrationRunnerIT {

  private final TestDatabase database = TestDatabases.create(Engine.POSTGRESQL);

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void leavesNothingOfAFailedMigration() throws SQLException {
    MigrationRunner runner =
        runner(
            op -> op.execute("create table first (id integer)"),
            op -> {
              op.execute("create table second (id integer)");
              op.execute("insert into nowhere values (1)");
            });
    String message = assertThrows(MigrationException.class, runner::upgrade).getMessage();
    assertTrue(
        message.startsWith(
            "Cannot upgrade revision r2 (Rr2): step 2 of 2 failed: insert into nowhere values"
                + " (1). The reason given: ERROR: relation \"nowhere\" does not exist"),
        message);
    assertTrue(
        message.endsWith(
            "Nothing of it was applied: the database stands at r1. Correct it and run upgrade"
                + " again."),
        message);
    assertEquals(List.of("first"), tables());
    assertEquals(Set.of("r1"), runner.current());
    assertEquals(LogEntry.Outcome.FAILED, runner.log().get(1).outcome());
  }

  @Test
  void saysWhatFailsOnlyAtTheCommit() throws SQLException {
    MigrationRunner runner =
        runner(
            op -> {
              op.execute("create table p (id integer primary key)");
              op.execute(
                  "create table c (p_id integer references p deferrable initially deferred)");
              op.execute("insert into c values (1)");
            });
    String message = assertThrows(MigrationException.class, runner::upgrade).getMessage();
    assertTrue(message.contains("the commit failed: ERROR: insert or update on table"), message);
    assertEquals(List.of(), tables());
  }

  @Test
  void leavesUnfinishedIndexesOfOtherTablesAlone() throws SQLException {
    database.execute(
        "create schema other",
        "create table other.t (id integer)",
        "insert into other.t values (1), (1)",
        "create table t (id integer)");
    assertThrows(
        SQLException.class,
        () -> database.execute("create unique index concurrently ix on other.t (id)"));
    runner(
            op -> {
              op.transactional(false);
              op.execute("create index concurrently ix on t (id)");
            })
        .upgrade();
    assertEquals(
        List.of("other", "public"),
        query("select schemaname::text from pg_indexes where indexname = 'ix' order by 1"));
  }

  /** Which then comes first on the search path. */
  @Test
  void standsWhereItStoodOnceThereIsASchemaOfTheUsersName() throws SQLException {
    MigrationRunner runner =
        runner(
            op -> op.execute("create schema " + database.user()),
            op -> op.execute("create table s.t (id integer)"));
    database.execute("create schema s");
    runner.upgrade("r1");
    assertEquals(Set.of("r1"), runner.current());
    runner.upgrade();
    assertEquals(List.of("r1", "r2"), runner.log().stream().map(LogEntry::revision).toList());
    assertEquals(
        List.of("public"),
        query("select schemaname::text from pg_tables where tablename = 'autogen_version'"));
  }

  @Test
  void goesOnAfterAQueryOfThePreflightThatFails() throws SQLException {
    database.execute("create table t (id integer)", "insert into t values (1)");
    MigrationRunner runner =
        runner(
            op -> {
              op.addCheck("no_such").on("t", "no_such_column > 0");
            });
    String message = assertThrows(MigrationException.class, runner::upgrade).getMessage();
    assertTrue(message.contains("\"no_such_column\" does not exist"), message);
    assertFalse(message.contains("aborted"), message);
  }

  @Test
  void namesWhoHoldsTheLock() throws SQLException {
    try (Connection other = database.connect()) {
      Dialect dialect = Dialects.of(other);
      assertTrue(dialect.tryLock(other));
      List<String> holders = new ArrayList<>();
      MigrationRunner waiting =
          runner(op -> op.execute("create table t (id integer)"))
              .lockTimeout(Duration.ofMillis(200))
              .listener(
                  new RunListener() {
                    @Override
                    public void waiting(Optional<String> holder, Duration waited) {
                      holders.add(holder.orElse("nobody known"));
                    }
                  });
      String message = assertThrows(MigrationException.class, waiting::upgrade).getMessage();
      assertTrue(message.startsWith("Cannot migrate: another run (process "), message);
      assertTrue(holders.get(0).startsWith("process "), holders.toString());
    }
  }

  @Test
  void oneOfEightProcessesApplies() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      processes.add(MigratingProcess.start(database, 300));
    }
    List<Integer> applied = new ArrayList<>();
    for (Process process : processes) {
      applied.add(process.waitFor());
    }
    assertEquals(List.of(0, 0, 0, 0, 0, 0, 0, 2), applied.stream().sorted().toList());
    assertEquals(List.of("first", "second", "third"), tables());
    assertEquals(2, MigrationRunner.on(source()).log().size());
  }

  @Test
  void leavesNothingHalfDoneWhenKilled() throws Exception {
    Process process = MigratingProcess.start(database, 60_000);
    awaitSleepingMigration(process);
    process.destroyForcibly().waitFor();
    MigrationRunner runner = MigrationRunner.on(source()).migrations(slowScripts(0));
    assertEquals(Set.of("a"), runner.current());
    assertEquals(List.of("first"), tables());
    assertEquals(List.of(), query("select id::text from first"));
    assertEquals(1, runner.upgrade().size());
    assertEquals(List.of("first", "second", "third"), tables());
    assertEquals(List.of("1"), query("select id::text from first"));
  }

  @Test
  void saysWhatHappenedWhenTheServerEndsTheSessions() {
    MigrationRunner runner =
        runner(
            op ->
                op.run(
                    "lose the connection",
                    connection ->
                        database.execute(
                            "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
                                + " current_database() and pid <> pg_backend_pid()")),
            op -> op.execute("create table t (id integer)"));
    String message = assertThrows(MigrationException.class, runner::upgrade).getMessage();
    assertTrue(
        message.contains("The connection is lost, so it is not known whether all of it or nothing"),
        message);
    assertEquals(Set.of(), runner.current());
  }

  @Test
  void writesAScriptThatRunsAsItStands() throws SQLException {
    MigrationRunner runner =
        runner(
            op -> op.execute("create table first (id integer)"),
            op -> op.execute("insert into first values (1)"));
    database.execute(runner.upgradeSql("head"));
    assertEquals(Set.of("r2"), runner.current());
    assertEquals(List.of("1"), query("select id::text from first"));
    assertEquals(2, runner.log().size());
  }

  /** Until the second migration's transaction is idle between two statements. */
  private void awaitSleepingMigration(Process process)
      throws IOException, SQLException, InterruptedException {
    String idle =
        "select pid::text from pg_stat_activity where datname = current_database()"
            + " and state = 'idle in transaction' and query like '%insert into first%'";
    while (query(idle).isEmpty()) {
      assertTrue(process.isAlive(), "the process ended early");
      Thread.sleep(50);
    }
  }

  @SafeVarargs
  private MigrationRunner runner(Consumer<Operations>... upgrades) {
    List<MigrationScript> scripts = new ArrayList<>();
    for (int i = 1; i <= upgrades.length; i++) {
      scripts.add(script("r" + i, i == 1 ? List.of() : List.of("r" + (i - 1)), upgrades[i - 1]));
    }
    return MigrationRunner.on(source()).migrations(RevisionGraph.of(scripts));
  }

  private DriverDataSource source() {
    return new DriverDataSource(database.url(), database.user(), database.password());
  }

  private List<String> tables() throws SQLException {
    return query(
        "select relname::text from pg_class where relkind = 'r' and relnamespace ="
            + " 'public'::regnamespace and relname::text not like 'autogen%' order by 1");
  }

  private List<String> query(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
