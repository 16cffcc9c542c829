package dev.autogen.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The file of an embedded database, as its URL names it: SQLite and H2 make one that is not there
 * when they are asked to connect. Who only looks finds an empty database in memory instead.
 */
final class DatabaseFile {

  private static final String SQLITE = "jdbc:sqlite:";
  private static final String H2 = "jdbc:h2:";

  /** {@code mem:}, {@code tcp:} and so on; one letter is a drive. */
  private static final Pattern H2_ELSEWHERE = Pattern.compile("(?!file:)[a-zA-Z][a-zA-Z0-9]+:.*");

  /** Settings that H2 has for files alone. */
  private static final Pattern H2_OF_FILES =
      Pattern.compile(
          "(?i);(?:AUTO_SERVER|AUTO_SERVER_PORT|CIPHER|FILE_LOCK|ACCESS_MODE_DATA)=[^;]*");

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
    return url.startsWith(H2) && isMissingH2(url) ? inMemoryH2(url) : url;
  }

  private static boolean isMissingH2(String url) {
    String name = url.substring(H2.length()).split(";", 2)[0];
    if (name.isEmpty() || H2_ELSEWHERE.matcher(name).matches()) {
      return false;
    }
    String file = name.replaceFirst("^file:", "");
    String whole =
        file.startsWith("~") ? System.getProperty("user.home") + file.substring(1) : file;
    return !exists(whole + ".mv.db");
  }

  /** Of the same name, which reports show, and no other connection's. */
  private static String inMemoryH2(String url) {
    int settings = url.indexOf(';');
    String file = settings < 0 ? url : url.substring(0, settings);
    return H2
        + "mem:"
        + UUID.randomUUID()
        + "/"
        + file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf(':')) + 1)
        + (settings < 0 ? "" : H2_OF_FILES.matcher(url.substring(settings)).replaceAll(""));
  }

  private static boolean exists(String file) {
    try {
      return Files.exists(Path.of(file));
    } catch (InvalidPathException unusual) {
      return true;
    }
  }
}
