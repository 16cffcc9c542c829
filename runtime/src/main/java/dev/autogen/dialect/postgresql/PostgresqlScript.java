package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ScriptText;
import java.util.List;

/** Scripts for psql; those of transactions alone are read by any client. */
final class PostgresqlScript extends ScriptText {

  PostgresqlScript(Dialect dialect) {
    super(dialect);
  }

  /** An anonymous block is a transaction; what wants none is left to psql's own condition. */
  @Override
  public String guarded(String condition, List<String> statements, boolean together) {
    if (!together) {
      return "select "
          + condition
          + " as autogen_todo \\gset\n\\if :autogen_todo\n"
          + all(statements)
          + "\\endif\n";
    }
    StringBuilder body = new StringBuilder("\nbegin\n  if ").append(condition).append(" then\n");
    for (String statement : statements) {
      body.append("    execute ").append(quoted(open(statement), "sql")).append(";\n");
    }
    return "do " + quoted(body.append("  end if;\nend\n").toString(), "autogen") + ";\n";
  }

  /** In dollars, with a word between them that the text does not have there. */
  private static String quoted(String text, String word) {
    String tag = "$" + word + "$";
    for (int i = 1; text.contains(tag); i++) {
      tag = "$" + word + i + "$";
    }
    return tag + text + tag;
  }
}
