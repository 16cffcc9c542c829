package dev.autogen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
  void replacesAFileAsAWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("there.sql"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("link.sql"), file);
    Path sameBytes = Files.createLink(folder.resolve("same.sql"), file);
    NewFile.replace(link, "new");
    assertEquals("new", Files.readString(file));
    assertEquals("old", Files.readString(sameBytes));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(3, files.count());
    }
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
