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

  private static final String TABLE = "TABLE_NAME";

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
          new View("SCHEMATA", "SCHEMA_NAME", "schema"),
          new View("TABLES", TABLE, "table"),
          new View("VIEWS", TABLE, "view"),
          new View("COLUMNS", TABLE, ""),
          new View("ENUM_VALUES", "OBJECT_NAME", ""),
          new View("INDEXES", TABLE, "on"),
          new View("INDEXES", "INDEX_NAME", "drop"),
          new View("INDEX_COLUMNS", TABLE, ""),
          new View("TABLE_CONSTRAINTS", TABLE, ""),
          new View("KEY_COLUMN_USAGE", TABLE, ""),
          new View("REFERENTIAL_CONSTRAINTS", "CONSTRAINT_NAME", ""),
          new View("CHECK_CONSTRAINTS", "CONSTRAINT_NAME", ""),
          new View("SEQUENCES", "SEQUENCE_NAME", "sequence"),
          new View("DOMAINS", "DOMAIN_NAME", "domain"),
          new View("DOMAIN_CONSTRAINTS", "DOMAIN_NAME", "domain"),
          new View("TRIGGERS", "TRIGGER_NAME", "trigger"),
          new View("ROUTINES", "ROUTINE_NAME", "alias"));

  /**
   * What shows each change of one table: a statement without any of the words leaves it alone. Each
   * of these questions has H2 walk through all tables.
   */
  private record Part(View view, List<String> words) {
    static Part of(String name, String subject, String... words) {
      return new Part(new View(name, subject, ""), List.of(words));
    }
  }

  private static final List<Part> PARTS =
      List.of(
          Part.of("TABLES", TABLE, "create table"),
          Part.of("COLUMNS", TABLE, "alter"),
          Part.of("ENUM_VALUES", "OBJECT_NAME", "alter enum"),
          Part.of("INDEXES", TABLE, "index"),
          Part.of(
              "TABLE_CONSTRAINTS",
              TABLE,
              "alter constraint",
              "alter primary",
              "alter unique",
              "alter foreign",
              "alter references",
              "alter check"));

  private final Dialect dialect;

  H2Traces(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public List<String> of(Mentioned names, Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (View view : views(names)) {
        String sql =
            "select * from INFORMATION_SCHEMA."
                + view.name()
                + " where "
                + names.tableCondition(view.subject(), dialect)
                + (view.subject().equals(TABLE) ? notOwn() : "");
        try (ResultSet rows = statement.executeQuery(sql)) {
          addAll(lines, view.name(), rows);
        }
      }
    }
    Collections.sort(lines);
    return lines;
  }

  private static List<View> views(Mentioned names) {
    return names.table().isPresent()
        ? PARTS.stream()
            .filter(part -> part.words().stream().anyMatch(words -> hasAll(names, words)))
            .map(Part::view)
            .toList()
        : VIEWS.stream().filter(view -> view.isAbout(names)).toList();
  }

  private static boolean hasAll(Mentioned names, String words) {
    return Stream.of(words.split(" ")).allMatch(names::has);
  }

  /** The tool's own tables, and H2's, whose number would be most of what there is. */
  private static String notOwn() {
    return " and TABLE_SCHEMA <> 'INFORMATION_SCHEMA' and lower(TABLE_NAME) not like 'autogen\\_%'";
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
