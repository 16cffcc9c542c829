package dev.autogen.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * SQL as a database keeps or prints it, split into tokens without losing a character: each token
 * knows where it stands, and what lies between tokens is space and comments. It knows no grammar
 * but that of parentheses, quotes and comments.
 *
 * @param text the SQL
 * @param style how this SQL writes quotes and comments
 */
public record SqlText(String text, Style style) {

  /** What databases write differently below the level of words. */
  public enum Style {
    /** Names in double quotes, backticks or brackets; a quote within a string is doubled. */
    BRACKETS,
    /**
     * Names in backticks, strings in either quote, with backslashes; {@code #} begins a comment.
     */
    BACKSLASHES
  }

  /** What a token is. */
  public enum Kind {
    /** A name or keyword without quotes, or a number. */
    WORD,
    /** A name in quotes. */
    QUOTED,
    /** A string in quotes. */
    STRING,
    /** All from an opening parenthesis to the one that closes it. */
    GROUP,
    /** One character of any other kind. */
    SYMBOL
  }

  /**
   * One token.
   *
   * @param text as written
   * @param start where it begins in the whole text
   * @param end where the next character stands
   */
  public record Token(Kind kind, String text, int start, int end) {

    /** Whether it is this word, in any case, without quotes. */
    public boolean is(String word) {
      return kind != Kind.QUOTED && kind != Kind.STRING && text.equalsIgnoreCase(word);
    }

    /** Whether it is one of these words, in any case, without quotes. */
    public boolean isAny(String... words) {
      for (String word : words) {
        if (is(word)) {
          return true;
        }
      }
      return false;
    }

    public boolean isGroup() {
      return kind == Kind.GROUP;
    }

    /**
     * The name or string that it stands for: what is in the quotes, doubled ones halved, or the
     * text itself where there are none. Backslashes stay as they are.
     */
    public String value() {
      if (kind != Kind.QUOTED && kind != Kind.STRING) {
        return text;
      }
      String closing = text.startsWith("[") ? "]" : text.substring(0, 1);
      String inner = text.substring(1, text.length() - 1);
      return closing.equals("]") ? inner : inner.replace(closing + closing, closing);
    }

    /** The text in lower case. */
    public String lower() {
      return text.toLowerCase(Locale.ROOT);
    }
  }

  /** The tokens of the whole text. */
  public List<Token> tokens() {
    return tokens(0, text.length());
  }

  /** The tokens between two places, such as those inside of a group. */
  public List<Token> tokens(int from, int to) {
    List<Token> found = new ArrayList<>();
    int at = skip(from, to);
    while (at < to) {
      int end = Math.min(end(at), to);
      found.add(new Token(kind(at), text.substring(at, end), at, end));
      at = skip(end, to);
    }
    return found;
  }

  /** What stands inside of a group, split at its own commas. */
  public List<List<Token>> items(Token group) {
    List<List<Token>> items = new ArrayList<>();
    List<Token> item = new ArrayList<>();
    for (Token token : tokens(group.start() + 1, group.end() - 1)) {
      if (token.is(",")) {
        items.add(item);
        item = new ArrayList<>();
      } else {
        item.add(token);
      }
    }
    if (!item.isEmpty() || !items.isEmpty()) {
      items.add(item);
    }
    return items;
  }

  /** What stands inside of a group, as written but for space at its ends. */
  public String inner(Token group) {
    return text.substring(group.start() + 1, group.end() - 1).strip();
  }

  /** The text from the beginning of one token to the end of another. */
  public String between(Token first, Token last) {
    return text.substring(first.start(), last.end());
  }

  private Kind kind(int at) {
    char first = text.charAt(at);
    if (isNameQuote(first)) {
      return Kind.QUOTED;
    }
    if (isStringQuote(first)) {
      return Kind.STRING;
    }
    if (first == '(') {
      return Kind.GROUP;
    }
    return isWordPart(first) ? Kind.WORD : Kind.SYMBOL;
  }

  private int end(int start) {
    char first = text.charAt(start);
    if (first == '(') {
      return groupEnd(start);
    }
    if (isNameQuote(first) || isStringQuote(first)) {
      return quoteEnd(start);
    }
    int end = start + 1;
    while (isWordPart(first) && end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private boolean isNameQuote(char c) {
    return c == '`' || (style == Style.BRACKETS && (c == '"' || c == '['));
  }

  private boolean isStringQuote(char c) {
    return c == '\'' || (style == Style.BACKSLASHES && c == '"');
  }

  /** A point stays within a number: {@code 1.5}. Elsewhere it parts a schema from a name. */
  private static boolean isWordPart(char c) {
    return Character.isJavaIdentifierPart(c) && c != 0;
  }

  private int quoteEnd(int start) {
    char closing = text.charAt(start) == '[' ? ']' : text.charAt(start);
    boolean escapes = style == Style.BACKSLASHES && closing != '`';
    int at = start + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == closing) {
        boolean doubled =
            closing != ']' && at + 1 < text.length() && text.charAt(at + 1) == closing;
        if (!doubled) {
          return at + 1;
        }
        at++;
      } else if (escapes && c == '\\') {
        at++;
      }
      at++;
    }
    return text.length();
  }

  private int groupEnd(int start) {
    int depth = 0;
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isNameQuote(c) || isStringQuote(c)) {
        at = quoteEnd(at);
      } else if (isComment(at)) {
        at = commentEnd(at);
      } else {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        at++;
        if (depth == 0) {
          return at;
        }
      }
    }
    return text.length();
  }

  private int skip(int from, int to) {
    int at = from;
    while (at < to) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (isComment(at)) {
        at = commentEnd(at);
      } else {
        return at;
      }
    }
    return to;
  }

  private boolean isComment(int at) {
    return text.startsWith("--", at)
        || text.startsWith("/*", at)
        || (style == Style.BACKSLASHES && text.charAt(at) == '#');
  }

  private int commentEnd(int at) {
    boolean block = text.startsWith("/*", at);
    int end = text.indexOf(block ? "*/" : "\n", at + (block ? 2 : 1));
    return end < 0 ? text.length() : end + (block ? 2 : 1);
  }
}
