package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {

  @TempDir Path folder;

  @Test
  void isReadByWhoeverReadsOtherFiles() throws IOException {
    NewFile.write(folder.resolve("new.sql"), "x");
    Path other = Files.writeString(folder.resolve("other.sql"), "x");
    assertEquals(
        Files.getPosixFilePermissions(other),
        Files.getPosixFilePermissions(folder.resolve("new.sql")));
  }

  @Test
  void takesNoOthersPlace() throws IOException {
    Path file = Files.writeString(folder.resolve("there.sql"), "x");
    assertThrows(Failure.class, () -> NewFile.write(file, "y"));
    assertEquals("x", Files.readString(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }
}
