package dev.autogen.migration;

import static dev.autogen.migration.Scripts.ids;
import static dev.autogen.migration.Scripts.script;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On H2, whose statements of DDL are final at once. */
class JournalTest {

  private static final MigrationScript A =
      script("a", op -> op.createTable("t", t -> t.column("id", bigint())), op -> {});

  private final MemoryDatabase database = new MemoryDatabase();

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void goesOnWithACorrectedMigration() {
    String message = failing("insert into nowhere values (1)");
    assertTrue(message.contains("it goes on with step 3."), message);
    Interruption open = database.runner(A).interruption().orElseThrow();
    assertEquals(
        "The upgrade of revision b came to step 3 of 4: insert into nowhere values (1). That did"
            + " not take effect.",
        open.message());
    MigrationRunner corrected = database.runner(A, b("insert into t(id) values (1)"));
    assertEquals(List.of("b"), ids(corrected.upgrade()));
    assertEquals(List.of("1"), database.query("select id from t"));
    assertEquals(Optional.empty(), corrected.interruption());
    assertEquals(List.of("last", "one", "t"), database.tables());
    assertEquals(Set.of("b"), corrected.current());
  }

  @Test
  void refusesAnotherStepInThePlaceOfOneThatTookEffect() {
    failing("insert into nowhere values (1)");
    MigrationScript other =
        script(
            "b",
            op -> {
              op.createTable("one", t -> t.column("id", bigint()));
              op.addColumn("t", "telephone", varchar(40));
            },
            op -> {},
            "a");
    String message = message(database.runner(A, other));
    assertTrue(
        message.contains(
            "step 2 of it took effect already, and the migration no longer says the same there"
                + " (it was: alter table t add column fax varchar(40))."),
        message);
  }

  @Test
  void seesAViewInTheWayBeforeAnythingRuns() {
    database.runner(A).upgrade();
    database.execute("create view v as select id from t");
    assertTrue(message(renaming(op -> {})).contains("Put op.execute(\"drop view v\")"));
    assertEquals(List.of("t", "v"), database.tables());
    renaming(op -> op.execute("drop view v")).upgrade();
    assertEquals(List.of("one", "u"), database.tables());
  }

  private MigrationRunner renaming(Consumer<Operations> before) {
    return database.runner(
        A,
        script(
            "b",
            op -> {
              op.createTable("one", t -> t.column("id", bigint()));
              before.accept(op);
              op.renameTable("t", "u");
            },
            op -> {},
            "a"));
  }

  @Test
  void goesOnBehindStepsWithRandomValues() {
    database.execute("create table list (id uuid)");
    message(database.runner(A, random(UUID::randomUUID, "insert into nowhere values (1)")));
    database.runner(A, random(UUID::randomUUID, "insert into t(id) values (1)")).upgrade();
    assertEquals(2, database.query("select id from list").size());
    assertEquals(List.of("1"), database.query("select id from t"));
  }

  @Test
  void refusesALaterStepThatSharesARandomValueWithOneThatTookEffect() {
    database.execute("create table list (id uuid)");
    message(database.runner(A, shared("insert into nowhere values (1)")));
    String message = message(database.runner(A, shared("insert into t(id) values (1)")));
    assertTrue(message.contains("step 3 of it uses a value that is another each time"), message);
    assertEquals(1, database.query("select id from list").size());
  }

  private static MigrationScript shared(String between) {
    return script(
        "b",
        op -> {
          UUID one = UUID.randomUUID();
          random(() -> one, between).migration().upgrade(op);
        },
        op -> {},
        "a");
  }

  private static MigrationScript random(Supplier<UUID> id, String between) {
    return script(
        "b",
        op -> {
          op.bulkInsert("list", "id").row(id.get());
          op.execute(between);
          op.bulkInsert("list", "id").row(id.get());
        },
        op -> {},
        "a");
  }

  @Test
  void tellsTheNextSessionWhatTheLostOneHadBeenTold() {
    message(database.runner(A, variable("set @x = 7", "insert into nowhere values (1)")));
    database.runner(A, variable("set @x = 7", "select 1")).upgrade();
    assertEquals(List.of("7"), database.query("select id from t"));
  }

  @Test
  void refusesToGoOnWithoutAVariableThatAQueryHadSet() {
    String query = "set @x = (select count(*) from t)";
    message(database.runner(A, variable(query, "insert into nowhere values (1)")));
    String message = message(database.runner(A, variable(query, "select 1")));
    assertTrue(message.contains("a step that is left uses the variable @x"), message);
    assertEquals(List.of(), database.query("select id from t"));
  }

  private static MigrationScript variable(String set, String between) {
    return script(
        "b",
        op -> {
          op.execute(set);
          op.execute(between);
          op.execute("insert into t (id) values (@x)");
        },
        op -> {},
        "a");
  }

  @Test
  void saysWhenTheConnectionIsLost() {
    database.runner(A).upgrade();
    MigrationScript losing =
        script(
            "b",
            op ->
                op.run(
                    "lose it",
                    connection -> {
                      connection.unwrap(JdbcConnection.class).close();
                      connection.createStatement();
                    }),
            op -> {},
            "a");
    String message = message(database.runner(A, losing));
    assertTrue(message.contains("step 1 of 1 failed: lose it."), message);
    assertTrue(
        message.endsWith(
            "The connection is lost, so it is not known whether that took effect; the version stays"
                + " at a. Run upgrade again: it looks, and goes on from there."),
        message);
  }

