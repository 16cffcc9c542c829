package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlteredMigrationTest {

  @TempDir Path directory;

  @Test
  void checkNamesTheFileAndUpgradeStopsUntilItIsAccepted() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");
    shell.expecting(0, "-m", "first");
    shell.expecting(0, "upgrade");
    String name = shell.migrations().get(0);
    Path file = directory.resolve(name);
    String source = Files.readString(file);
    Files.writeString(file, "// Looked at.\n" + source.replace("    op.", "      op."));
    shell.expecting(0, "check");

    Files.writeString(
        file, source.replaceFirst("(void upgrade.*\\{)", "$1 op.execute(\"select 1\");"));
    String report = shell.expecting(1, "check").out();
    assertTrue(report.contains("was edited after it was applied"), report);
    assertTrue(report.contains(file.getFileName().toString()), report);
    String error = shell.expecting(2, "upgrade").err();
    assertTrue(error.startsWith("autogen: Cannot upgrade: Revision"), error);
    shell.expecting(0, "stamp", "--purge", "head");
    shell.expecting(0, "check");
    assertEquals(0, shell.expecting(0, "upgrade").err().length());
  }

  @Test
  void checkReportsAnAppliedMigrationWhoseFileIsGone() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");
    shell.expecting(0, "-m", "first");
    shell.expecting(0, "revision", "--empty", "-m", "second", "--rev-id", "second");
    shell.expecting(0, "upgrade");
    for (String name : shell.migrations()) {
      if (name.contains("second")) {
        Files.delete(directory.resolve(name));
      }
    }
    String report = shell.expecting(1, "check").out();
    assertTrue(report.contains("Revision second was applied"), report);
    assertTrue(report.contains("no migration here has that id any more"), report);
    assertTrue(report.startsWith("no changes"), report);
    assertTrue(shell.expecting(2, "upgrade").err().contains("which none of the 1 migration here"));
    String accepted = report.replaceAll("(?s).*stamp --purge (\\w+).*", "$1");
    shell.expecting(0, "stamp", "--purge", accepted);
    shell.expecting(0, "check");
  }
}
