package dev.autogen.dialect.h2;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ScriptText;
import dev.autogen.dialect.UnsupportedChangeException;
import java.util.List;
import java.util.regex.Pattern;

/** Scripts for H2's own tools, and for any client. */
final class H2Script extends ScriptText {

  /** The manual's "EXECUTE IMMEDIATE": query commands may not be used. */
  private static final Pattern QUERY =
      Pattern.compile(
          "^[\\s(]*(select|values|with|table|call|explain|show|script)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Dialect dialect;

  H2Script(Dialect dialect) {
    super(dialect);
    this.dialect = dialect;
  }

  @Override
  public String nowAfter(String last) {
    return "formatdatetime(coalesce(greatest(current_timestamp, dateadd(microsecond, 1, cast("
        + last
        + " as timestamp(6) with time zone))), current_timestamp) at time zone 'UTC',"
        + " 'yyyy-MM-dd''T''HH:mm:ss.SSSSSS''Z''')";
  }

  /** What is no number is told. */
  @Override
  public String demand(String condition, String otherwise) {
    return "set @autogen_demand = cast(case when %s then '0' else %s end as integer)"
        .formatted(condition, dialect.literal(otherwise));
  }

  @Override
  public String guarded(String condition, List<String> statements, boolean together) {
    StringBuilder text = new StringBuilder();
    text.append(statement("set @autogen_todo = (" + condition + ")"));
    for (String statement : statements) {
      if (QUERY.matcher(statement).matches()) {
        throw new UnsupportedChangeException(
            "A script cannot pass over this query, for H2 makes none from text: "
                + open(statement).replaceAll("\\s+", " ")
                + ". Let autogen upgrade run the migration, or leave the query out of it.");
      }
      text.append(
          statement(
              "execute immediate case when @autogen_todo then "
                  + dialect.literal(open(statement))
                  + " else 'set @autogen_nothing = 0' end"));
    }
    return text.toString();
  }
}
