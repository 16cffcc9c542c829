package dev.autogen.dialect.mysql;

import dev.autogen.dialect.DefiningStatement;
import dev.autogen.dialect.SqlText.Style;
import java.util.List;

/**
 * What MySQL and MariaDB keep others from while a table changes: the manual's "Metadata Locking".
 * Does not know which algorithm the server will choose.
 */
public final class MysqlWaiting {

  private MysqlWaiting() {}

  /** A clause for the table of a statement that changes one. */
  public static List<String> of(String sql) {
    return DefiningStatement.of(sql, Style.BACKSLASHES)
        .filter(definition -> !definition.verb().equals("create table"))
        .flatMap(DefiningStatement::table)
        .map(
            table ->
                List.of(
                    table
                        + ": begins when no transaction uses it; others wait for it meanwhile, and"
                        + " write nothing where its rows are copied"))
        .orElse(List.of());
  }
}
