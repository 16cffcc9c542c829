package dev.autogen.cli;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes passwords out of text before anyone sees it: those of JDBC URLs, and those in use. */
final class Secrets {

  private static final String HIDDEN = "***";

  /**
   * {@code password=...}, {@code sslPassword=...}, {@code pwd=...} up to the next parameter, or to
   * the sign that ends the URL in a sentence: what else can stand in a password is hidden with it.
   */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)\\b(\\w*(?:password|passwd|pwd|secret|token|passphrase)\\s*=\\s*)"
              + "(?:(?![:.,;)]*(?:\\s|$)|[;,)(]+[\\w.]+=)[^&\\s\"'])+");

  /** {@code //user:password@host}; a password may hold further at signs. */
  private static final Pattern AUTHORITY = Pattern.compile("(//[^/:@\\s]*:)[^/\\s]*(?=@)");

  /** {@code jdbc:oracle:thin:user/password@host}. */
  private static final Pattern ORACLE =
      Pattern.compile("(?i)(jdbc:oracle:\\w+:[^/@\\s]+/)[^@\\s]+");

  private final Set<String> passwords = ConcurrentHashMap.newKeySet();

  /** From now on hides this one too wherever it stands as a word of its own. */
  void hide(String password) {
    if (!password.isBlank()) {
      passwords.add(password);
    }
  }

  /** The text without passwords. */
  String scrub(String text) {
    String scrubbed = text;
    for (String password : passwords) {
      scrubbed =
          Pattern.compile("(?<![\\p{Alnum}_])" + Pattern.quote(password) + "(?![\\p{Alnum}_])")
              .matcher(scrubbed)
              .replaceAll(Matcher.quoteReplacement(HIDDEN));
    }
    scrubbed = PARAMETER.matcher(scrubbed).replaceAll("$1" + HIDDEN);
    scrubbed = AUTHORITY.matcher(scrubbed).replaceAll("$1" + HIDDEN);
    return ORACLE.matcher(scrubbed).replaceAll("$1" + HIDDEN);
  }
}
