package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.cli.before.TalkativeNaming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainJobTest {

  @TempDir Path directory;

  @Test
  void writesAppliesAndIsInStep() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");

    Shell.Result written = shell.expecting(0, "-m", "initial schema");
    assertTrue(
        written.out().contains("written  src/db/migrations/R000000000001_initial_schema.java"));
    assertTrue(written.out().startsWith("1 change · shop (H2 "), written.out());
    assertEquals("", written.err());

    shell.expecting(1, "check");
    assertTrue(shell.expecting(0, "upgrade").out().startsWith("applied  000000000001"));
    shell.expecting(0, "check");
    shell.expecting(0, "upgrade");
    assertEquals("000000000001 (head)  initial schema\n", shell.expecting(0, "current").out());
    assertEquals(
        "<base> -> 000000000001 (head)  initial schema\n", shell.expecting(0, "history").out());

    Shell.Result again = shell.expecting(0, "-m", "again");
    assertEquals(1, shell.migrations().size(), again.out());
    shell.expecting(0, "downgrade", "base");
    assertEquals("", shell.expecting(0, "current").out());
  }

  @Test
  void whatTheApplicationPrintsIsNoPartOfTheReport() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");
    PrintStream before = System.out;
    ByteArrayOutputStream stray = new ByteArrayOutputStream();
    System.setOut(new PrintStream(stray, true));
    try {
      shell.expecting(1, "check", "--naming", TalkativeNaming.class.getName());
      System.out.print("as before");
    } finally {
      System.setOut(before);
    }
    assertEquals("as before", stray.toString());
  }

  @Test
  void asksBeforeItWritesWhatLosesValues() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");
    shell.expecting(0, "-m", "initial schema");
    shell.expecting(0, "upgrade");

    String after = "dev.autogen.cli.after";
    Shell.Result refused = shell.expecting(2, "-m", "no fax", "--packages", after, "--no-input");
    assertTrue(refused.err().contains("--allow-destructive"), refused.err());
    assertEquals(1, shell.migrations().size());
    String first =
        refused.out().lines().filter(line -> line.startsWith("  ")).findFirst().orElseThrow();
    assertTrue(first.contains("users.fax") && first.endsWith("DESTRUCTIVE"), refused.out());

    shell.answering("n").expecting(2, "-m", "no fax", "--packages", after);
    assertEquals(1, shell.migrations().size());
    shell.answering("yes").expecting(0, "-m", "no fax", "--packages", after);
    assertEquals(2, shell.migrations().size());
  }

  @Test
  void keepsValuesUnderTheNewNameThatAHintStates() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");
    shell.expecting(0, "-m", "initial schema");
    shell.expecting(0, "upgrade");
    shell.expecting(
        0,
        "revision",
        "-m",
        "phone for fax",
        "--rename",
        "users.fax=users.phone",
        "--packages",
        "dev.autogen.cli.after");
    String source = shell.files().get(shell.migrations().get(1));
    assertTrue(source.contains("op.renameColumn(\"users\", \"fax\", \"phone\")"), source);
  }

  @Test
  void refusesToWriteWhileTheDatabaseIsBehind() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");
    shell.expecting(0, "-m", "initial schema");
    Shell.Result refused = shell.expecting(2, "-m", "again");
    assertTrue(refused.err().contains("autogen upgrade"), refused.err());
    assertEquals(1, shell.migrations().size());
  }

  @Test
  void showsSqlWithoutTouchingTheDatabase() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");
    shell.expecting(0, "-m", "initial schema");
    assertTrue(shell.expecting(0, "upgrade", "--sql").out().contains("create table users"));
    assertTrue(shell.expecting(0, "upgrade", "--dry-run").out().contains("+ table users"));
    assertEquals("", shell.expecting(0, "current").out());
    shell.expecting(1, "current", "--check-heads");
  }

  @Test
  void comparesWithMigrationsOffline() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");
    shell.expecting(1, "check", "--offline", "--dialect", "h2");
    shell.expecting(0, "-m", "initial schema", "--offline", "--dialect", "h2");
    shell.expecting(0, "check", "--offline", "--dialect", "h2");
  }

  @Test
  void knowsTablesByNameThatWereThereBeforeTheMigrations() throws IOException, SQLException {
    Shell shell = Shell.withEntities(directory, "before");
    String url = "jdbc:h2:file:" + directory.resolve("db/shop");
    try (Connection connection = DriverManager.getConnection(url, "sa", "s3cret-word");
        Statement statement = connection.createStatement()) {
      statement.execute("create table users (id bigint primary key, email varchar(100))");
    }
    shell.expecting(0, "-m", "add fax");
    String source = shell.files().get(shell.migrations().get(0));
    assertFalse(source.contains("createTable"), source);
    shell.expecting(0, "upgrade");
    Shell.Result offline = shell.expecting(0, "check", "--offline", "--dialect", "h2");
    assertTrue(offline.out().contains("No migration makes table users"), offline.out());
    shell.expecting(0, "check", "--against", "database,migrations");
    Shell.Result later =
        shell.expecting(
            1, "check", "--offline", "--dialect", "h2", "--packages", "dev.autogen.cli.after");
    assertTrue(later.out().contains("users.phone"), later.out());
    assertFalse(later.out().contains("users.email"), later.out());
  }

  @Test
  void writesAnEmptyMigrationWithoutADatabase() throws IOException {
    Shell shell = new Shell(directory);
    shell.expecting(0, "revision", "--empty", "-m", "load data", "--migrations", "src");
    assertEquals(List.of("src/db/migrations/R000000000001_load_data.java"), shell.migrations());
    shell.expecting(
        2,
        "revision",
        "--empty",
        "-m",
        "load data",
        "--migrations",
        "src",
        "--rev-id",
        "000000000001");
  }

  @Test
  void reportsToAFileForPrograms() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");
    Shell.Result result = shell.expecting(1, "check", "--format", "json", "--output", "r.json");
    assertEquals("", result.out());
    String json = Files.readString(directory.resolve("r.json"));
    assertTrue(json.startsWith("{\n  \"version\": 1,\n  \"status\": \"out-of-step\""), json);
    assertFalse(json.contains("s3cret-word"));
  }

  @Test
  void takesTheNameOfACommandForAMessage() throws IOException {
    Shell shell = new Shell(directory);
    shell.expecting(0, "-m", "init", "--empty", "--migrations", "src");
    assertEquals(List.of("src/db/migrations/R000000000001_init.java"), shell.migrations());
  }

  @Test
  void worksInAnotherDirectory() throws IOException {
    Path project = Files.createDirectory(directory.resolve("with space"));
    Shell.withEntities(project, "before");
    Shell outside = new Shell(directory);
    outside.expecting(0, "-C", "with space", "-m", "initial schema");
    outside.expecting(0, "-C", "with space", "upgrade");
    assertTrue(Files.exists(project.resolve("db/shop.mv.db")));
  }
}
