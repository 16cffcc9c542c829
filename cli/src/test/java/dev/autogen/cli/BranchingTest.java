package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchingTest {

  @TempDir Path directory;
  private Shell shell;

  @BeforeEach
  void configure() throws IOException {
    shell = new Shell(directory);
    shell.configure("url: jdbc:h2:file:./db/shop", "user: sa", "password: x", "migrations: src");
  }

  @Test
  void drawsWhatFollowsWhat() {
    shell.expecting(0, "revision", "--empty", "-m", "first", "--rev-id", "a");
    shell.expecting(0, "revision", "--empty", "-m", "left", "--rev-id", "b");
    assertTrue(
        shell
            .expecting(2, "revision", "--empty", "-m", "right", "--rev-id", "c", "--head", "a")
            .err()
            .contains("Revision a (first) is no head. Add --splice"));
    shell.expecting(
        0, "revision", "--empty", "-m", "right", "--rev-id", "c", "--head", "a", "--splice");
    shell.expecting(
        0,
        "revision",
        "--empty",
        "-m",
        "apart",
        "--rev-id",
        "r",
        "--head",
        "base",
        "--branch-label",
        "reports",
        "--depends-on",
        "c");
    assertEquals(
        "b (head)  left\nc (effective head)  right\nr [reports] (head)  apart\n",
        shell.expecting(0, "heads").out());
    assertEquals(
        "a (branchpoint)  first\n  -> b (head)  left\n  -> c (effective head)  right\n",
        shell.expecting(0, "branches").out());
    assertEquals(
        "b (head)  left\nr [reports] (head)  apart\n",
        shell.expecting(0, "heads", "--resolve-dependencies").out());
    assertTrue(shell.expecting(0, "heads", "-v").out().contains("depends   c\n"));
    assertTrue(
        shell
            .expecting(2, "revision", "--empty", "-m", "more")
            .err()
            .contains("There are 3 heads"));
    shell.expecting(0, "merge", "b", "c", "--rev-id", "m");
    assertEquals(
        """
        * r [reports] (head) (needs c)  apart

        * m (head) (mergepoint)  merge b and c
        |-\\
        | * c  right
        * | b  left
        |-/
        * a (branchpoint)  first
        """,
        shell.expecting(0, "history", "--graph").out());
    shell.expecting(0, "upgrade", "reports@head");
    assertEquals("c  right\nr [reports] (head)  apart\n", shell.expecting(0, "current").out());
    assertEquals(
        "<base> (needs c) -> r [reports] (head) (current)  apart\n",
        shell.expecting(0, "history", "-i", "-r", "rep:").out());
    shell.expecting(0, "upgrade", "heads");
    shell.expecting(0, "downgrade", "reports@base");
    assertEquals("m (head) (mergepoint)  merge b and c\n", shell.expecting(0, "current").out());
    assertEquals(
        "<base> (needs c) -> r [reports] (head)  apart\n",
        shell.expecting(0, "history", "-r", "r:").out());
  }

  /** Lanes keep their places, so that no line stands below one that it has nothing to do with. */
  @Test
  void drawsBranchesThatEndBesideOthers() throws IOException {
    for (String each : "a, b:a, c:a, x, y:x, z, ym:y z, yy:ym, zz:b yy".split(", ")) {
      String[] link = (each + ":").split(":", -1);
      write(link[0], link[1], "", "");
    }
    assertEquals(
        """
        * zz (head) (mergepoint)  message of zz
        |-\\
        | * yy  message of yy
        | * ym (mergepoint)  message of ym
        | |-\\
        | | * z  message of z
        | * y  message of y
        | * x  message of x
        |
        | * c (head)  message of c
        * | b  message of b
        |-/
        * a (branchpoint)  message of a
        """,
        shell.expecting(0, "history", "--graph").out());
  }

  @Test
  void knowsWhereTheDatabaseStandsOrAsksForIt() throws IOException {
    write("a", "", "", "");
    write("b", "a", "", "");
    assertTrue(
        shell
            .expecting(2, "revision", "--empty", "-m", "x", "--head", "current")
            .err()
            .contains("\"current\" is before the first revision"));
    shell.expecting(0, "upgrade", "a");
    shell.expecting(
        0, "revision", "--empty", "-m", "c", "--rev-id", "c", "--head", "current", "--splice");
    assertEquals("a -> c (head)  c\n", shell.expecting(0, "history", "-r", "c:c").out());
    assertEquals(
        "nothing to verify: base is before the first revision\n",
        shell.expecting(0, "verify", "base").out());
    shell.configure("dialect: h2", "migrations: src");
    for (String command :
        List.of(
            "revision --empty -m x --head current+1",
            "revision --empty -m x --head b --depends-on current",
            "squash current:b",
            "merge current b",
            "verify current",
            "edit current",
            "show current",
            "history -r -1:current")) {
      String said = shell.expecting(2, command.split(" ")).err();
      assertTrue(said.contains("name the database with --url"), command + ": " + said);
    }
    for (String command :
        List.of(
            "upgrade --sql current:b", "downgrade --sql current:base", "rebase b --onto current")) {
      String said = shell.expecting(2, command.split(" ")).err();
      assertTrue(said.contains("Name a revision instead"), command + ": " + said);
    }
    assertEquals(3, shell.migrations().size());
    shell.expecting(0, "history", "-r", "-1:b");
  }

  @Test
  void mergesWhatGoesTogetherAndNamesWhatDoesNot() throws IOException {
    write(
        "a", "", "op.createTable(\"t\", t -> t.column(\"id\", bigint()));", "op.dropTable(\"t\");");
    write("b", "a", "op.addColumn(\"t\", \"x\", varchar(9));", "op.dropColumn(\"t\", \"x\");");
    write("c", "a", "op.addColumn(\"t\", \"y\", varchar(9));", "op.dropColumn(\"t\", \"y\");");
    write("d", "a", "op.addColumn(\"t\", \"x\", bigint());", "op.dropColumn(\"t\", \"x\");");

    Shell.Result refused = shell.expecting(2, "merge", "b", "d", "-m", "both");
    assertEquals(
        """
        autogen: The branches do not lead to the same schema in either order:
          + column t.x varchar(9) in b (message of b)
            and + column t.x bigint in d (message of d)
        Correct one of them, or insist with --force.
        """,
        refused.err());
    assertEquals(4, shell.migrations().size());

    write("e", "a", "op.createIndex(\"ix\").on(\"t\", \"id\");", "");
    write(
        "f",
        "a",
        "op.createTable(\"u\", u -> u.column(\"id\", bigint()).index(\"ix\", \"id\"));",
        "");
    assertEquals(
        """
        autogen: The branches do not lead to the same schema in either order:
          + index t.ix (id) in e (message of e)
            and + table u in f (message of f)
        Correct one of them, or insist with --force.
        """,
        shell.expecting(2, "merge", "e", "f").err());

    Shell.Result merged = shell.expecting(0, "merge", "b", "c", "-m", "both", "--rev-id", "m");
    assertEquals("written  src/db/migrations/Rm_both.java\n", merged.out());
    assertEquals("The branches lead to the same schema in either order.\n", merged.err());
    assertTrue(
        Files.readString(directory.resolve("src/db/migrations/Rm_both.java"))
            .contains("revises = {\"b\", \"c\"}"));
  }

  @Test
  void rebasesTheBranchThatIsNotApplied() throws IOException {
    write(
        "a", "", "op.createTable(\"t\", t -> t.column(\"id\", bigint()));", "op.dropTable(\"t\");");
    write("b", "a", "op.addColumn(\"t\", \"x\", varchar(9));", "op.dropColumn(\"t\", \"x\");");
    shell.expecting(0, "upgrade");
    write("c", "a", "op.addColumn(\"t\", \"y\", varchar(9));", "op.dropColumn(\"t\", \"y\");");
    write("d", "c", "op.addColumn(\"t\", \"z\", varchar(9));", "op.dropColumn(\"t\", \"z\");");

    assertTrue(shell.expecting(2, "rebase", "b", "--onto", "d").err().contains("is applied"));
    assertTrue(
        shell.expecting(0, "rebase").out().startsWith("rebased  src/db/migrations/Rc_x.java now"));
    assertEquals("d (head)  message of d\n", shell.expecting(0, "heads").out());
    assertEquals(
        source("c", "b", "op.addColumn(\"t\", \"y\", varchar(9));", "op.dropColumn(\"t\", \"y\");"),
        Files.readString(directory.resolve("src/db/migrations/Rc_x.java")));
    assertEquals(
        "There is one head at most, so there is nothing to rebase.\n",
        shell.expecting(0, "rebase").err());
    shell.expecting(0, "upgrade");
    assertEquals("d (head)  message of d\n", shell.expecting(0, "current").out());
    write("e", "a", "", "");
    shell.expecting(0, "upgrade", "heads");
    assertTrue(shell.expecting(2, "rebase").err().contains("All heads are applied"));
  }

  @Test
  void rebasesNoBranchAlongThatCollides() throws IOException {
    write(
        "a", "", "op.createTable(\"t\", t -> t.column(\"id\", bigint()));", "op.dropTable(\"t\");");
    write("b", "a", "op.addColumn(\"t\", \"q\", varchar(9));", "");
    write("c", "a", "op.addColumn(\"t\", \"y\", varchar(9));", "");
    write("d", "c", "op.addColumn(\"t\", \"z\", varchar(9));", "");
    write("e", "c", "op.addColumn(\"t\", \"q\", bigint());", "");
    assertEquals(
        """
        autogen: The branches do not lead to the same schema in either order:
          + column t.q bigint in e (message of e)
            and + column t.q varchar(9) in b (message of b)
        Correct one of them, or insist with --force.
        """,
        shell.expecting(2, "rebase", "d", "--onto", "b").err());
    write("e", "c", "op.addColumn(\"t\", \"w\", bigint());", "");
    assertEquals(
        "The branches lead to the same schema in either order.\nWith it go the heads d, e.\n",
        shell.expecting(0, "rebase", "d", "--onto", "b").err());
    assertEquals(
        "There is no other head to put it behind.\n", shell.expecting(0, "rebase", "b").err());
  }

  @Test
  void refusesToRebaseWhereTheDatabaseIsElsewhere() throws IOException {
    write(
        "a", "", "op.createTable(\"t\", t -> t.column(\"id\", bigint()));", "op.dropTable(\"t\");");
    write("b", "a", "op.addColumn(\"t\", \"x\", varchar(9)); op.execute(\"broken\");", "");
    shell.expecting(2, "upgrade");
    write("c", "a", "op.addColumn(\"t\", \"y\", varchar(9));", "");
    assertTrue(
        shell
            .expecting(2, "rebase", "b", "--onto", "c")
            .err()
            .contains("The database is within that migration. Run `autogen upgrade`"));
    shell.expecting(0, "stamp", "c");
    Files.delete(directory.resolve("src/db/migrations/Rc_x.java"));
    write("d", "a", "op.addColumn(\"t\", \"z\", varchar(9));", "");
    assertTrue(
        shell
            .expecting(2, "rebase", "b", "--onto", "d")
            .err()
            .contains("The database stands at revision \"c\", which no migration here has."));
  }

  @Test
  void refusesToRebaseBehindWhatDependsOnTheBranch() {
    shell.expecting(0, "revision", "--empty", "-m", "first", "--rev-id", "a");
    shell.expecting(0, "revision", "--empty", "-m", "left", "--rev-id", "b");
    List<String> right =
        List.of("revision", "--empty", "-m", "right", "--rev-id", "c", "--head", "a", "--splice");
    shell.expecting(
        0, Stream.concat(right.stream(), Stream.of("--depends-on", "b")).toArray(String[]::new));
    assertEquals(
        "autogen: Revision \"c\" depends on b (left), which would come after it. Move the other"
            + " branch, or join them with `autogen merge`.\n",
        shell.expecting(2, "rebase", "b", "--onto", "c").err());
    shell.expecting(0, "history");
  }

  private void write(String id, String revises, String upgrade, String downgrade)
      throws IOException {
    Path folder = Files.createDirectories(directory.resolve("src/db/migrations"));
    Files.writeString(
        folder.resolve("R" + id + "_x.java"), source(id, revises, upgrade, downgrade));
  }

  private static String source(String id, String revises, String upgrade, String downgrade) {
    return """
    package db.migrations;

    import static dev.autogen.migration.Types.*;
    import dev.autogen.migration.*;

    @Revision(id = "%s",%s message = "message of %s")
    public class R%s_x implements Migration {
      public void upgrade(Operations op) { %s }
      public void downgrade(Operations op) { %s }
    }
    """
        .formatted(
            id,
            revises.isEmpty() ? "" : " revises = " + revised(revises) + ",",
            id,
            id,
            upgrade,
            downgrade);
  }

  private static String revised(String ids) {
    String quoted = "\"" + ids.replace(" ", "\", \"") + "\"";
    return ids.contains(" ") ? "{" + quoted + "}" : quoted;
  }
}
