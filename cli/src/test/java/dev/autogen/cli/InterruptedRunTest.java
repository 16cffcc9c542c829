package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedRunTest {

  @TempDir Path directory;
  private Shell shell;

  @BeforeEach
  void configure() throws IOException {
    shell = new Shell(directory);
    shell.configure("url: jdbc:h2:file:./db/shop", "user: sa", "password: x", "migrations: src");
  }

  @Test
  void currentSaysWhichStepWasLastAndUpgradeGoesOn() throws IOException {
    migration("create table one (id integer)", "insert into nowhere values (1)");
    assertTrue(shell.expecting(2, "upgrade").err().contains("it goes on with step 2"));
    assertEquals(
        "The upgrade of revision a came to step 2 of 2: insert into nowhere values (1). That did"
            + " not take effect. The next run goes on from there.\n",
        shell.expecting(0, "current").out());
    assertTrue(shell.expecting(0, "upgrade", "--dry-run").err().contains("came to step 2 of 2"));
    migration("create table one (id integer)", "insert into one values (1)");
    shell.expecting(0, "upgrade", "--lock-timeout", "5s");
    assertEquals("a (head)  db.migrations.Ra\n", shell.expecting(0, "current").out());
  }

  @Test
  void aScriptStartsBetweenTwoMigrations() throws IOException {
    migration("create table one (id integer)", "insert into nowhere values (1)");
    shell.expecting(2, "upgrade");
    assertTrue(
        shell
            .expecting(2, "upgrade", "--sql")
            .err()
            .contains("Run autogen upgrade to go on from there before anything else"));
    assertTrue(
        shell
            .expecting(0, "upgrade", "--sql", "--idempotent", "base:head")
            .out()
            .contains("execute immediate case when @autogen_todo then 'create table one"));
    assertTrue(shell.expecting(2, "upgrade", "--idempotent").err().contains("is about scripts"));
  }

  @Test
  void noRevisionIsWrittenWithinAMigration() throws IOException {
    back = "op.execute(\"drop table one\"); op.execute(\"drop table nowhere\");";
    migration("create table one (id integer)");
    shell.expecting(0, "upgrade");
    shell.expecting(2, "downgrade", "base");
    Shell.Result refused =
        shell.expecting(
            2,
            "-m",
            "again",
            "--classpath",
            Path.of("target", "test-classes").toAbsolutePath().toString(),
            "--packages",
            "dev.autogen.cli.before");
    assertTrue(refused.err().contains("Run `autogen downgrade` to go on"), refused.err());
  }

  @Test
  void refusesWhatIsNoTime() {
    assertTrue(
        shell.expecting(2, "upgrade", "--lock-timeout", "soon").err().contains("is no time"));
  }

  private String back = "";

  private void migration(String... statements) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("src/db/migrations"));
    StringBuilder steps = new StringBuilder();
    for (String statement : statements) {
      steps.append("op.execute(\"").append(statement).append("\");");
    }
    Files.writeString(
        folder.resolve("Ra.java"),
        """
        package db.migrations;

        import dev.autogen.migration.*;

        @Revision(id = "a")
        public final class Ra implements Migration {
          @Override public void upgrade(Operations op) { %s }
          @Override public void downgrade(Operations op) { %s }
        }
        """
            .formatted(steps, back));
  }
}
