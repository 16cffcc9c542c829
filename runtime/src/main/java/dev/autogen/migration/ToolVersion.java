package dev.autogen.migration;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this library, for the log. */
final class ToolVersion {

  private static final String VERSION = read();

  private ToolVersion() {}

  /** The version, or {@code unknown} where the build left none. */
  static String get() {
    return VERSION;
  }

  private static String read() {
    try (InputStream in = ToolVersion.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException unreadable) {
      return "unknown";
    }
  }
}
