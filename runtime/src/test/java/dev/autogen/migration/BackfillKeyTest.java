package dev.autogen.migration;

import static dev.autogen.migration.Scripts.script;
import static dev.autogen.migration.Types.bigint;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On H2, where what comes before a backfill is final when it begins. */
class BackfillKeyTest {

  private final MemoryDatabase database = new MemoryDatabase();

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "boolean | mod(x, 2) = 0",
        "double precision | x / 10.0",
        "time(6) | dateadd(microsecond, x, time '10:00:00')",
        "timestamp(6) | dateadd(microsecond, x, timestamp '2026-01-01 10:00:00')",
      })
  void goesAlong(String type, String value) {
    database.execute(
        "create table t (k %s not null, n integer not null, hits integer default 0)"
            .formatted(type),
        "insert into t (k, n) select %s, x from system_range(1, 25)".formatted(value));
    upgrade(op -> op.backfill("t").set("hits", "hits + 1").by("k", "n").inBatchesOf(2));
    assertEquals(Collections.nCopies(25, "1"), database.query("select hits from t"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interval day | interval '1' day | cannot go along a key of type",
        "enum('a', 'b') | lower('A') | labels of an enum",
        "real | 0.9 | do not come past a row",
      })
  void refusesBeforeAnythingRuns(String type, String value, String reason) {
    database.execute(
        "create table t (k %s not null, hits integer default 0)".formatted(type),
        "insert into t (k) values (%s)".formatted(value));
    String message =
        refused(
            op -> {
              op.createTable("one", table -> table.column("id", bigint()));
              op.backfill("t").set("hits", "1").by("k");
            });
    assertTrue(message.contains("step 2 of 2 cannot be run: "), message);
    assertTrue(message.contains(reason), message);
    assertEquals(List.of("t"), database.tables());
  }

  /** H2 sorts them first, others last: either way they are in no batch. */
  @Test
  void passesOverNoRowThatHasNoKey() {
    database.execute(
        "create table t (k integer unique, n integer, hits integer default 0)",
        "insert into t (k, n) values (null, 1), (null, 2)",
        "insert into t (k, n) select x, 1 from system_range(1, 25)");
    Consumer<Operations> steps =
        op -> {
          op.createTable("one", table -> table.column("id", bigint()));
          op.backfill("t").set("hits", "1").by("k").inBatchesOf(10);
        };
    String message = refused(steps);
    assertTrue(message.contains("cannot go along k, which holds null."), message);
    assertEquals(List.of("t"), database.tables());
    upgrade(
        op ->
            op.backfill("t")
                .set("hits", "hits + 1")
                .where("n = 1 and k is not null")
                .by("k", "n")
                .inBatchesOf(1));
    assertEquals(
        Collections.nCopies(25, "1"), database.query("select hits from t where k is not null"));
  }

  @Test
  void refusesAKeyThatNobodyKnowsBeforeAnythingRuns() {
    database.execute("create table t (id integer primary key, hits integer)");
    String message =
        refused(
            op -> {
              op.createTable("one", table -> table.column("id", bigint()));
              op.backfill("t").set("hits", "1");
            });
    assertTrue(message.contains("No migration says what the primary key of t is."), message);
    assertEquals(List.of("t"), database.tables());
  }

  /** However many are asked for: others wait for the rows of a batch. */
  @Test
  void beginsWithFewRows() {
    database.execute(
        "create table t (k integer primary key, hits integer)",
        "insert into t (k) select x from system_range(1, 1200)");
    String message =
        refused(op -> op.backfill("t").set("hits", "1 / (1200 - k)").by("k").inBatchesOf(500_000));
    assertTrue(message.contains("Some batches of step 1 of 1 are done"), message);
    assertEquals(List.of("1000"), database.query("select count(*) from t where hits >= 0"));
  }

  /** A deadlock is told in the same way. */
  @Test
  void waitsForOthersWithFewerRows() throws Exception {
    database.execute(
        "create table t (k integer primary key, hits integer default 0)",
        "insert into t (k) select x from system_range(1, 300)");
    try (Connection other = database.source().getConnection()) {
      other.setAutoCommit(false);
      try (Statement statement = other.createStatement()) {
        statement.executeQuery("select k from t where k = 200 for update").close();
      }
      Thread later =
          new Thread(
              () -> {
                try {
                  Thread.sleep(300);
                  other.rollback();
                } catch (SQLException | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      later.start();
      upgrade(
          op -> {
            op.execute("set lock_timeout 1");
            op.backfill("t").set("hits", "hits + 1").by("k").inBatchesOf(300);
          });
      later.join();
    }
    assertEquals(List.of("300"), database.query("select count(*) from t where hits = 1"));
  }

  @Test
  void saysNothingOfAKeyThatAnEarlierStepChanges() {
    database.execute("create table t (k real not null, hits integer default 0)");
    database.execute("insert into t (k) values (0.9)");
    upgrade(
        op -> {
          op.execute("alter table t alter column k numeric(9, 2)");
          op.backfill("t").set("hits", "1").by("k");
        });
    assertEquals(List.of("1"), database.query("select hits from t"));
  }

  private void upgrade(Consumer<Operations> steps) {
    database.runner(script("a", steps, op -> {})).upgrade();
  }

  private String refused(Consumer<Operations> steps) {
    return assertThrows(MigrationException.class, () -> upgrade(steps)).getMessage();
  }
}
