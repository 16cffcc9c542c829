package dev.autogen.dialect.mysql;

import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Kind;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import dev.autogen.schema.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Expressions as the database prints them, in one spelling: quotes within a string are doubled, and
 * strings come without the character set of the session that stated them. Does not know what an
 * expression means.
 */
public final class MysqlExpressions {

  /** Character sets in which a session sends what it states. */
  private static final Set<String> INTRODUCERS =
      Set.of("_utf8mb4", "_utf8mb3", "_utf8", "_latin1", "_ascii");

  private static final Set<String> NUMBERS =
      Set.of(
          "boolean",
          "tinyint",
          "smallint",
          "mediumint",
          "integer",
          "bigint",
          "numeric",
          "float",
          "double precision",
          "year");

  /** The current time, and what an update sets: MySQL prints them in either case. */
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?:null|current_timestamp(?:\\(\\d*\\))?)( on update current_timestamp(?:\\(\\d*\\))?)?",
          Pattern.CASE_INSENSITIVE);

  private MysqlExpressions() {}

  /** The expression in one spelling. Idempotent. */
  public static String canonical(String expression) {
    SqlText text = new SqlText(expression.strip(), Style.BACKSLASHES);
    StringBuilder out = new StringBuilder();
    int at = 0;
    List<Token> tokens = text.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      out.append(text.text(), at, token.start());
      at = token.end();
      if (isIntroducer(tokens, i)) {
        at = tokens.get(i + 1).start();
      } else {
        out.append(canonical(token));
      }
    }
    return out.toString();
  }

  /** The same for an expression that stands in parentheses of its own: those are left out. */
  public static String unenclosed(String expression) {
    SqlText text = new SqlText(canonical(expression), Style.BACKSLASHES);
    List<Token> tokens = text.tokens();
    boolean enclosed = tokens.size() == 1 && tokens.get(0).isGroup();
    return enclosed ? unenclosed(text.inner(tokens.get(0))) : text.text();
  }

  private static boolean isIntroducer(List<Token> tokens, int place) {
    return place + 1 < tokens.size()
        && tokens.get(place + 1).kind() == Kind.STRING
        && INTRODUCERS.contains(tokens.get(place).lower());
  }

  private static String canonical(Token token) {
    if (token.isGroup()) {
      return "(" + canonical(token.text().substring(1, token.text().length() - 1)) + ")";
    }
    return token.kind() == Kind.STRING ? "'" + inner(token) + "'" : token.text();
  }

  /** What stands between the quotes, as it stands between single quotes that are doubled. */
  private static String inner(Token string) {
    char quote = string.text().charAt(0);
    String text = string.text().substring(1, string.text().length() - 1);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        out.append(next == '\'' ? "''" : next == '"' ? "\"" : "\\" + next);
      } else if (c == quote) {
        i++;
        out.append(c == '\'' ? "''" : c);
      } else {
        out.append(c == '\'' ? "''" : c);
      }
    }
    return out.toString();
  }

  /**
   * The default of a column in one spelling: a number without quotes, bytes as a hexadecimal
   * number. Idempotent.
   */
  static String defaultValue(String expression, ColumnType type) {
    String text = canonical(expression);
    if (CLOCK.matcher(text).matches()) {
      return text.toLowerCase(Locale.ROOT);
    }
    List<Token> tokens = new SqlText(text, Style.BACKSLASHES).tokens();
    if (tokens.size() != 1 || tokens.get(0).kind() != Kind.STRING) {
      return text;
    }
    String name = type.sql().toLowerCase(Locale.ROOT).replaceFirst("(\\(| unsigned).*", "");
    if (NUMBERS.contains(name)) {
      return tokens.get(0).value();
    }
    return name.equals("binary") || name.equals("varbinary")
        ? bytes(tokens.get(0).value()).orElse(text)
        : text;
  }

  /** Bytes as the catalog has them, those that only fill the column up left out. */
  private static Optional<String> bytes(String inner) {
    if (!inner.chars().allMatch(c -> c < 128)) {
      return Optional.empty();
    }
    String value = inner.replace("\\0", "\0").replace("\\\\", "\\").replaceFirst("\0+$", "");
    byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of("0x" + HexFormat.of().withUpperCase().formatHex(bytes));
  }
}
