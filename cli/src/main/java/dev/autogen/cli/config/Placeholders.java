package dev.autogen.cli.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in {@code ${NAME}} and {@code ${NAME:default}} from environment variables. */
final class Placeholders {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}:]+)(:([^}]*))?}");

  private Placeholders() {}

  /**
   * @throws ConfigurationException naming the variable and {@code place}, if there is neither a
   *     value nor a default
   */
  static String fill(String text, String place, Map<String, String> environment) {
    if (!text.contains("${")) {
      return text;
    }
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String value = environment.getOrDefault(matcher.group(1), matcher.group(3));
      if (value == null) {
        throw new ConfigurationException(
            place
                + " uses the environment variable "
                + matcher.group(1)
                + ", which is not set. Set it, or give it a default: ${"
                + matcher.group(1)
                + ":value}.");
      }
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }
}
