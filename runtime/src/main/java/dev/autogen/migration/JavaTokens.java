package dev.autogen.migration;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a Java source without what a formatter may change: white space, comments, the list
 * of imports, and where a long string is broken in two. Does not check that the source compiles.
 */
final class JavaTokens {

  private static final String BLOCK = "\"\"\"";

  private final String source;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  private JavaTokens(String source) {
    this.source = source;
  }

  static List<String> of(String source) {
    return new JavaTokens(source.replace("\r\n", "\n")).all();
  }

  private List<String> all() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (source.startsWith("//", at)) {
        at = end("\n", at);
      } else if (source.startsWith("/*", at)) {
        at = end("*/", at + 2);
      } else if (source.startsWith(BLOCK, at)) {
        add(textBlock());
      } else if (c == '"' || c == '\'') {
        add(quoted(c));
      } else if (Character.isJavaIdentifierPart(c)) {
        addWord(word());
      } else {
        at++;
        add(String.valueOf(c));
      }
    }
    return List.copyOf(tokens);
  }

  private int end(String closing, int from) {
    int found = source.indexOf(closing, from);
    return found < 0 ? source.length() : found + closing.length();
  }

  /** The lines as Java reads them, wherever the block is indented to. */
  private String textBlock() {
    int start = at + BLOCK.length();
    at = start;
    while (at < source.length() && !source.startsWith(BLOCK, at)) {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    String inner = source.substring(start, Math.min(at, source.length()));
    at += BLOCK.length();
    return BLOCK + inner.substring(inner.indexOf('\n') + 1).stripIndent();
  }

  private String quoted(char quote) {
    int start = at++;
    while (at < source.length() && source.charAt(at) != quote && source.charAt(at) != '\n') {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at + 1, source.length());
    return source.substring(start, at);
  }

  private String word() {
    int start = at;
    while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
      at++;
    }
    return source.substring(start, at);
  }

  /** What is imported shows in what the migration records. */
  private void addWord(String word) {
    if (word.equals("import") || word.equals("package")) {
      at = end(";", at);
    } else {
      tokens.add(word);
    }
  }

  /** A string that goes on behind a plus is one with it. */
  private void add(String token) {
    int last = tokens.size() - 1;
    boolean goesOn =
        isString(token)
            && last > 0
            && tokens.get(last).equals("+")
            && isString(tokens.get(last - 1));
    if (goesOn) {
      String before = tokens.get(last - 1);
      tokens.remove(last);
      tokens.set(last - 1, before.substring(0, before.length() - 1) + token.substring(1));
    } else {
      tokens.add(token);
    }
  }

  private static boolean isString(String token) {
    return token.startsWith("\"") && !token.startsWith(BLOCK);
  }
}