  @Test
  void refusesAnythingElseUntilItIsFinishedOrStamped() {
    failing("insert into nowhere values (1)");
    MigrationRunner runner = database.runner(A, b("insert into t(id) values (1)"));
    String expected =
        "The upgrade of revision b came to step 3 of 4: insert into nowhere values (1). That did"
            + " not take effect. Run autogen upgrade to go on from there before anything else; or"
            + " finish or undo it by hand, and set the version with stamp. To take back what took"
            + " effect: remove that step and those behind it from the migration, and from its"
            + " downgrade what undoes that; then run autogen upgrade and autogen downgrade.";
    assertEquals(
        expected,
        assertThrows(MigrationException.class, () -> runner.downgrade("base")).getMessage());
    assertEquals(
        expected, assertThrows(MigrationException.class, () -> runner.upgrade("a")).getMessage());
    runner.stamp("b");
    assertEquals(Optional.empty(), runner.interruption());
    assertEquals(List.of("b"), ids(runner.downgrade("a")));
  }

  /** As the refusal says. */
  @Test
  void takesBackWhatTookEffectOnceTheRestIsRemoved() {
    failing("insert into nowhere values (1)");
    MigrationScript rest =
        script(
            "b",
            op -> {
              op.createTable("one", t -> t.column("id", bigint()));
              op.addColumn("t", "fax", varchar(40));
            },
            op -> {
              op.dropColumn("t", "fax");
              op.dropTable("one");
            },
            "a");
    MigrationRunner runner = database.runner(A, rest);
    runner.upgrade();
    runner.downgrade("a");
    assertEquals(List.of("t"), database.tables());
    assertEquals(Set.of("a"), runner.current());
    assertEquals(List.of(), runner.alterations());
  }

  @Test
  void keepsRowsThatWaitedForACommitWhenTheNextStepIsRefused() {
    database.runner(A).upgrade();
    MigrationRunner refused = database.runner(A, rowAndColumn(true));
    String message = message(refused);
    assertTrue(message.contains("rows are in the way"), message);
    assertTrue(message.contains("Step 1 of 2 was applied"), message);
    assertEquals(List.of("1"), database.query("select id from t"));
    assertEquals(
        "The upgrade of revision b came to step 1 of 2: insert into t(id) values (1). That took"
            + " effect.",
        refused.interruption().orElseThrow().message());
    database.runner(A, rowAndColumn(false)).upgrade();
    assertEquals(List.of("1"), database.query("select id from t"));
  }

  private static MigrationScript rowAndColumn(boolean required) {
    return script(
        "b",
        op -> {
          op.execute("insert into t(id) values (1)");
          ColumnStep column = op.addColumn("t", "fax", varchar(40));
          if (required) {
            column.notNull();
          }
        },
        op -> {},
        "a");
  }

  @Test
  void forgetsARunOfWhichNothingTookEffect() {
    MigrationScript broken = script("b", op -> op.execute("drop table nowhere"), op -> {}, "a");
    database.runner(A).upgrade();
    message(database.runner(A, broken));
    assertEquals(Optional.empty(), database.runner(A, broken).interruption());
    assertEquals(List.of("a"), ids(database.runner(A, broken).downgrade("base")));
  }

  @Test
  void asksWhereItCannotTellWhetherJavaWorkTookEffect() {
    MigrationScript work =
        script(
            "b",
            op -> {
              op.createTable("one", t -> t.column("id", bigint()));
              op.run(
                  "make two",
                  c -> {
                    c.createStatement().execute("create table two (id integer)");
                    throw new SQLException("power failure");
                  });
              op.createTable("three", t -> t.column("id", bigint()));
            },
            op -> {},
            "a");
    MigrationRunner runner = database.runner(A, work);
    message(runner);
    String message = message(runner);
    assertTrue(message.contains("it cannot be told whether that took effect: make two."), message);
    assertTrue(message.contains("run again with --interrupted done"), message);
    runner.interrupted(Verdict.DONE).upgrade();
    assertEquals(List.of("one", "t", "three", "two"), database.tables());
  }

  @Test
  void resumesADowngrade() {
    Consumer<Operations> back =
        op -> {
          op.dropTable("one");
          op.execute("insert into nowhere values (1)");
          op.dropTable("last");
        };
    MigrationScript forth = b("select 1", back);
    database.runner(A, forth).upgrade();
    assertThrows(MigrationException.class, () -> database.runner(A, forth).downgrade("a"));
    assertTrue(
        message(database.runner(A, forth))
            .startsWith("The downgrade of revision b came to step 2 of 3"));
    MigrationScript corrected =
        b(
            "select 1",
            op -> {
              op.dropTable("one");
              op.dropTable("last");
            });
    database.runner(A, corrected).downgrade("a");
    assertEquals(List.of("t"), database.tables());
  }

  private String failing(String third) {
    return message(database.runner(A, b(third)));
  }

  private static String message(MigrationRunner runner) {
    return assertThrows(MigrationException.class, runner::upgrade).getMessage();
  }

  private static MigrationScript b(String third) {
    return b(third, op -> {});
  }

  private static MigrationScript b(String third, Consumer<Operations> back) {
    return script(
        "b",
        op -> {
          op.createTable("one", t -> t.column("id", bigint()));
          op.addColumn("t", "fax", varchar(40));
          op.execute(third);
          op.createTable("last", t -> t.column("id", bigint()));
        },
        back,
        "a");
  }
}
