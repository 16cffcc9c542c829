package dev.autogen.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes passwords out of text before anyone sees it: those of JDBC URLs, and the one in use. */
final class Secrets {

  private static final String HIDDEN = "***";

  /**
   * {@code password=...}, {@code sslPassword=...}, {@code pwd=...} up to the next parameter, or to
   * the colon that ends the URL in a sentence.
   */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)\\b(\\w*(?:password|passwd|pwd|secret|token|passphrase)\\s*=\\s*)(?:(?!:\\s)[^&;,\\s\"')])+");

  /** {@code //user:password@host}; a password may hold further at signs. */
  private static final Pattern AUTHORITY = Pattern.compile("(//[^/:@\\s]*:)[^/\\s]*(?=@)");

  /** {@code jdbc:oracle:thin:user/password@host}. */
  private static final Pattern ORACLE =
      Pattern.compile("(?i)(jdbc:oracle:\\w+:[^/@\\s]+/)[^@\\s]+");

  private volatile String password = "";

  /** From now on hides this one wherever it stands as a word of its own. */
  void hide(String newPassword) {
    password = newPassword;
  }

  /** The text without passwords. */
  String scrub(String text) {
    String scrubbed = PARAMETER.matcher(text).replaceAll("$1" + HIDDEN);
    scrubbed = AUTHORITY.matcher(scrubbed).replaceAll("$1" + HIDDEN);
    scrubbed = ORACLE.matcher(scrubbed).replaceAll("$1" + HIDDEN);
    if (password.isBlank()) {
      return scrubbed;
    }
    return Pattern.compile("(?<![\\p{Alnum}_])" + Pattern.quote(password) + "(?![\\p{Alnum}_])")
        .matcher(scrubbed)
        .replaceAll(Matcher.quoteReplacement(HIDDEN));
  }
}
