package dev.autogen.inspect;

/** Takes off the parentheses that enclose a whole SQL expression. */
final class Parentheses {

  private Parentheses() {}

  /**
   * The expression without them: {@code (a) + (b)} stays, {@code ((a + b))} becomes {@code a + b}.
   */
  static String stripped(String expression) {
    String text = expression.strip();
    while (text.startsWith("(") && closing(text) == text.length() - 1) {
      text = text.substring(1, text.length() - 1).strip();
    }
    return text;
  }

  /**
   * Where the parenthesis that the text starts with is closed, or -1. What is quoted is skipped.
   */
  private static int closing(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '"') {
        i = text.indexOf(c, i + 1);
        if (i < 0) {
          return -1;
        }
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
