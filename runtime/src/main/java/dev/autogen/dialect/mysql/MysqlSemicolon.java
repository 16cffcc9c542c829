package dev.autogen.dialect.mysql;

/** Looks for semicolons as the client mysql does, which takes the first for the statement's end. */
final class MysqlSemicolon {

  private final String sql;

  private MysqlSemicolon(String sql) {
    this.sql = sql;
  }

  /** Whether one stands outside of strings, quoted names and comments. */
  static boolean isIn(String sql) {
    return sql.indexOf(';') >= 0 && new MysqlSemicolon(sql).isThere();
  }

  private boolean isThere() {
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == ';') {
        return true;
      }
      if (c == '\'' || c == '"' || c == '`') {
        at = afterQuote(at);
      } else if (isComment(at)) {
        at = after("\n", at);
      } else if (sql.startsWith("/*", at) && !isRun(at)) {
        at = after("*/", at + 2);
      } else {
        at++;
      }
    }
    return false;
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
