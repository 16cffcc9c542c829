package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Kind;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import dev.autogen.dialect.sqlite.SqliteTerm.Sort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One spelling for expressions that differ in space, comments, letter case, quotes or parentheses
 * without meaning anything else: SQLite keeps each as it was written. Strings stay as they are.
 */
final class SqliteSpelling {

  private static final Set<String> OPERATORS =
      Set.of("<=", ">=", "<>", "!=", "==", "||", "<<", ">>", "->", "->>");

  private static final Map<String, String> SYNONYMS = Map.of("!=", "<>", "==", "=");

  private final SqlText sql;
  private final Collection<String> columns;

  private SqliteSpelling(SqlText sql, Collection<String> columns) {
    this.sql = sql;
    this.columns = columns;
  }

  /**
   * @param columns the names that need no quotes to be columns; what else is in double quotes may
   *     be a string (sqlite.org/quirks.html, section 8)
   */
  static String of(String expression, Collection<String> columns) {
    String text = SqliteExpressions.stripped(expression);
    SqliteSpelling spelling = new SqliteSpelling(new SqlText(text, Style.BRACKETS), columns);
    List<SqliteTerm> terms = SqliteParentheses.needed(spelling.terms(0, text.length()));
    StringBuilder written = new StringBuilder();
    write(terms, written);
    return written.toString();
  }

  private List<SqliteTerm> terms(int from, int to) {
    List<Token> tokens = sql.tokens(from, to);
    List<SqliteTerm> terms = new ArrayList<>();
    for (int at = 0; at < tokens.size(); ) {
      int end = at + 1;
      while (end < tokens.size() && belongs(tokens, at, end)) {
        end++;
      }
      terms.add(term(tokens.subList(at, end)));
      at = end;
    }
    return terms;
  }

  /** Whether a token is of one word with those before it: {@code 1.5e-7 x'00' a.b <=}. */
  private boolean belongs(List<Token> tokens, int first, int next) {
    Token last = tokens.get(next - 1);
    Token token = tokens.get(next);
    if (last.end() != token.start()) {
      return false;
    }
    String before = sql.between(tokens.get(first), last);
    if (last.kind() == Kind.SYMBOL && token.kind() == Kind.SYMBOL) {
      return OPERATORS.contains(before + token.text());
    }
    if (token.kind() == Kind.STRING) {
      return last.is("x");
    }
    boolean number = before.matches("[0-9]+(?:\\.[0-9]*)?[eE]");
    return token.is(".") && !last.isGroup()
        || last.is(".") && token.kind() != Kind.SYMBOL && !token.isGroup()
        || number && token.isAny("+", "-")
        || before.matches("[0-9]+(?:\\.[0-9]*)?[eE][+-]") && token.kind() == Kind.WORD;
  }

  private SqliteTerm term(List<Token> tokens) {
    Token first = tokens.get(0);
    if (first.isGroup()) {
      return SqliteTerm.group(terms(first.start() + 1, first.end() - 1));
    }
    StringBuilder text = new StringBuilder();
    tokens.forEach(token -> text.append(written(token)));
    Sort sort =
        first.kind() == Kind.SYMBOL && !first.is(".")
            ? Sort.SYMBOL
            : first.kind() == Kind.WORD && tokens.size() == 1 ? Sort.WORD : Sort.VALUE;
    return new SqliteTerm(sort, SYNONYMS.getOrDefault(text.toString(), text.toString()), List.of());
  }

  private String written(Token token) {
    if (token.kind() == Kind.WORD) {
      return SqliteNames.folded(token.text());
    }
    if (token.kind() != Kind.QUOTED) {
      return token.text();
    }
    boolean column = SqliteExpressions.find(columns, token.value()).isPresent();
    return column || !token.text().startsWith("\"")
        ? SqliteNames.write(SqliteNames.folded(token.value()))
        : token.text();
  }

  private static void write(List<SqliteTerm> terms, StringBuilder text) {
    for (int i = 0; i < terms.size(); i++) {
      SqliteTerm term = terms.get(i);
      if (i > 0 && isApart(terms, i)) {
        text.append(' ');
      }
      if (term.sort() == Sort.GROUP) {
        text.append('(');
        write(term.inner(), text);
        text.append(')');
      } else {
        text.append(term.text());
      }
    }
  }

  /** Whether there is a space before a term. */
  private static boolean isApart(List<SqliteTerm> terms, int at) {
    SqliteTerm before = terms.get(at - 1);
    SqliteTerm term = terms.get(at);
    boolean called =
        term.sort() == Sort.GROUP
            && (before.sort() == Sort.VALUE || before.sort() == Sort.WORD)
            && !before.isOperator();
    boolean sign =
        before.isAny("-", "+", "~")
            && (at == 1 || terms.get(at - 2).isOperator() || terms.get(at - 2).isAny(","));
    return !term.isAny(",") && !called && !sign;
  }
}
