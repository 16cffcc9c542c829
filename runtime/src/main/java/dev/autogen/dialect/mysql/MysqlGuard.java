package dev.autogen.dialect.mysql;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A statement that fails where something stands in the way of the next one: in a script there is
 * nobody else to look. It changes nothing.
 */
public final class MysqlGuard {

  private MysqlGuard() {}

  /**
   * Fails if one of these queries finds a row: a subquery that gives two rows where one is wanted
   * is an error.
   */
  public static String nothingOf(List<String> queries) {
    return queries.stream()
        .map(query -> " or exists (" + query + ")")
        .collect(
            Collectors.joining(
                "",
                "set @nothing_in_the_way = (select n from (select 1 as n union all select 2) rows_"
                    + " where n = 1",
                ")"));
  }
}
