package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ScriptText;
import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Style;
import java.util.List;

/**
 * Scripts for sqlite3, and for any client. sqlite3 goes on after an error, at the next line that
 * begins a statement: so that it passes over the rest of a migration, no line of one but the last
 * ends a statement. What then follows finds that transaction open, and fails too.
 */
final class SqliteScript extends ScriptText {

  private final Dialect dialect;

  SqliteScript(Dialect dialect) {
    super(dialect);
    this.dialect = dialect;
  }

  /** SQLite counts milliseconds. */
  @Override
  public String now() {
    return "strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')";
  }

  /** No row where it holds; where not, a path into a document that is none, and so is told. */
  @Override
  public String demand(String condition, String otherwise) {
    return "select 1 where json_extract('1', case when %s then '$' else %s end) is null"
        .formatted(condition, dialect.literal(otherwise));
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
