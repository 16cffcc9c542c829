package dev.autogen.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words: many exceptions say only which file. */
final class FileErrors {

  private FileErrors() {}

  /** What stands behind the colon of a sentence, with its full stop. */
  static String reason(IOException thrown) {
    if (thrown instanceof AccessDeniedException denied) {
      return "this user has no right to \"" + denied.getFile() + "\".";
    }
    if (thrown instanceof NoSuchFileException missing) {
      return "there is no \"" + missing.getFile() + "\".";
    }
    if (thrown instanceof FileSystemException file && file.getReason() != null) {
      return "\"" + file.getFile() + "\": " + file.getReason() + ".";
    }
    return DatabaseErrors.sentence(
        thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage());
  }
}
