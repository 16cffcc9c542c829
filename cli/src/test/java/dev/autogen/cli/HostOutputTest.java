package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostOutputTest {

  /** As on a disk without room. */
  private static final class Full extends OutputStream {
    @Override
    public void write(int octet) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  @Test
  void outputThatIsCutOffIsAFailure() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Host host =
        new Host(
            new PrintStream(new Full()),
            new PrintStream(err),
            Keyboard.NONE,
            new Host.Terminals(false, false),
            Map.of(),
            Path.of(""),
            Clock.systemUTC(),
            () -> "1");
    assertEquals(2, Autogen.run(host, "--version"));
    assertTrue(err.toString().contains("could not be written to its end"), err.toString());
  }
}
