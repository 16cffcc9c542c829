package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Kind;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks into expressions as far as their tokens go. Does not parse them. */
final class SqliteExpressions {

  private SqliteExpressions() {}

  /** Without parentheses around the whole. */
  static String stripped(String expression) {
    SqlText sql = new SqlText(expression.strip(), Style.BRACKETS);
    List<Token> tokens = sql.tokens();
    return tokens.size() == 1 && tokens.get(0).isGroup()
        ? stripped(sql.inner(tokens.get(0)))
        : sql.text();
  }

  /** A default as a column definition has it: in parentheses unless it is a literal. */
  static String defaultValue(String expression) {
    return isConstant(expression) || isMoment(expression) ? expression : "(" + expression + ")";
  }

  /** Whether it is a literal: what {@code add column} takes for a default. */
  static boolean isConstant(String expression) {
    return expression
        .strip()
        .matches(
            "(?is)[+-]?\\s*(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:e[+-]?\\d+)?|0x[0-9a-f]+"
                + "|x?'(?:[^']|'')*'|null|true|false");
  }

  private static boolean isMoment(String expression) {
    return expression.strip().matches("(?i)current_(?:date|time|timestamp)");
  }

  /** The columns that an expression mentions, spelled as given, in its order. */
  static List<String> mentioned(String expression, Collection<String> columns) {
    Set<String> found = new LinkedHashSet<>();
    mentioned(new SqlText(expression, Style.BRACKETS), 0, expression.length(), columns, found);
    return List.copyOf(found);
  }

  private static void mentioned(
      SqlText sql, int from, int to, Collection<String> columns, Set<String> found) {
    for (Token token : sql.tokens(from, to)) {
      if (token.isGroup()) {
        mentioned(sql, token.start() + 1, token.end() - 1, columns, found);
      } else if (token.kind() == Kind.WORD || token.kind() == Kind.QUOTED) {
        find(columns, token.value()).ifPresent(found::add);
      }
    }
  }

  /** The one of these names that is this one in any case. */
  static Optional<String> find(Collection<String> names, String wanted) {
    return names.stream().filter(name -> name.equalsIgnoreCase(wanted)).findFirst();
  }

  /** The words of an expression, so that two that differ in space or case are equal. */
  static List<String> words(String expression) {
    List<String> words = new ArrayList<>();
    String text = stripped(expression);
    words(new SqlText(text, Style.BRACKETS), 0, text.length(), words);
    return words;
  }

  private static void words(SqlText sql, int from, int to, List<String> words) {
    for (Token token : sql.tokens(from, to)) {
      if (token.isGroup()) {
        words.add("(");
        words(sql, token.start() + 1, token.end() - 1, words);
        words.add(")");
      } else {
        words.add(
            token.kind() == Kind.STRING
                ? token.text()
                : token.value().toLowerCase(java.util.Locale.ROOT));
      }
    }
  }
}
