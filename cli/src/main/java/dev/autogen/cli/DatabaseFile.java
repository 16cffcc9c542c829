package dev.autogen.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
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

  /** A path that says by itself that it is relative, behind the file systems of H2. */
  private static final Pattern H2_RELATIVE =
      Pattern.compile("(?i)jdbc:h2:((?:[a-z]\\w+:)*)(\\.\\.?/.*)");

  private DatabaseFile() {}

  /**
   * The URL with a relative path as one of that directory, wherever the process was started. H2
   * refuses a path that is relative and does not say so.
   */
  static String in(Path directory, String url) {
    String base = directory.toAbsolutePath().normalize().toString();
    Matcher h2 = H2_RELATIVE.matcher(url);
    if (h2.matches()) {
      return H2 + h2.group(1) + base + "/" + h2.group(2);
    }
    if (!isFileOfSqlite(url)) {
      return url;
    }
    String name = url.substring(SQLITE.length());
    boolean isUri = name.startsWith("file:");
    String path = isUri ? name.substring("file:".length()) : name;
    if (path.startsWith("/") || isAbsolute(path.split("\\?", 2)[0])) {
      return url;
    }
    return isUri
        ? SQLITE + "file:" + base.replace("%", "%25").replace("?", "%3f") + "/" + path
        : SQLITE + base + "/" + path;
  }

  /** Neither one in memory nor a resource. */
  private static boolean isFileOfSqlite(String url) {
    if (!url.startsWith(SQLITE)) {
      return false;
    }
    String file = url.substring(SQLITE.length()).split("\\?", 2)[0].replaceFirst("^file:", "");
    return !file.isEmpty() && !file.startsWith(":") && !url.contains("mode=memory");
  }

  private static boolean isAbsolute(String file) {
    try {
      return Path.of(file).isAbsolute();
    } catch (InvalidPathException unusual) {
      return true;
    }
  }

  /**
   * The URL of a database that is as empty as that file, if the URL names one that is not there.
   */
  static String insteadOfMissing(String url) {
    if (url.startsWith(SQLITE)) {
      String file = url.substring(SQLITE.length()).split("\\?", 2)[0].replaceFirst("^file:", "");
      return !isFileOfSqlite(url) || exists(file) ? url : SQLITE + ":memory:";
    }
    return url.startsWith(H2) && isMissingH2(url) ? inMemoryH2(url) : url;
  }

  private static boolean isMissingH2(String url) {
    String name = url.substring(H2.length()).split(";", 2)[0];
    if (name.isEmpty() || H2_ELSEWHERE.matcher(name).matches() || mustBeThere(url)) {
      return false;
    }
    String file = name.replaceFirst("^file:", "");
    String whole =
        file.startsWith("~") ? System.getProperty("user.home") + file.substring(1) : file;
    return !exists(whole + ".mv.db");
  }

  /** Whether H2 makes none, but says that there is none. */
  private static boolean mustBeThere(String url) {
    return url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=TRUE");
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
