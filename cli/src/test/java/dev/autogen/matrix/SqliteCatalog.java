package dev.autogen.matrix;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What SQLite's pragmas say, and what of the {@code create} statements they leave out, one line for
 * each thing.
 */
final class SqliteCatalog {

  private final Statement statement;
  private final List<String> lines = new ArrayList<>();

  private SqliteCatalog(Statement statement) {
    this.statement = statement;
  }

  static List<String> lines(Statement statement) throws SQLException {
    SqliteCatalog catalog = new SqliteCatalog(statement);
    for (Map<String, String> entry :
        catalog.rows(
            "select type, name, tbl_name, sql from sqlite_master"
                + " where name not like 'sqlite\\_%' escape '\\'"
                + " and lower(tbl_name) not like 'autogen\\_%' escape '\\'")) {
      switch (entry.get("type")) {
        case "table" -> catalog.table(entry.get("name"), entry.get("sql"));
        case "index" -> {}
        default ->
            catalog.lines.add(entry.get("type") + " " + SqliteText.normalized(entry.get("sql")));
      }
    }
    return catalog.lines;
  }

  private void table(String name, String sql) throws SQLException {
    SqliteText text = SqliteText.of(sql);
    lines.add("table " + name + " " + text.options());
    for (Map<String, String> column : rows("pragma table_xinfo(" + quoted(name) + ")")) {
      lines.add(
          "column %s.%s %s%s%s%s hidden %s %s"
              .formatted(
                  name,
                  column.get("name"),
                  column.get("type").toLowerCase(Locale.ROOT),
                  column.get("notnull").equals("1") ? " not null" : "",
                  column.get("dflt_value") == null
                      ? ""
                      : " default " + SqliteText.normalized(column.get("dflt_value")),
                  column.get("pk").equals("0") ? "" : " key " + column.get("pk"),
                  column.get("hidden"),
                  text.rest(column.get("name"))));
    }
    foreignKeys(name, text);
    indexes(name);
    text.checks().forEach(check -> lines.add("check " + name + " " + check));
    text.constraintNames().forEach(named -> lines.add("named " + name + " " + named));
  }

  private void foreignKeys(String table, SqliteText text) throws SQLException {
    Map<String, List<Map<String, String>>> keys = new TreeMap<>();
    for (Map<String, String> row : rows("pragma foreign_key_list(" + quoted(table) + ")")) {
      keys.computeIfAbsent(row.get("id"), id -> new ArrayList<>()).add(row);
    }
    for (List<Map<String, String>> key : keys.values()) {
      List<String> pairs = key.stream().map(row -> row.get("from") + "=" + row.get("to")).toList();
      Map<String, String> first = key.get(0);
      lines.add(
          "foreign key %s %s %s on update %s on delete %s%s"
              .formatted(
                  table,
                  first.get("table"),
                  pairs,
                  first.get("on_update"),
                  first.get("on_delete"),
                  text.deferred(key.stream().map(row -> row.get("from")).toList())));
    }
  }

  private void indexes(String table) throws SQLException {
    for (Map<String, String> index : rows("pragma index_list(" + quoted(table) + ")")) {
      List<String> parts =
          rows("pragma index_xinfo(" + quoted(index.get("name")) + ")").stream()
              .filter(part -> part.get("key").equals("1"))
              .map(
                  part ->
                      part.get("name")
                          + (part.get("desc").equals("1") ? " desc " : " ")
                          + part.get("coll").toLowerCase(Locale.ROOT))
              .toList();
      boolean made = index.get("origin").equals("c");
      String sql =
          made
              ? rows("select sql from sqlite_master where type = 'index' and name = "
                      + quoted(index.get("name")))
                  .get(0)
                  .get("sql")
              : "";
      lines.add(
          "index %s %s unique %s origin %s %s %s"
              .formatted(
                  table,
                  made ? index.get("name") : "?",
                  index.get("unique"),
                  index.get("origin"),
                  parts,
                  sql.isEmpty() ? "" : SqliteText.fromParts(sql)));
    }
  }

  /** A string is taken for a name by pragmas and for a value elsewhere. */
  private static String quoted(String name) {
    return "'" + name.replace("'", "''") + "'";
  }

  private List<Map<String, String>> rows(String sql) throws SQLException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(sql)) {
      ResultSetMetaData columns = result.getMetaData();
      while (result.next()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          row.put(columns.getColumnName(i), result.getString(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
