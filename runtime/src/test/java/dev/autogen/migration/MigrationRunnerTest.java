package dev.autogen.migration;

import static dev.autogen.migration.Scripts.ids;
import static dev.autogen.migration.Scripts.script;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class MigrationRunnerTest {

  private static final MigrationScript A =
      script(
          "a",
          op ->
              op.createTable(
                  "users",
                  table ->
                      table
                          .column("id", bigint())
                          .notNull()
                          .column("email", varchar(100))
                          .primaryKey("users_pkey", "id")),
          op -> op.dropTable("users"));

  private static final MigrationScript B =
      script(
          "b",
          op -> op.addColumn("users", "fax", varchar(40)),
          op -> op.dropColumn("users", "fax"),
          "a");

  private static final MigrationScript C =
      script(
          "c",
          op -> op.createTable("orders", table -> table.column("id", bigint())),
          op -> op.dropTable("orders"),
          "b");

  private final MemoryDatabase database = new MemoryDatabase();

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void upgradesToTheHeadAndBackToTheBase() {
    MigrationRunner runner = database.runner(A, B, C);
    assertEquals(List.of("a", "b", "c"), ids(runner.pending()));
    assertEquals(List.of("a", "b", "c"), ids(runner.upgrade()));
    assertEquals(Set.of("c"), runner.current());
    assertEquals(List.of("orders", "users"), database.tables());
    assertEquals(List.of(), ids(runner.pending()));
    assertEquals(List.of(), ids(runner.upgrade()));
    assertEquals(List.of("c", "b", "a"), ids(runner.downgrade("base")));
    assertEquals(Set.of(), runner.current());
    assertEquals(List.of(), database.tables());
  }

  @Test
  void goesToTargets() {
    MigrationRunner runner = database.runner(A, B, C);
    assertEquals(List.of("a"), ids(runner.upgrade("+1")));
    assertEquals(List.of("b", "c"), ids(runner.upgrade("c")));
    assertEquals(List.of("c"), ids(runner.downgrade("-1")));
    assertEquals(Set.of("b"), runner.current());
    assertEquals(List.of(), ids(runner.upgrade("a")));
    assertEquals(
        "Cannot downgrade to \"c\": it is not applied. The database stands at b.",
        message(() -> runner.downgrade("c")));
  }

  @Test
  void logsEachRun() {
    MigrationRunner runner = database.runner(A, B);
    runner.upgrade();
    runner.downgrade("-1");
    runner.stamp("b");
    List<LogEntry> log = runner.log();
    assertEquals(
        List.of("a upgrade applied", "b upgrade applied", "b downgrade applied", "b stamp stamped"),
        log.stream()
            .map(e -> e.revision() + " " + e.direction().word() + " " + e.outcome().word())
            .toList());
    assertEquals(Checksum.of(A).toString(), log.get(0).checksum());
    assertEquals("7.4.6.Final", log.get(0).hibernateVersion());
    assertTrue(log.get(0).toolVersion().matches("\\d.*"), log.get(0).toolVersion());
    assertEquals(System.getProperty("user.name") + " as SA", log.get(0).who());
  }

  @Test
  void readsWithoutCreatingAnything() {
    MigrationRunner runner = database.runner(A);
    runner.current();
    runner.log();
    runner.pending();
    runner.planUpgrade("head");
    runner.upgradeSql("head");
    database.runner().upgrade();
    assertEquals(0, database.tableCount());
  }

  @Test
  void plansWhatTheDatabaseHasNoStatementsFor() {
    MigrationScript odd = script("x", op -> op.createEnumType("color", "RED"), op -> {});
    List<Obstacle> obstacles = database.runner(odd).planUpgrade("head").get(0).obstacles();
    assertTrue(
        obstacles.get(0).message().startsWith("Step 1 of 1 cannot be carried out. "),
        obstacles.toString());
  }

  @Test
  void takesNoOtherSchemasTablesForItsOwn() {
    database.execute("create schema tenant11", "create schema tenant_1");
    database.runnerIn("TENANT11", A).upgrade();
    MigrationRunner alike = database.runnerIn("TENANT_1", A);
    assertEquals(Set.of(), alike.current());
    alike.upgrade();
    assertEquals(Set.of("a"), alike.current());
  }

  @Test
  void followsBranchesThatMeetAgain() {
    MigrationScript beside = script("b2", "a");
    MigrationScript merge = script("m", "b", "b2");
    MigrationRunner fork = database.runner(A, B, beside);
    assertTrue(message(fork::upgrade).startsWith("There are 2 heads"));
    assertEquals(0, database.tableCount());
    assertEquals(List.of("a", "b", "b2"), ids(fork.upgrade("heads")));
    assertEquals(Set.of("b", "b2"), fork.current());
    MigrationRunner merged = database.runner(A, B, beside, merge);
    merged.upgrade();
    assertEquals(Set.of("m"), merged.current());
    merged.downgrade("b");
    assertEquals(Set.of("b", "b2"), merged.current());
    merged.downgrade("base");
    assertEquals(Set.of(), merged.current());
  }

  @Test
  void saysHowFarAFailedMigrationCame() {
    MigrationScript broken =
        script(
            "bad",
            op -> {
              op.createTable("one", table -> table.column("id", bigint()));
              op.execute("create table two (id integer)");
              op.execute("insert into nowhere values (1)");
              op.execute("create table three (id integer)");
            },
            op -> {},
            "a");
    MigrationRunner runner = database.runner(A, broken);
    String message = message(runner::upgrade);
    assertTrue(
        message.startsWith(
            "Cannot upgrade revision bad (message of bad): step 3 of 4 failed: insert into"
                + " nowhere values (1). The reason given: Table \"NOWHERE\" not found"),
        message);
    assertTrue(
        message.endsWith(
            "Steps 1-2 of 4 were applied and cannot be rolled back; the version stays at a. Correct"
                + " the rest of the migration and run upgrade again: it goes on with step 3. Or"
                + " finish or undo by hand what was begun, and set the version with stamp."),
        message);
    assertEquals(Set.of("a"), runner.current());
    LogEntry last = runner.log().get(1);
    assertEquals("bad FAILED", last.revision() + " " + last.outcome());
  }

  @Test
  void saysThatNothingWasAppliedWhenTheFirstStatementFails() {
    MigrationScript broken =
        script(
            "bad",
            op ->
                op.run(
                    "copy fax numbers",
                    c -> {
                      throw new java.io.IOException("disk full");
                    }),
            op -> {});
    assertEquals(
        "Cannot upgrade revision bad (message of bad): step 1 of 1 failed: copy fax numbers. The"
            + " reason given: IOException: disk full. Nothing of it was applied: the database"
            + " stands before the first revision. Correct it and run upgrade again.",
        message(() -> database.runner(broken).upgrade()));
  }

  @Test
  void namesTheClassThatThrows() {
    MigrationScript broken =
        script(
            "bad",
            op -> {
              throw new IllegalArgumentException("no such thing");
            },
            op -> {});
    assertTrue(
        message(() -> database.runner(broken).upgrade())
            .startsWith(
                "Revision bad (message of bad): upgrade() in db.Rbad threw"
                    + " java.lang.IllegalArgumentException: no such thing."));
    assertEquals(List.of(), database.tables());
  }

  @Test
  void runsNothingOfAMigrationThatCannotEvenBeRecorded() throws SQLException {
    for (Consumer<Operations> broken :
        List.<Consumer<Operations>>of(
            op -> op.execute(null),
            op -> op.execute(" "),
            op -> op.run("nothing", null),
            op -> {
              throw new AssertionError("boom");
            })) {
      MigrationRunner runner = database.runner(A, script("b", broken, op -> {}, "a"));
      assertTrue(
          assertThrows(MigrationException.class, runner::upgrade)
              .getMessage()
              .startsWith("Revision b (message of b): upgrade() in "));
      assertEquals(List.of(), database.tables());
    }
  }

  @Test
  void refusesARevisionThatNoMigrationHas() {
    database.runner(A, B).upgrade();
    MigrationRunner behind = database.runner(A);
    String expected =
        "The database stands at revision \"b\", which none of the 1 migration here has. Bring that"
            + " migration back, perhaps from another branch; or, if the schema is that of another"
            + " revision, say so with stamp --purge and that revision.";
    assertEquals(expected, message(behind::upgrade));
    assertEquals(expected, message(() -> behind.downgrade("base")));
    assertEquals(expected, message(behind::pending));
    assertEquals(expected, message(() -> behind.stamp("a")));
    behind.purgeAndStamp("a");
    assertEquals(Set.of("a"), behind.current());
  }

  @Test
  void stampsWithoutRunning() {
    MigrationRunner runner = database.runner(A, B);
    runner.stamp("b");
    assertEquals(Set.of("b"), runner.current());
    assertEquals(List.of(), database.tables());
    runner.stamp("base");
    assertEquals(Set.of(), runner.current());
  }

  @Test
  void purgesButKnowsWhereTheDatabaseStood() {
    MigrationRunner runner = database.runner(A, B);
    runner.stamp("a");
    runner.purgeAndStamp("current");
    assertEquals(Set.of("a"), runner.current());
    runner.purgeAndStamp("+1");
    assertEquals(Set.of("b"), runner.current());
    MigrationRunner behind = database.runner(A);
    assertEquals(
        "Where the database stands is not known here, so nothing can be counted from there. Name a"
            + " revision instead.",
        message(() -> behind.purgeAndStamp("current")));
    assertEquals(Set.of("b"), behind.current());
  }

  @Test
  void restoresWhatItDropped() {
    MigrationScript drop =
        script(
            "d",
            op -> op.dropTable("users"),
            op ->
                op.createTable(
                    "users",
                    table ->
                        table
                            .column("id", bigint())
                            .notNull()
                            .column("email", varchar(100))
                            .column("fax", varchar(40))
                            .primaryKey("users_pkey", "id")),
            "b");
    MigrationRunner runner = database.runner(A, B, drop);
    runner.upgrade();
    runner.downgrade("base");
    assertEquals(List.of(), database.tables());
  }

  @Test
  void tellsTheListener() {
    List<String> told = new ArrayList<>();
    database
        .runner(A, B)
        .listener(
            new RunListener() {
              @Override
              public void started(MigrationScript script, Direction direction) {
                told.add(direction.word() + " " + script.id());
              }

              @Override
              public void step(MigrationScript script, int number, int count, String text) {
                told.add(number + "/" + count + " " + text.substring(0, 12));
              }

              @Override
              public void finished(MigrationScript script, Direction direction, Duration took) {
                told.add("done " + script.id());
              }
            })
        .upgrade();
    assertEquals(
        List.of(
            "upgrade a", "1/1 create table", "done a", "upgrade b", "1/1 alter table ", "done b"),
        told.stream().map(String::toString).toList());
  }

  @Test
  void plansWithoutTouching() {
    database.runner(A).upgrade();
    database.execute("insert into users(id) values (1)");
    MigrationScript required =
        script(
            "r",
            op -> {
              op.alterColumn("users", "email").notNull();
              op.execute("update users set email = 'x'");
            },
            op -> {},
            "a");
    List<PlannedMigration> plan = database.runner(A, required).planUpgrade("head");
    assertEquals(List.of("r"), ids(plan.stream().map(PlannedMigration::script).toList()));
    assertEquals(2, plan.get(0).steps().size());
    assertEquals(1, plan.get(0).obstacles().size());
    assertEquals(List.of("a"), database.query("select revision from autogen_version"));
  }

  @Test
  void givesConnectionsBackAsTheyCame() throws SQLException {
    try (OneWay source = new OneWay(database.source())) {
      MigrationRunner.on(source).migrations(RevisionGraph.of(List.of(A, B))).upgrade();
      assertFalse(source.given().isEmpty());
      for (Connection connection : source.given()) {
        assertFalse(connection.getAutoCommit());
      }
    }
  }

  private static String message(Executable executable) {
    return assertThrows(MigrationException.class, executable).getMessage();
  }
}
