package dev.autogen.migration;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A JDBC URL that prints without the passwords in it.
 *
 * @param value the URL as it is, passwords and all: for the driver only
 */
public record JdbcUrl(String value) {

  private static final String HIDDEN = "***";

  private static final String NAME =
      "(?!\\s*[\\w.]*encoding\\s*=)\\s*[\\w.]*(?:password|passwd|pwd|passphrase|secret|token)[\\w.]*\\s*=";

  /**
   * Parameters whose names speak of a password, a passphrase, a secret or a token. What stands
   * before one tells what ends it: after a question mark or an ampersand that is an ampersand, in
   * parentheses a comma or the closing one, else a semicolon, unless the value is in braces.
   */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)(?<asked>[?&]%s)(?<value>[^&]*)|(?<within>[(,]%s)(?<part>[^),]*)|(?<listed>[;:]%s)(?<item>\\{(?:[^}]|}})*}|[^;]*)"
              .formatted(NAME, NAME, NAME));

  /** {@code //user:password@host}; a password may hold an at sign, a host may not. */
  private static final Pattern AUTHORITY = Pattern.compile("(//[^/:@?;]*:)([^/?;]*)(@)");

  /** Oracle's {@code thin:user/password@}. */
  private static final Pattern BEFORE_AT = Pattern.compile("(?i)(:thin:[^/@]*/)([^@]*)(@)");

  public JdbcUrl {
    Objects.requireNonNull(value, "value");
  }

  /** The URL as it may be shown. */
  public String redacted() {
    String shown = PARAMETER.matcher(value).replaceAll("${asked}${within}${listed}" + HIDDEN);
    shown = AUTHORITY.matcher(shown).replaceAll("$1" + HIDDEN + "$3");
    return BEFORE_AT.matcher(shown).replaceAll("$1" + HIDDEN + "$3");
  }

  /** The passwords in it, each as it stands there and as it is meant. */
  public Set<String> passwords() {
    Set<String> passwords = new TreeSet<>();
    for (Pattern pattern : List.of(PARAMETER, AUTHORITY, BEFORE_AT)) {
      pattern
          .matcher(value)
          .results()
          .map(JdbcUrl::password)
          .forEach(
              password -> {
                passwords.add(password);
                passwords.add(decoded(password));
              });
    }
    passwords.remove("");
    return passwords;
  }

  /** What stands in the even one of its groups that is there. */
  private static String password(MatchResult found) {
    return IntStream.rangeClosed(1, found.groupCount() / 2)
        .mapToObj(pair -> found.group(2 * pair))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private static String decoded(String password) {
    try {
      return URLDecoder.decode(password.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException plain) {
      return password;
    }
  }

  @Override
  public String toString() {
    return redacted();
  }
}
