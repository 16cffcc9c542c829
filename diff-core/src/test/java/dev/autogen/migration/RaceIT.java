package dev.autogen.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes of their own, where DDL is final at once: several together, and one that is killed.
 * PostgreSQL and SQLite have their own such tests.
 */
@Timeout(180)
class RaceIT {

  /**
   * What H2 is still writing counts for nothing: in milliseconds, twice its WRITE_DELAY and more.
   */
  private static final long H2_WRITING = 2_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"MYSQL", "MARIADB", "H2"})
  void oneOfEightProcessesApplies(Engine engine) throws Exception {
    try (TestDatabase database = database(engine)) {
      List<Process> processes = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        processes.add(MigratingProcess.start(database, 300));
      }
      List<Integer> applied = new ArrayList<>();
      for (Process process : processes) {
        applied.add(process.waitFor());
      }
      assertEquals(List.of(0, 0, 0, 0, 0, 0, 0, 2), applied.stream().sorted().toList());
      assertEquals(1, count(database, "first"));
      assertEquals(0, count(database, "second") + count(database, "third"));
      assertEquals(2, runner(database).log().size());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"MYSQL", "MARIADB", "H2"})
  void goesOnAfterAProcessThatWasKilled(Engine engine) throws Exception {
    try (TestDatabase database = database(engine)) {
      Process process = MigratingProcess.start(database, 60_000);
      awaitThirdStep(database, process, engine);
      process.destroyForcibly().waitFor();
      MigrationRunner runner = runner(database).migrations(MigratingProcess.slowScripts(0));
      assertEquals(Set.of("a"), runner.current());
      assertEquals(
          "The upgrade of revision b came to step 3 of 4: take time. That did not take effect.",
          runner.interruption().orElseThrow().message());
      assertEquals(1, runner.upgrade().size());
      assertEquals(1, count(database, "first"));
      assertEquals(0, count(database, "second") + count(database, "third"));
      assertEquals(2, runner.log().size());
    }
  }

  /** H2's file belongs to the process until it dies: only its bytes can be looked at. */
  private void awaitThirdStep(TestDatabase database, Process process, Engine engine)
      throws Exception {
    Path file = folder.resolve("shop.mv.db");
    while (engine == Engine.H2
        ? !Files.exists(file)
            || !Files.readString(file, StandardCharsets.ISO_8859_1).contains("take time")
        : runner(database).interruption().map(open -> open.last().step()).orElse(0) < 3) {
      assertTrue(process.isAlive(), "the process ended early");
      Thread.sleep(50);
    }
    if (engine == Engine.H2) {
      Thread.sleep(H2_WRITING);
    }
  }

  private TestDatabase database(Engine engine) {
    String url = "jdbc:h2:file:" + folder.resolve("shop").toAbsolutePath() + ";NON_KEYWORDS=SECOND";
    return engine == Engine.H2
        ? new TestDatabase(engine, url, "sa", "", () -> {})
        : TestDatabases.create(engine);
  }

  private static MigrationRunner runner(TestDatabase database) {
    return MigrationRunner.on(
        new DriverDataSource(database.url(), database.user(), database.password()));
  }

  private static int count(TestDatabase database, String table) throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
