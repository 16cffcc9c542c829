package dev.autogen.dialect.mysql;

/**
 * A statement as the client mysql reads it: it takes the first semicolon for the statement's end,
 * and a carriage return before a line feed for a part of that.
 */
final class MysqlClientText {

  private final String sql;

  MysqlClientText(String sql) {
    this.sql = sql;
  }

  /** Whether a semicolon stands outside of strings, quoted names and comments. */
  boolean hasSemicolon() {
    for (int at = sql.indexOf(';') < 0 ? sql.length() : 0; at < sql.length(); at = end(at)) {
      if (sql.charAt(at) == ';') {
        return true;
      }
    }
    return false;
  }

  /**
   * The statement with an escape for each carriage return in a string that the client would lose.
   */
  String withReturns() {
    if (!sql.contains("\r\n")) {
      return sql;
    }
    StringBuilder text = new StringBuilder();
    int end;
    for (int at = 0; at < sql.length(); at = end) {
      end = Math.min(end(at), sql.length());
      String part = sql.substring(at, end);
      boolean string = part.startsWith("'") || part.startsWith("\"");
      text.append(string ? part.replace("\\\r\n", "\r\n").replace("\r\n", "\\r\n") : part);
    }
    return text.toString();
  }

  /** Where the string, quoted name, comment or other character ends that begins at a place. */
  private int end(int at) {
    char c = sql.charAt(at);
    if (c == '\'' || c == '"' || c == '`') {
      return afterQuote(at);
    }
    if (isComment(at)) {
      return after("\n", at);
    }
    return sql.startsWith("/*", at) && !isRun(at) ? after("*/", at + 2) : at + 1;
  }

  /** A doubled quote ends one string and begins the next, which comes to the same. */
  private int afterQuote(int start) {
    char quote = sql.charAt(start);
    int at = start + 1;
    while (at < sql.length() && sql.charAt(at) != quote) {
      at += quote != '`' && sql.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  /** Two dashes are a comment before a space alone. */
  private boolean isComment(int at) {
    return sql.charAt(at) == '#'
        || sql.startsWith("--", at)
            && (at + 2 == sql.length() || Character.isWhitespace(sql.charAt(at + 2)));
  }

  /** {@code /*!} and {@code /*M!} hold what the server runs. */
  private boolean isRun(int at) {
    return sql.startsWith("!", at + 2) || sql.startsWith("M!", at + 2);
  }

  private int after(String end, int from) {
    int found = sql.indexOf(end, from);
    return found < 0 ? sql.length() : found + end.length();
  }
}
