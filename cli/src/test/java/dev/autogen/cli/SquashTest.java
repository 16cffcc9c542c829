package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One migration for a chain: new databases take it, and those within the chain go on along that.
 */
class SquashTest {

  private static final List<String> CHAIN = List.of("a", "b", "c");

  @TempDir Path directory;
  private Shell shell;

  @BeforeEach
  void writeChain() throws IOException {
    shell = new Shell(directory);
    shell.configure("url: jdbc:h2:file:./db/one", "user: sa", "password: x", "migrations: src");
    write(
        "a",
        "",
        "op.createTable(\"users\", t -> { t.column(\"id\", bigint()).notNull();"
            + " t.column(\"fax\", varchar(40)); t.primaryKey(\"users_pkey\", \"id\"); });",
        "op.dropTable(\"users\");");
    write(
        "b",
        "a",
        "op.renameColumn(\"users\", \"fax\", \"phone\");",
        "op.renameColumn(\"users\", \"phone\", \"fax\");");
    write(
        "c",
        "b",
        "op.addColumn(\"users\", \"age\", integer()).notNull().filledWith(\"7\");",
        "op.dropColumn(\"users\", \"age\");");
    write(
        "d",
        "c",
        "op.createIndex(\"ix_age\").on(\"users\", \"age\");",
        "op.dropIndex(\"ix_age\").from(\"users\");");
  }

  @Test
  void databasesAnywhereOnTheChainGoOn() throws Exception {
    for (String at : CHAIN) {
      shell.expecting(0, "upgrade", at, "--url", "jdbc:h2:file:./db/" + at);
    }
    assertTrue(
        shell
            .expecting(0, "squash", "base:c")
            .out()
            .contains("proved   equal to the chain from each of its revisions on"));
    assertEquals(
        "c -> d (head)  d\n<base> -> c  squash a to c\n", shell.expecting(0, "history").out());
    String one = shell.expecting(0, "upgrade").out();
    assertEquals(2, one.lines().count(), one);
    for (String at : CHAIN) {
      String url = "jdbc:h2:file:./db/" + at;
      assertTrue(shell.expecting(0, "current", "--url", url).out().startsWith(at + "  "));
      assertTrue(
          shell
              .expecting(0, "upgrade", "--dry-run", "--url", url)
              .out()
              .contains("upgrade  d (d)\n  + index users.ix_age (age)"));
      if (at.equals("b")) {
        goesAlongTheChain(url);
      }
      shell.expecting(0, "upgrade", "--url", url);
      assertEquals(columns("one"), columns(at));
      assertEquals("d (head)  d\n", shell.expecting(0, "current", "--url", url).out());
    }
  }

  @Test
  void theChainMayGoAndWhatStandsWithinItIsTold() throws Exception {
    shell.expecting(0, "upgrade", "b", "--url", "jdbc:h2:file:./db/b");
    shell.expecting(0, "upgrade");
    shell.expecting(0, "squash", "base:c");
    assertTrue(
        shell
            .expecting(2, "show", "b")
            .err()
            .contains("\"b\" is no longer one of its own: revision c (squash a to c) replaces it"));
    assertTrue(
        shell
            .expecting(2, "revision", "--empty", "-m", "x", "--rev-id", "b")
            .err()
            .contains("Revision c (squash a to c) replaces one with the id \"b\"."));
    for (String id : CHAIN) {
      Files.delete(file(id));
    }
    assertEquals("d (head)  d\n", shell.expecting(0, "current").out());
    shell.expecting(0, "downgrade", "base");
    assertEquals(List.of(), columns("one"));
    shell.expecting(0, "upgrade");
    assertEquals(List.of("AGE", "ID", "PHONE"), columns("one"));
    assertTrue(
        shell
            .expecting(2, "upgrade", "--url", "jdbc:h2:file:./db/b")
            .err()
            .contains("which revision c (squash a to c) replaces"));
  }

  @Test
  void whatWorksOnRowsIsNotPutTogether() throws Exception {
    write("b", "a", "op.execute(\"update users set fax = null\");", "");
    assertTrue(
        shell
            .expecting(2, "squash", "base:c")
            .err()
            .contains("does work on rows that cannot be put together"));
    write("b", "a", "", "");
    write("e", "a", "", "");
    assertTrue(shell.expecting(2, "squash", "a:c").err().contains("is not one of a plain chain"));
  }

  @Test
  void leavesRowsOfBeforeWhatTheChainLeavesThem() throws Exception {
    write("b", "a", "op.addColumn(\"users\", \"state\", varchar(9)).defaultValue(\"NEW\");", "");
    write("c", "b", "op.alterColumn(\"users\", \"state\").defaultValue(\"NEW\", \"OPEN\");", "");
    write("d", "c", "op.renameColumn(\"users\", \"state\", \"phase\");", "");
    write("t", "a", "op.addColumn(\"users\", \"t\", varchar(9));", "");
    String out = shell.expecting(0, "squash", "b:d").out();
    assertTrue(out.startsWith("proved   equal to the chain"), out);
    String written = Files.readString(directory.resolve("src/db/migrations/Rd_squash_b_to_d.java"));
    assertTrue(written.contains("\"phase\", varchar(9)).defaultValue(\"NEW\")"), written);
    assertTrue(written.contains(".defaultValue(\"NEW\", \"OPEN\")"), written);
    assertTrue(
        shell
            .expecting(2, "rebase", "d", "--onto", "t")
            .err()
            .contains("Revision d (squash b to d) is a squash, and its chain stays where it is"));
  }

  /** What counts from where the database stands sees the chain, as the database does. */
  private void goesAlongTheChain(String url) {
    assertEquals(
        "c -> d (head)  d\nb -> c  c\na -> b  b\n",
        shell.expecting(0, "history", "-r", "current:", "--url", url).out());
    assertTrue(
        shell.expecting(0, "show", "current", "--url", url).out().startsWith("revision  b  b\n"));
    assertEquals(
        "stamped: the database is at b\n",
        shell.expecting(0, "stamp", "--purge", "b", "--url", url).out());
  }

  private List<String> columns(String database) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:h2:file:" + directory + "/db/" + database, "sa", "x");
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "select column_name from information_schema.columns"
                        + " where table_schema = 'PUBLIC' and table_name = 'USERS' order by 1")) {
      List<String> columns = new ArrayList<>();
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
      return columns;
    }
  }

  private Path file(String id) {
    return directory.resolve("src/db/migrations/R" + id + "_" + id + ".java");
  }

  private void write(String id, String revises, String upgrade, String downgrade)
      throws IOException {
    Files.createDirectories(file(id).getParent());
    Files.writeString(
        file(id),
        """
        package db.migrations;

        import static dev.autogen.migration.Types.*;

        import dev.autogen.migration.*;

        @Revision(id = "%s"%s, created = "2026-11-21T10:12:00Z", message = "%s")
        public final class R%s_%s implements Migration {
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
                id,
                id,
                upgrade,
                downgrade));
  }
}
