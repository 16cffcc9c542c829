package dev.autogen.migration;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A JDBC URL that prints without the passwords in it.
 *
 * @param value the URL as it is, passwords and all: for the driver only
 */
public record JdbcUrl(String value) {

  private static final String HIDDEN = "***";

  /** Parameters whose names speak of a password, a passphrase, a secret or a token. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)([?&;:,(]\\s*[\\w.]*(?:password|passwd|pwd|passphrase|secret|token)[\\w.]*\\s*=)"
              + "[^&;,)]*");

  /** {@code //user:password@host}; a password may hold an at sign, a host may not. */
  private static final Pattern AUTHORITY = Pattern.compile("(//[^:/@?;]*:)[^/?;]*(@)");

  /** Oracle's {@code thin:user/password@}. */
  private static final Pattern BEFORE_AT = Pattern.compile("(?i)(:thin:[^/@]*/)[^@]*(@)");

  public JdbcUrl {
    Objects.requireNonNull(value, "value");
  }

  /** The URL as it may be shown. */
  public String redacted() {
    String shown = PARAMETER.matcher(value).replaceAll("$1" + HIDDEN);
    shown = AUTHORITY.matcher(shown).replaceAll("$1" + HIDDEN + "$2");
    return BEFORE_AT.matcher(shown).replaceAll("$1" + HIDDEN + "$2");
  }

  @Override
  public String toString() {
    return redacted();
  }
}
