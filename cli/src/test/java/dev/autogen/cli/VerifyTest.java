package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code verify} says where it is not for the engine to say. */
class VerifyTest {

  private static final String CLAIM = "the catalog is what the entities declare";

  @TempDir Path directory;

  @Test
  void comparesTheEntitiesWithAllHeadsTogether() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");
    write(
        "0001",
        "",
        """
        op.createTable("users", table -> table
            .column("id", bigint()).notNull()
            .primaryKey("users_pkey", "id"));
        """,
        "op.dropTable(\"users\");");
    column("0002", "email", 100);
    column("0003", "fax", 40);
    String together = shell.expecting(0, "verify", "0003").out();
    assertTrue(together.contains("ok      " + CLAIM), together);

    column("0002", "email", 99);
    String apart = shell.expecting(1, "verify", "0003").out();
    assertTrue(apart.contains("FAILED  " + CLAIM), apart);
    assertTrue(apart.contains("ok      upgrade runs again"), apart);

    column("0002", "fax", 40);
    String colliding = shell.expecting(0, "verify", "0003").out();
    assertTrue(colliding.contains("open    " + CLAIM), colliding);
  }

  @Test
  void saysThatADowngradeCannotTellItsSteps() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");
    write(
        "0001",
        "",
        """
        op.createTable("users", table -> table
            .column("id", bigint()).notNull()
            .column("email", varchar(100))
            .column("fax", varchar(40))
            .primaryKey("users_pkey", "id"));
        """,
        "op.alterColumn(\"users\", \"fax\");");
    String out = shell.expecting(1, "verify").out();
    assertTrue(out.contains("ok      " + CLAIM), out);
    assertTrue(out.contains("FAILED  downgrade runs"), out);
    assertTrue(out.contains("does not say what changes: add .type(from, to)"), out);
  }

  @Test
  void refusesWhatReachesBeyondAScratchDatabase() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");
    write("0001", "", "op.execute(\"create linked table a('', '', '', '', 'b')\");", "");
    String refused = shell.expecting(2, "verify").err();
    assertTrue(refused.contains("outside of its database a proof would do for good"), refused);
    assertTrue(refused.contains("\"execute: create linked"), refused);
  }

  @Test
  void saysWhatMadeUpRowsDoNotShow() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");
    write(
        "0001",
        "",
        """
        op.createTable("users", table -> table
            .column("id", bigint()).notNull()
            .column("email", varchar(100))
            .column("fax", varchar(40))
            .primaryKey("users_pkey", "id"));
        """,
        "op.dropTable(\"users\");");
    String refused = "op.execute(\"alter table users add constraint c check (email = 'a')\");";
    String undone = "op.execute(\"alter table users drop constraint c\");";
    write("0002", "0001", refused, undone);
    String forth = shell.expecting(0, "verify", "0002").out();
    assertTrue(forth.contains("open    upgrade runs"), forth);
    assertTrue(forth.contains("made-up rows; on empty tables it runs."), forth);
    assertTrue(forth.contains("ok      downgrade runs"), forth);
    assertTrue(forth.contains("ok      upgrade runs again"), forth);
    write("0002", "0001", "", "op.execute(\"update users set id = cast('x' || fax as int)\");");
    String back = shell.expecting(0, "verify", "0002").out();
    assertTrue(back.contains("ok      rows survive the upgrade"), back);
    assertTrue(back.contains("open    downgrade runs"), back);
    assertTrue(back.contains("open    rows survive the downgrade"), back);
    write("0002", "0001", refused + "op.execute(\"select nothing\");", "");
    shell.expecting(1, "verify", "0002");

    String added = "op.execute(\"insert into users (id) select max(id) + 1 from users\");";
    write("0002", "0001", added, "");
    String twice = shell.expecting(1, "verify", "0002").out();
    assertTrue(twice.contains("1 more row is in users than before."), twice);
    assertTrue(twice.contains("ok      the downgrade restores the catalog"), twice);
    assertTrue(twice.contains("FAILED  upgrade runs again"), twice);
    assertTrue(twice.contains("users holds 4 rows after the second upgrade, and 3"), twice);
    String swapped =
        "op.execute(\"update users set fax = (select fax from users u where u.id <> users.id)\");";
    write("0002", "0001", swapped, swapped);
    String moved = shell.expecting(0, "verify", "0002").out();
    assertTrue(moved.contains("The values of users.fax are others."), moved);
    assertTrue(moved.contains("ok      rows survive the downgrade"), moved);
  }

  @Test
  void triesWhetherTheNextNumberIsFree() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");
    String roles =
        """
        op.createTable("roles", table -> table
            .column("id", bigint()).notNull().identity()
            .column("name", varchar(40))
            .primaryKey("roles_pkey", "id"));
        op.bulkInsert("roles", "id", "name").row(1, "admin");
        """;
    String taken = "The next row of roles gets a number that a row has already";
    write("0001", "", roles, "op.dropTable(\"roles\");");
    String out = shell.expecting(1, "verify").out();
    assertTrue(out.contains("FAILED  the next row gets a number that is free"), out);
    assertTrue(out.contains(taken), out);
    String moved = "op.execute(\"alter table roles alter column id restart with 2\");";
    write("0001", "", roles + moved, "op.dropTable(\"roles\");");
    String free = shell.expecting(1, "verify").out();
    assertFalse(free.contains(taken), free);
  }

  @Test
  void takesAMigrationWithoutAWayBackIfThatIsMeant() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");
    write(
        "0001",
        "",
        """
        op.createTable("users", table -> table
            .column("id", bigint()).notNull()
            .column("email", varchar(100))
            .primaryKey("users_pkey", "id"));
        """,
        "throw new UnsupportedOperationException(\"no way back\");");
    column("0002", "fax", 40);
    String out = shell.expecting(1, "verify").out();
    assertTrue(out.contains("FAILED  downgrade runs"), out);
    assertTrue(
        out.contains("Revision 0001 (db.migrations.R0001_change) cannot be taken back"), out);
    assertTrue(out.contains("UnsupportedOperationException: no way back (line "), out);
    assertTrue(out.contains("If that is meant, say so with --allow-irreversible."), out);
    String meant = shell.expecting(0, "verify", "--allow-irreversible").out();
    assertTrue(meant.contains("open    downgrade runs"), meant);
    assertTrue(meant.contains("ok      upgrade runs again"), meant);
  }

  private void column(String id, String name, int length) throws IOException {
    write(
        id,
        "0001",
        "op.addColumn(\"users\", \"%s\", varchar(%d));".formatted(name, length),
        "op.dropColumn(\"users\", \"%s\");".formatted(name));
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

        @Revision(id = "%s"%s)
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
