package dev.autogen.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The file of an embedded database, as its URL names it: SQLite makes one that is not there when it
 * is asked to connect. Who only looks finds an empty database in memory instead.
 */
final class DatabaseFile {

  private static final String SQLITE = "jdbc:sqlite:";

  private DatabaseFile() {}

  /**
   * The URL of a database that is as empty as that file, if the URL names one that is not there.
   */
  static String insteadOfMissing(String url) {
    if (url.startsWith(SQLITE)) {
      String file = url.substring(SQLITE.length()).split("\\?", 2)[0];
      boolean inMemory = file.isEmpty() || file.startsWith(":") || url.contains("mode=memory");
      return inMemory || exists(file.replaceFirst("^file:", "")) ? url : SQLITE + ":memory:";
    }
    return url;
  }

  private static boolean exists(String file) {
    try {
      return Files.exists(Path.of(file));
    } catch (InvalidPathException unusual) {
      return true;
    }
  }
}
