package dev.autogen.migration;

import static dev.autogen.migration.Scripts.script;
import static dev.autogen.migration.Types.bigint;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import java.sql.Connection;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RunnerRaceTest {

  private static final int RUNNERS = 8;

  /** Several times, for the runs meet at another point each time. */
  @RepeatedTest(5)
  @Timeout(60)
  void oneOfEightAppliesAndTheOthersFindNothingToDo() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    MigrationScript[] scripts = {
      script(
          "a",
          op -> {
            op.createTable("t", table -> table.column("id", bigint()));
            op.run(
                "take time",
                connection -> {
                  runs.incrementAndGet();
                  Thread.sleep(200);
                });
          },
          op -> {}),
      script("b", op -> op.execute("insert into t values (1)"), op -> {}, "a")
    };
    ExecutorService threads = Executors.newFixedThreadPool(RUNNERS);
    try (MemoryDatabase database = new MemoryDatabase()) {
      MigrationRunner runner = database.runner(scripts);
      Callable<Integer> upgrade = () -> runner.upgrade().size();
      List<Integer> applied = new ArrayList<>();
      for (Future<Integer> result :
          threads.invokeAll(java.util.Collections.nCopies(RUNNERS, upgrade))) {
        applied.add(result.get());
      }
      assertEquals(1, applied.stream().filter(count -> count == 2).count(), applied.toString());
      assertEquals(RUNNERS - 1, applied.stream().filter(count -> count == 0).count());
      assertEquals(1, runs.get());
      assertEquals(List.of("1"), database.query("select id from t"));
      assertEquals(Set.of("b"), runner.current());
      assertEquals(2, runner.log().size());
    } finally {
      threads.shutdownNow();
    }
  }

  /** An application with several data sources, each brought up by a thread of its own. */
  @Test
  @Timeout(60)
  void severalDatabasesAreMigratedAtOnce() throws Exception {
    MigrationScript[] scripts = {
      script("a", op -> op.createTable("t", table -> table.column("id", bigint())), op -> {}),
      script("b", op -> op.bulkInsert("t", "id").row(1).row(2), op -> {}, "a")
    };
    ExecutorService threads = Executors.newFixedThreadPool(RUNNERS);
    List<MemoryDatabase> databases = new ArrayList<>();
    try {
      List<Callable<Integer>> upgrades = new ArrayList<>();
      for (int i = 0; i < RUNNERS; i++) {
        MemoryDatabase database = new MemoryDatabase();
        databases.add(database);
        upgrades.add(() -> database.runner(scripts).upgrade().size());
      }
      for (Future<Integer> result : threads.invokeAll(upgrades)) {
        assertEquals(2, result.get());
      }
      for (MemoryDatabase database : databases) {
        assertEquals(List.of("1", "2"), database.query("select id from t order by id"));
      }
    } finally {
      threads.shutdownNow();
      for (MemoryDatabase database : databases) {
        database.close();
      }
    }
  }

  @Test
  @Timeout(60)
  void waitsForAsLongAsItTakes() throws Exception {
    try (MemoryDatabase database = new MemoryDatabase();
        Connection other = database.source().getConnection()) {
      Dialect dialect = Dialects.of(other);
      assertTrue(dialect.tryLock(other));
      RunListener unlocking =
          new RunListener() {
            @Override
            public void waiting(Optional<String> holder, Duration waited) {
              assertDoesNotThrow(() -> dialect.unlock(other));
            }
          };
      MigrationRunner runner =
          database
              .runner(script("a", op -> op.execute("create table t (id integer)"), op -> {}))
              .lockTimeout(ChronoUnit.FOREVER.getDuration())
              .listener(unlocking);
      assertEquals(1, runner.upgrade().size());
    }
  }

  @Test
  @Timeout(60)
  void givesUpWhenTheLockIsNotGivenBackInTime() throws Exception {
    try (MemoryDatabase database = new MemoryDatabase();
        Connection other = database.source().getConnection()) {
      Dialect dialect = Dialects.of(other);
      assertTrue(dialect.tryLock(other));
      List<Duration> notices = new ArrayList<>();
      MigrationRunner runner =
          database
              .runner(script("a", op -> op.execute("create table t (id integer)"), op -> {}))
              .lockTimeout(Duration.ofMillis(300))
              .listener(
                  new RunListener() {
                    @Override
                    public void waiting(Optional<String> holder, Duration waited) {
                      notices.add(waited);
                    }
                  });
      assertEquals(
          "Cannot migrate: another run (session N) holds the lock on migrations of this database, and did not"
              + " give it back within 300 milliseconds. Nothing was changed; see what that run is"
              + " doing, then try again.",
          assertThrows(MigrationException.class, runner::upgrade)
              .getMessage()
              .replaceFirst("session \\d+( \\(.*?\\))?", "session N"));
      assertEquals(1, notices.size());
      dialect.unlock(other);
      assertEquals(1, runner.upgrade().size());
    }
  }
}
