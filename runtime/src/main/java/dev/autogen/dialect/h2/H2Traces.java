package dev.autogen.dialect.h2;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Mentioned;
import dev.autogen.dialect.Traces;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What H2's information schema says of tables and of what belongs to them. */
final class H2Traces implements Traces {

  /** What changes by itself, or with the rows. */
  private static final Set<String> PASSING =
      Set.of(
          "ROW_COUNT_ESTIMATE",
          "LAST_MODIFICATION",
          "SELECTIVITY",
          "BASE_VALUE",
          "IDENTITY_BASE",
          "TABLE_CLASS");

  /**
   * A view, and the column of it that has the name of what it is about.
   *
   * @param word the word without which a statement that makes or drops something leaves it alone;
   *     empty where such a statement never touches it by itself
   */
  private record View(String name, String subject, String word) {

    /** Most statements make or drop one thing: the fewer views are asked, the better. */
    boolean isAbout(Mentioned names) {
      boolean one =
          (names.has("create") || names.has("drop"))
              && !names.isAnything()
              && Stream.of("alter", "comment", "replace", "cascade").noneMatch(names::has);
      return !one || !word.isEmpty() && names.has(word);
    }
  }

  private static final List<View> VIEWS =
      List.of(
          new View("schemata", "schema_name", "schema"),
          new View("tables", "table_name", "table"),
          new View("views", "table_name", "view"),
          new View("columns", "table_name", ""),
          new View("enum_values", "object_name", ""),
          new View("indexes", "table_name", "on"),
          new View("indexes", "index_name", "drop"),
          new View("index_columns", "table_name", ""),
          new View("table_constraints", "table_name", ""),
          new View("key_column_usage", "table_name", ""),
          new View("referential_constraints", "constraint_name", ""),
          new View("check_constraints", "constraint_name", ""),
          new View("sequences", "sequence_name", "sequence"),
          new View("domains", "domain_name", "domain"),
          new View("domain_constraints", "domain_name", "domain"),
          new View("triggers", "trigger_name", "trigger"),
          new View("routines", "routine_name", "alias"));

  private final Dialect dialect;

  H2Traces(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public List<String> of(Mentioned names, Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (View view : VIEWS.stream().filter(one -> one.isAbout(names)).toList()) {
        String sql =
            "select * from information_schema."
                + view.name()
                + " where "
                + names.condition(view.subject(), dialect)
                + (view.subject().equals("table_name") ? notOwn() : "");
        try (ResultSet rows = statement.executeQuery(sql)) {
          addAll(lines, view.name(), rows);
        }
      }
    }
    Collections.sort(lines);
    return lines;
  }

  /** The tool's own tables, and H2's, whose number would be most of what there is. */
  private static String notOwn() {
    return " and table_schema <> 'INFORMATION_SCHEMA' and lower(table_name) not like 'autogen\\_%'";
  }

  private static void addAll(List<String> lines, String view, ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    while (rows.next()) {
      StringBuilder line = new StringBuilder(view);
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        if (!PASSING.contains(columns.getColumnLabel(i))) {
          line.append(' ').append(columns.getColumnLabel(i)).append('=').append(rows.getString(i));
        }
      }
      lines.add(line.toString());
    }
  }
}
