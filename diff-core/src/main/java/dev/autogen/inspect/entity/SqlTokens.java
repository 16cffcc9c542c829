package dev.autogen.inspect.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a piece of SQL into words, quoted names, string literals, groups in parentheses and single
 * characters. It knows no grammar; what it splits is put together again by position.
 */
final class SqlTokens {

  /**
   * One token.
   *
   * @param text as written
   * @param start where it begins
   * @param end where the next character stands
   */
  record Token(String text, int start, int end) {

    boolean is(String word) {
      return text.equalsIgnoreCase(word);
    }

    boolean isGroup() {
      return text.startsWith("(");
    }

    boolean isWord() {
      return Character.isJavaIdentifierStart(text.charAt(0));
    }

    boolean isQuotedName() {
      return text.length() > 2 && (text.charAt(0) == '"' || text.charAt(0) == '`');
    }

    /** What stands between the parentheses or quotes. */
    String inner() {
      return text.substring(1, text.length() - 1).strip();
    }

    String lower() {
      return text.toLowerCase(Locale.ROOT);
    }
  }

  private final String sql;

  private SqlTokens(String sql) {
    this.sql = sql;
  }

  static List<Token> of(String sql) {
    SqlTokens tokens = new SqlTokens(sql);
    List<Token> found = new ArrayList<>();
    int at = 0;
    while (at < sql.length()) {
      if (Character.isWhitespace(sql.charAt(at))) {
        at++;
      } else {
        int end = tokens.end(at);
        found.add(new Token(sql.substring(at, end), at, end));
        at = end;
      }
    }
    return found;
  }

  private int end(int start) {
    char first = sql.charAt(start);
    if (first == '\'' || first == '"' || first == '`') {
      return quoteEnd(start, first);
    }
    if (first == '(') {
      return groupEnd(start);
    }
    int end = start + 1;
    if (Character.isJavaIdentifierPart(first)) {
      while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  /** A doubled quote reads as the end of one string and the start of the next: the same to us. */
  private int quoteEnd(int start, char quote) {
    int end = sql.indexOf(quote, start + 1);
    return end < 0 ? sql.length() : end + 1;
  }

  private int groupEnd(int start) {
    int depth = 0;
    int at = start;
    while (at < sql.length()) {
      char here = sql.charAt(at);
      if (here == '\'' || here == '"' || here == '`') {
        at = quoteEnd(at, here);
        continue;
      }
      depth += here == '(' ? 1 : here == ')' ? -1 : 0;
      at++;
      if (depth == 0) {
        return at;
      }
    }
    return sql.length();
  }
}
