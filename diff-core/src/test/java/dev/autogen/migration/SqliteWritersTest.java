package dev.autogen.migration;

import static dev.autogen.migration.MigratingProcess.script;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Somebody writes to the file all the time while a run goes on that is no one transaction. */
class SqliteWritersTest {

  private static final int STEPS = 12;

  @Test
  void aRunInSeveralTransactionsWaitsForItsTurn() throws Exception {
    try (TestDatabase database = TestDatabases.create(Engine.SQLITE)) {
      database.execute(
          "create table side (n integer)",
          "create table t (id integer primary key, v text)",
          "insert into t with recursive n(i) as (select 1 union all select i + 1 from n"
              + " where i < 200) select i, null from n");
      AtomicBoolean over = new AtomicBoolean();
      CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(database, over));
      List<MigrationScript> applied;
      try {
        applied =
            MigrationRunner.on(new DriverDataSource(database.url(), "", ""))
                .migrations(
                    RevisionGraph.of(List.of(script("r", List.of(), SqliteWritersTest::steps))))
                .upgrade();
      } finally {
        over.set(true);
        writer.join();
      }
      assertEquals(1, applied.size());
    }
  }

  private static void steps(Operations op) {
    op.transactional(false);
    for (int i = 0; i < STEPS; i++) {
      op.execute("create table made" + i + " (id integer)");
    }
    op.backfill("t").by("id").set("v", "'x'").inBatchesOf(20).pausing(Duration.ZERO);
  }

  private static void write(TestDatabase database, AtomicBoolean over) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("pragma busy_timeout = 5000");
      while (!over.get()) {
        statement.executeUpdate("insert into side values (1)");
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
