package dev.autogen.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The file of an embedded database, as its URL names it: H2 and SQLite make one that is not there
 * when they are asked to connect. Who only looks finds an empty database in memory instead.
 */
final class DatabaseFile {

  private static final String SQLITE = "jdbc:sqlite:";
  private static final String H2 = "jdbc:h2:";

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
    return h2File(url)
        .filter(file -> !exists(file + ".mv.db"))
        .map(file -> H2 + "mem:" + settings(url))
        .orElse(url);
  }

  private static Optional<String> h2File(String url) {
    if (!url.startsWith(H2)) {
      return Optional.empty();
    }
    String rest = url.substring(H2.length()).split(";", 2)[0];
    boolean file = rest.matches("(?s)(?:file:)?(?:[./~]|[A-Za-z]:[/\\\\]).*");
    String home = System.getProperty("user.home");
    return file
        ? Optional.of(rest.replaceFirst("^file:", "").replaceFirst("^~", home.replace("\\", "/")))
        : Optional.empty();
  }

  /** What follows the name; what only a file can have would be refused. */
  private static String settings(String url) {
    StringBuilder kept = new StringBuilder();
    for (String setting : url.split(";")) {
      String name = setting.split("=", 2)[0].toUpperCase(Locale.ROOT);
      if (name.startsWith("MODE") || name.startsWith("DATABASE_TO_") || name.equals("INIT")) {
        kept.append(';').append(setting);
      }
    }
    return kept.toString();
  }

  private static boolean exists(String file) {
    try {
      return Files.exists(Path.of(file));
    } catch (InvalidPathException unusual) {
      return true;
    }
  }
}
