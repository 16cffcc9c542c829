package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptOutputTest {

  @TempDir Path directory;

  @Test
  void aScriptHoldsWhatTheMigrationSays() throws IOException {
    Shell shell = Shell.withEntities(directory, "before");
    shell.expecting(0, "revision", "--empty", "-m", "odd");
    Path file = directory.resolve(shell.migrations().get(0));
    String odd = "'a\u200db\u00ad\ufeffc\u202e\rd'";
    String source = Files.readString(file);
    String call = " op.execute(\"select " + odd.replace("\r", "\\r") + "\");";
    Files.writeString(
        file,
        source.substring(0, source.indexOf('{', source.indexOf("void upgrade")) + 1)
            + call
            + source.substring(source.indexOf('{', source.indexOf("void upgrade")) + 1));
    String script = shell.expecting(0, "upgrade", "--sql").out();
    assertTrue(script.contains("select " + odd + ";"), script);
  }
}
