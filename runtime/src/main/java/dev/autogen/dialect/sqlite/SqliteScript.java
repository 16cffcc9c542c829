package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ScriptText;
import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * Scripts for sqlite3, and for any client. sqlite3 goes on after an error, at the next line that
 * begins a statement: so that it passes over the rest of a migration, no line of one but the last
 * ends a statement. What then follows finds that transaction open, and fails too.
 */
final class SqliteScript extends ScriptText {

  private static final String LINE_END = "\r\n";

  private final Dialect dialect;

  SqliteScript(Dialect dialect) {
    super(dialect);
    this.dialect = dialect;
  }

  /** SQLite counts milliseconds. */
  @Override
  public String nowAfter(String last) {
    String now = "strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')";
    return "coalesce(max("
        + now
        + ", strftime('%Y-%m-%dT%H:%M:%f000Z', "
        + last
        + ", '+0.001 seconds')), "
        + now
        + ")";
  }

  /** No row where it holds; where not, a path into a document that is none, and so is told. */
  @Override
  public String demand(String condition, String otherwise) {
    return "select 1 where json_extract('1', case when %s then '$' else %s end) is null"
        .formatted(condition, dialect.literal(otherwise));
  }

  /**
   * sqlite3 takes a carriage return before a line feed for a part of the line's end, so a string
   * that holds both is put together; not where a new column's default must be a literal.
   */
  @Override
  public String statement(String sql) {
    SqlText text = new SqlText(sql, Style.BRACKETS);
    List<SqlText.Token> tokens = text.tokens();
    if (!sql.contains(LINE_END) || tokens.isEmpty() || tokens.get(0).is("alter")) {
      return super.statement(sql);
    }
    StringBuilder worded = new StringBuilder(sql);
    List<SqlText.Token> strings = strings(text, tokens);
    for (int i = strings.size() - 1; i >= 0; i--) {
      SqlText.Token string = strings.get(i);
      worded.replace(
          string.start(),
          string.end(),
          "(" + string.text().replace(LINE_END, "' || char(13, 10) || '") + ")");
    }
    return super.statement(worded.toString());
  }

  /** Those that hold an end of a line, in order. RAISE takes nothing but a literal. */
  private static List<SqlText.Token> strings(SqlText text, List<SqlText.Token> tokens) {
    List<SqlText.Token> strings = new ArrayList<>();
    boolean raise = false;
    for (SqlText.Token token : tokens) {
      if (token.isGroup() && !raise) {
        strings.addAll(strings(text, text.tokens(token.start() + 1, token.end() - 1)));
      } else if (token.kind() == SqlText.Kind.STRING && token.text().contains(LINE_END)) {
        strings.add(token);
      }
      raise = token.is("raise");
    }
    return strings;
  }

  @Override
  public String together(List<String> statements) {
    return joined(super.together(statements));
  }

  @Override
  public String apart(List<String> statements, List<String> end) {
    return joined(all(statements) + super.together(end));
  }

  /** The same statements, each semicolon but the last right before the statement after it. */
  private static String joined(String script) {
    StringBuilder text = new StringBuilder();
    int copied = 0;
    boolean ended = false;
    for (SqlText.Token token : new SqlText(script, Style.BRACKETS).tokens()) {
      if (token.is(";")) {
        text.append(script, copied, token.start());
        copied = token.end();
        ended = true;
      } else if (ended) {
        text.append(script, copied, token.start()).append("; ");
        copied = token.start();
        ended = false;
      }
    }
    return text.append(ended ? ";" : "").append(script, copied, script.length()).toString();
  }
}
