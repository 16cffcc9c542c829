package dev.autogen.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files whole or not at all, and never over one that nobody has read. */
final class NewFile {

  private NewFile() {}

  /**
   * @throws Failure if there is a file already, or it cannot be written
   */
  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Path whole = file.resolveSibling(".autogen" + UUID.randomUUID() + ".tmp");
      try {
        Files.writeString(whole, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        publish(whole, file);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (FileAlreadyExistsException e) {
      throw new Failure(
          "\"" + file + "\" is there already and is not overwritten. Move it away first.", e);
    } catch (IOException e) {
      throw new Failure("Cannot write \"" + file + "\": " + FileErrors.reason(e), e);
    }
  }

  /**
   * Writes what a file holds from now on, where it was and for whom it was. Until all is written,
   * it holds what it did.
   */
  static void replace(Path old, String text) throws IOException {
    Path file = old.toRealPath();
    Path whole = file.resolveSibling(".autogen" + UUID.randomUUID() + ".tmp");
    try {
      Files.copy(file, whole, StandardCopyOption.COPY_ATTRIBUTES);
      Files.writeString(whole, text, StandardOpenOption.TRUNCATE_EXISTING);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /** A link fails where the name is taken, which a move would not; not all file systems have it. */
  private static void publish(Path whole, Path file) throws IOException {
    try {
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.move(whole, file);
    }
  }
}
