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
}
