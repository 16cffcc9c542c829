package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ScriptText;
import java.util.List;
import java.util.Optional;

/** Scripts for psql; those of transactions alone are read by any client. */
final class PostgresqlScript extends ScriptText {

  private final Dialect dialect;

  PostgresqlScript(Dialect dialect) {
    super(dialect);
    this.dialect = dialect;
  }

  @Override
  public String nowAfter(String last) {
    return "to_char(greatest(clock_timestamp(), "
        + last
        + "::timestamptz + interval '1 microsecond')"
        + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
  }

  /** Of transactions, each demands the one before; what runs without any, psql has to stop at. */
  @Override
  public String opening(boolean together) {
    return (together
            ? "-- After an error nothing more is done; the last statement then has psql end with 2.\n"
            : "\\set ON_ERROR_STOP on\n")
        + statement("set client_encoding = 'UTF8'");
  }

  @Override
  public String demand(String condition, String otherwise) {
    String body =
        "begin if not (%s) then raise exception using message = %s; end if; end"
            .formatted(condition, dialect.literal(otherwise));
    return "do " + quoted(body, "autogen");
  }

  /**
   * After an error psql goes on and ends with 0 all the same, but for a lost connection. Who stops
   * at the error does not come here.
   */
  @Override
  public Optional<String> closing(String condition) {
    String body =
        "begin begin if %s then return; end if; exception when undefined_table then null; end; raise warning using message = %s; perform pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid()); end"
            .formatted(
                condition,
                dialect.literal(
                    "This script did not come to its end: the first error above says why. The"
                        + " connection is ended, so that psql tells it by its exit code."));
    return Optional.of("do " + quoted(body, "autogen"));
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
