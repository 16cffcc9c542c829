package dev.autogen.dialect.mysql;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ScriptText;
import dev.autogen.dialect.UnsupportedChangeException;
import java.util.List;
import java.util.regex.Pattern;

/** Scripts for mysql and mariadb. Those without programs are read by any client. */
public final class MysqlScript extends ScriptText {

  private static final String USER = "(?:'[^']*'|`[^`]*`|\"[^\"]*\"|[^\\s@'`\"]+)";

  private static final String DEFINER =
      "definer\\s*=\\s*" + USER + "(?:\\s*@\\s*" + USER + "|\\s*\\(\\s*\\))?";

  /** What no statement made from text may be: the manual's "Prepared Statements". */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "^(?:\\s|--[^\\n]*\\n|#[^\\n]*\\n|/\\*(?!!).*?\\*/)*+(create|drop|alter)\\s+(or\\s+replace\\s+)?("
              + DEFINER
              + "\\s+)?(aggregate\\s+)?(trigger|procedure|function|event)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final String END = "//";

  private final Dialect dialect;

  public MysqlScript(Dialect dialect) {
    super(dialect);
    this.dialect = dialect;
  }

  /** Where the environment names no language, the client takes what it reads for Latin 1. */
  @Override
  public String opening(boolean together) {
    return statement("set names utf8mb4");
  }

  /** The error itself says nothing; what is above it in the script does. */
  @Override
  public String demand(String condition, String otherwise) {
    return "-- "
        + otherwise.replaceAll("\\R", " ")
        + "\n"
        + MysqlGuard.nothingOf(List.of("select 1 from dual where not (" + condition + ")"));
  }

  /** The client ends a statement at the first semicolon, unless it is told otherwise. */
  @Override
  public String statement(String sql) {
    String text = new MysqlClientText(sql).withReturns();
    return new MysqlClientText(open(text)).hasSemicolon()
        ? "delimiter " + END + "\n" + closed(text, END) + "delimiter ;\n"
        : super.statement(text);
  }

  @Override
  public String nowAfter(String last) {
    String format = "'%Y-%m-%dT%H:%i:%s.%fZ'";
    return "date_format(coalesce(greatest(utc_timestamp(6), str_to_date("
        + last
        + ", "
        + format
        + ") + interval 1 microsecond), utc_timestamp(6)), "
        + format
        + ")";
  }

  /** Each statement is made from text, which is nothing to do where it is to be passed over. */
  @Override
  public String guarded(String condition, List<String> statements, boolean together) {
    StringBuilder text = new StringBuilder();
    text.append(statement("set @autogen_todo = (" + condition + ")"));
    for (String statement : statements) {
      if (PROGRAM.matcher(statement).matches()) {
        throw new UnsupportedChangeException(
            ("A script cannot pass over this statement, for %s makes no triggers, routines and"
                    + " events from text: %s. Let autogen upgrade run the migration; or write the"
                    + " script without --idempotent for the range that is missing, as FROM:TO.")
                .formatted(dialect.version().product(), open(statement).replaceAll("\\s+", " ")));
      }
      text.append(
              statement(
                  "set @autogen_sql = if(@autogen_todo, "
                      + dialect.literal(open(statement))
                      + ", 'do 0')"))
          .append("prepare autogen_statement from @autogen_sql;\n")
          .append("execute autogen_statement;\n")
          .append("deallocate prepare autogen_statement;\n");
    }
    return text.toString();
  }
}
