package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.ScratchDatabases;
import dev.autogen.dialect.SessionLock;
import dev.autogen.matrix.Catalog;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code verify} says which proof fails, and neither the database nor the server has more after.
 */
class VerifyIT {

  private static final String ALL_COLUMNS =
      """
      op.createTable("users", table -> table
          .column("id", bigint()).notNull()
          .column("email", varchar(100))
          .column("fax", varchar(40))
          .primaryKey("users_pkey", "id"));
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("dev.autogen.testing.Engine#served")
  void saysWhichProofFails(Engine engine) throws Exception {
    try (TestDatabase database = TestDatabases.create(engine)) {
      Shell shell = project(database);
      write("0001", "", ALL_COLUMNS, "op.dropTable(\"users\");");
      proves(shell, "0001");
      write(
          "0001",
          "",
          ALL_COLUMNS.replace(".column(\"fax\", varchar(40))\n", ""),
          "op.dropTable(\"users\");");
      refutes(shell, "the catalog is what the entities declare", "users.fax");
      write("0001", "", ALL_COLUMNS, "op.dropTable(\"users\");");

      write(
          "0002",
          "0001",
          "op.createIndex(\"ix\").on(\"users\", \"fax\");",
          "op.dropIndex(\"ix\").from(\"users\");");
      proves(shell, "0002");
      write("0002", "0001", "op.createIndex(\"ix\").on(\"users\", \"fax\");", "");
      refutes(shell, "the downgrade restores the catalog", "users.ix");
      write("0002", "0001", "op.alterColumn(\"users\", \"fax\").addDefaultValue(\"none\");", "");
      refutes(shell, "the downgrade restores the catalog", "users.fax");
      write("0002", "0001", "", "op.execute(\"drop table nowhere\");");
      refutes(shell, "downgrade runs", "nowhere");
      write("0002", "0001", "op.execute(\"select nothing from nowhere\");", "");
      refutes(shell, "upgrade runs", "nowhere");
      write("0002", "0001", "op.execute(\"delete from users where id = 1\");", "");
      refutes(shell, "rows survive the upgrade", "1 of 2 rows of users are gone.");
      shell.expecting(0, "verify", "0002", "--allow-destructive");
      write("0002", "0001", "op.execute(\"delete from users where id < 0\");", "");
      refutes(shell, "rows survive the upgrade", "Its own statement removes rows");
      for (String overwriting : List.of("'gone'", "null", "email")) {
        write("0002", "0001", "op.execute(\"update users set fax = " + overwriting + "\");", "");
        refutes(shell, "rows survive the upgrade", "The values of users.fax are gone");
      }
      write("0002", "0001", "op.execute(\"update users set id = id + 1000\");", "");
      String others = shell.expecting(0, "verify", "0002").out();
      assertTrue(others.contains("open    rows survive the upgrade"), others);
      write(
          "0002",
          "0001",
          "op.addColumn(\"users\", \"nick\", varchar(9)).notNull();",
          "op.dropColumn(\"users\", \"nick\");");
      String inTheWay = shell.expecting(0, "verify", "0002").out();
      assertTrue(inTheWay.contains("open    rows survive the upgrade"), inTheWay);
      assertTrue(inTheWay.contains("ok      upgrade runs again"), inTheWay);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autogen.testing.Engine#served")
  void leavesNothingAndRemovesWhatAKilledRunLeft(Engine engine) throws Exception {
    try (TestDatabase database = TestDatabases.create(engine)) {
      Shell shell = project(database);
      write("0001", "", ALL_COLUMNS, "op.dropTable(\"users\");");
      Catalog before = Catalog.of(database);
      killed(database);
      proves(shell, "0001");
      try (Connection connection = database.connect()) {
        ScratchDatabases kind = Dialects.of(connection).scratchDatabases();
        assertEquals(List.of(), kind.leftovers(connection));
      }
      assertEquals("", Catalog.of(database).difference(before));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autogen.testing.Engine#served")
  void emptiesADatabaseThatIsGivenAndRefusesOneThatHoldsSomething(Engine engine) throws Exception {
    try (TestDatabase database = TestDatabases.create(engine);
        TestDatabase scratch = TestDatabases.create(engine)) {
      Shell shell = project(database);
      write("0001", "", ALL_COLUMNS, "op.dropTable(\"users\");");
      write("0002", "0001", "", "op.execute(\"drop table nowhere\");");
      Catalog empty = Catalog.of(scratch);
      try (Connection used = scratch.connect()) {
        SessionLock claim = Dialects.of(used).scratchDatabases().claim();
        assertTrue(claim.take(used));
        String refused = shell.expecting(2, "verify", "--scratch-url", scratch.url()).err();
        assertTrue(refused.contains("autogen: Another proof"), refused);
        claim.release(used);
      }
      shell.expecting(1, "verify", "--scratch-url", scratch.url());
      assertEquals("", Catalog.of(scratch).difference(empty));
      scratch.execute("create table somebodys (id integer)");
      assertTrue(
          shell
              .expecting(2, "verify", "--scratch-url", scratch.url())
              .err()
              .contains("is not empty"));
    }
  }

  /** On MySQL and MariaDB a name leads from any database to any other of the server. */
  @Test
  void leavesOtherDatabasesAlone() throws Exception {
    try (TestDatabase database = TestDatabases.create(Engine.MYSQL);
        TestDatabase scratch = TestDatabases.create(Engine.MYSQL)) {
      database.execute("create table audit (id int)", "insert into audit values (1), (2)");
      String own = database.url().replaceFirst(".*/([^?]*).*", "$1");
      Shell shell = project(database);
      write("0001", "", ALL_COLUMNS, "op.dropTable(\"users\");");
      write("0002", "0001", "op.execute(\"delete from " + own + ".audit where id = 1\");", "");
      for (List<String> url : List.of(List.<String>of(), List.of("--scratch-url", scratch.url()))) {
        List<String> command = new ArrayList<>(List.of("verify", "0001"));
        command.addAll(url);
        String refused = shell.expecting(2, command.toArray(String[]::new)).err();
        assertTrue(refused.contains("another database of this server (" + own + ")"), refused);
      }
      try (Connection connection = database.connect()) {
        ScratchDatabases kind = Dialects.of(connection).scratchDatabases();
        for (String reaching :
            List.of(
                "use X",
                "create view v as select 1 from `X`.audit",
                "create table X.other (id int)",
                "/*!40000 truncate table `X` . audit */",
                "prepare p from 'delete from X.audit'",
                "insert into a select id from b; update a join X.audit b on a.id = b.id set id = 3",
                "update a set b = (select max(id) from x.AUDIT)")) {
          assertEquals(
              List.of(own),
              kind.databasesNamed(connection, reaching.replaceAll("(?i)x(?=[`. ]|$)", own)),
              reaching);
        }
        for (String within :
            List.of(
                "update X set X.name = 'X.audit' where X.id = 1.5",
                "select table_name from information_schema.tables -- X.audit",
                "set @a = @@session.sql_mode",
                "insert into users values ('mail@X.audit', 'it\\'s X.audit')")) {
          assertEquals(
              List.of(), kind.databasesNamed(connection, within.replace("X", own)), within);
        }
      }
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("select count(*) from audit")) {
        rows.next();
        assertEquals(2, rows.getInt(1));
      }
    }
  }

  /** What a process leaves that ends in the middle: a process id that nobody has. */
  private static void killed(TestDatabase database) throws Exception {
    try (Connection connection = database.connect()) {
      ScratchDatabases kind = Dialects.of(connection).scratchDatabases();
      String name = ScratchDatabases.PREFIX + "99999999_0123abcd";
      kind.create(connection, name);
      try (Connection other = database.connect()) {
        assertEquals(List.of(), kind.leftovers(other), "in use from the beginning on");
      }
      TestDatabase scratch =
          new TestDatabase(
              database.engine(),
              kind.url(database.url(), name),
              database.user(),
              database.password(),
              () -> {});
      try (Connection held = scratch.connect()) {
        kind.occupy(connection, held, name);
      }
    }
    if (Set.of(Engine.POSTGRESQL, Engine.POSTGRESQL_13).contains(database.engine())) {
      awaitEndOfSessions(database);
    }
  }

  /** PostgreSQL ends a session some time after its client has gone. */
  private static void awaitEndOfSessions(TestDatabase database) throws Exception {
    try (Connection connection = database.connect()) {
      ScratchDatabases kind = Dialects.of(connection).scratchDatabases();
      for (int i = 0; i < 100 && kind.leftovers(connection).isEmpty(); i++) {
        Thread.sleep(50);
      }
      assertEquals(1, kind.leftovers(connection).size());
    }
  }

  private Shell project(TestDatabase database) throws IOException {
    Shell shell = new Shell(directory).on(database);
    shell.configure(
        "classpath: [" + Path.of("target", "test-classes").toAbsolutePath() + "]",
        "packages: [dev.autogen.cli.before]",
        "migrations: src");
    return shell;
  }

  private static void proves(Shell shell, String revision) {
    String out = shell.expecting(0, "verify", revision).out();
    assertTrue(!out.contains("open") && !out.contains("FAILED"), out);
  }

  private static void refutes(Shell shell, String claim, String detail) {
    String out = shell.expecting(1, "verify", "head").out();
    assertTrue(out.contains("FAILED  " + claim), out);
    assertTrue(out.substring(out.indexOf("FAILED")).contains(detail), out);
  }

  private void write(String id, String revises, String upgrade, String downgrade)
      throws IOException {
    Path folder = Files.createDirectories(directory.resolve("src/db/migrations"));
    Files.writeString(
        folder.resolve("R" + id + "_change.java"),
        """
        package db.migrations;

        import static dev.autogen.migration.Types.*;

        import dev.autogen.migration.*;

        @Revision(id = "%s"%s, created = "2026-11-21T10:12:00Z")
        public final class R%s_change implements Migration {
          @Override
          public void upgrade(Operations op) {
            %s
          }

          @Override
          public void downgrade(Operations op) {
            %s
          }
        }
        """
            .formatted(
                id,
                revises.isEmpty() ? "" : ", revises = \"" + revises + "\"",
                id,
                upgrade,
                downgrade));
  }
}
