package dev.autogen.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes at once, and one that dies half-way, on PostgreSQL. */
class ManyRunnersIT {

  @TempDir Path project;

  @Test
  void ofEightOneAppliesAndTheOthersFindNothingToDo() throws Exception {
    try (TestDatabase database = TestDatabases.create(Engine.POSTGRESQL)) {
      migration("000000000001", "op.execute(\"create table hits (id bigint)\");");
      migration("000000000002", "op.execute(\"insert into hits select 1 from pg_sleep(1)\");");
      Product autogen = Product.in(project, database);
      List<Process> runners = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        runners.add(
            autogen.start(project.resolve(i + ".out"), project.resolve(i + ".err"), "upgrade"));
      }
      for (int i = 0; i < 8; i++) {
        assertTrue(runners.get(i).waitFor(3, TimeUnit.MINUTES));
        assertEquals(0, runners.get(i).exitValue(), Files.readString(project.resolve(i + ".err")));
      }
      assertEquals("1", query(database, "select count(*) from hits"));
      assertEquals(
          "2", query(database, "select count(*) from autogen_log where direction = 'upgrade'"));
    }
  }

  @Test
  void killedHalfWayLeavesNothingHalfDone() throws Exception {
    try (TestDatabase database = TestDatabases.create(Engine.POSTGRESQL)) {
      migration("000000000001", "op.execute(\"create table one (id bigint)\");");
      migration(
          "000000000002",
          "op.execute(\"create table two (id bigint)\");",
          "op.execute(\"select pg_sleep(20)\");",
          "op.execute(\"create table three (id bigint)\");");
      Product autogen = Product.in(project, database);
      Process upgrade = autogen.start(project.resolve("out"), project.resolve("err"), "upgrade");
      await(database, "select count(*) from pg_stat_activity where query like '%pg_sleep(20)%'");
      upgrade.destroyForcibly().waitFor();
      assertEquals("one", query(database, tables()));
      assertEquals("000000000001", query(database, "select revision from autogen_version"));

      Files.writeString(
          source("000000000002"),
          Files.readString(source("000000000002")).replace("pg_sleep(20)", "pg_sleep(0)"));
      autogen.run("upgrade").expecting(0);
      assertEquals("one,three,two", query(database, tables()));
      assertEquals("000000000002", query(database, "select revision from autogen_version"));
    }
  }

  private static String tables() {
    return "select string_agg(relname, ',' order by relname) from pg_class where relkind = 'r'"
        + " and relnamespace = 'public'::regnamespace and relname not like 'autogen%'";
  }

  /** Waits until a server process that is not this one runs the statement. */
  private static void await(TestDatabase database, String count) throws Exception {
    for (int i = 0; i < 600; i++) {
      if (!query(database, count + " and pid <> pg_backend_pid() and state = 'active'")
          .equals("0")) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the upgrade has not come to its second migration in a minute");
  }

  private static String query(TestDatabase database, String sql) throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void migration(String id, String... steps) throws Exception {
    String revises =
        id.equals("000000000001") ? "" : ", revises = \"%012d\"".formatted(Long.parseLong(id) - 1);
    Files.createDirectories(source(id).getParent());
    Files.writeString(
        project.resolve("autogen.yaml"), "migrations: migrations\npackage: db.migrations\n");
    Files.writeString(
        source(id),
        """
        package db.migrations;

        import dev.autogen.migration.Migration;
        import dev.autogen.migration.Operations;
        import dev.autogen.migration.Revision;

        @Revision(id = "%s"%s)
        public final class R%s implements Migration {
          @Override
          public void upgrade(Operations op) {
            %s
          }

          @Override
          public void downgrade(Operations op) {}
        }
        """
            .formatted(id, revises, id, String.join("\n    ", steps)));
  }

  private Path source(String id) {
    return project.resolve("migrations/db/migrations/R" + id + ".java");
  }
}
