package dev.autogen.matrix;

import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All rows of all tables, as text.
 *
 * @param tables for each table ({@code item}, {@code crm.item}), for each row, the columns' values
 */
record Rows(SortedMap<String, List<Map<String, String>>> tables) {

  private static final String TABLES =
      """
      select table_schema || '.' || table_name from information_schema.tables
      where table_type in ('BASE TABLE') and upper(table_schema) not in
        ('INFORMATION_SCHEMA', 'PG_CATALOG') and upper(table_name) not like 'AUTOGEN\\_%' escape '\\'
        and upper(table_name) not like 'HT\\_%' escape '\\'
        and upper(table_name) not like 'HTE\\_%' escape '\\'
      """;

  private static final String MYSQL_TABLES =
      """
      select table_name from information_schema.tables
      where table_schema = database() and table_type = 'BASE TABLE'
        and lower(table_name) not like 'autogen\\_%'
      """;

  private static final String SQLITE_TABLES =
      """
      select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'
        and lower(name) not like 'autogen\\_%' escape '\\'
      """;

  static Rows of(TestDatabase database) throws SQLException {
    SortedMap<String, List<Map<String, String>>> tables = new TreeMap<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String table : Catalog.query(statement, query(database.engine()))) {
        String name = table.toLowerCase(Locale.ROOT).replaceFirst("^public\\.", "");
        tables.put(name, rows(statement, "select * from " + quoted(database.engine(), table)));
      }
    }
    return new Rows(tables);
  }

  private static String query(Engine engine) {
    return switch (engine) {
      case POSTGRESQL, POSTGRESQL_13, H2 -> TABLES;
      case MYSQL, MARIADB -> MYSQL_TABLES;
      case SQLITE -> SQLITE_TABLES;
    };
  }

  private static String quoted(Engine engine, String table) {
    return switch (engine) {
      case POSTGRESQL, POSTGRESQL_13, H2 -> '"' + table.replace(".", "\".\"") + '"';
      case MYSQL, MARIADB -> '`' + table + '`';
      case SQLITE -> '"' + table + '"';
    };
  }

  private static List<Map<String, String>> rows(Statement statement, String sql)
      throws SQLException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(sql)) {
      ResultSetMetaData columns = result.getMetaData();
      while (result.next()) {
        Map<String, String> row = new TreeMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          row.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), text(result, i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static String text(ResultSet result, int column) throws SQLException {
    int type = result.getMetaData().getColumnType(column);
    boolean uuid = result.getMetaData().getColumnTypeName(column).equalsIgnoreCase("uuid");
    boolean binary = type == Types.BINARY || type == Types.VARBINARY || type == Types.LONGVARBINARY;
    if (binary && !uuid) {
      byte[] bytes = result.getBytes(column);
      return bytes == null ? "null" : HexFormat.of().formatHex(bytes);
    }
    return String.valueOf(result.getString(column));
  }

  /** These under the names that a case's rename hints give tables and columns. */
  Rows renamed(List<String> hints) {
    SortedMap<String, List<Map<String, String>>> renamed = new TreeMap<>(tables);
    for (String hint : hints) {
      String[] sides = hint.split("=", 2);
      int dot = sides[0].indexOf('.');
      if (renamed.containsKey(sides[0])) {
        renamed.put(sides[1], renamed.remove(sides[0]));
      } else if (dot > 0 && renamed.containsKey(sides[0].substring(0, dot))) {
        String table = sides[0].substring(0, dot);
        String from = sides[0].substring(dot + 1);
        String to = sides[1].substring(sides[1].lastIndexOf('.') + 1);
        renamed.put(
            table, renamed.get(table).stream().map(row -> renaming(row, from, to)).toList());
      }
    }
    return new Rows(renamed);
  }

  private static Map<String, String> renaming(Map<String, String> row, String from, String to) {
    Map<String, String> result = new TreeMap<>();
    row.forEach((column, value) -> result.put(column.equals(from) ? to : column, value));
    return result;
  }

  /**
   * What became of rows that both have, in the columns that both have: nothing, or the first table
   * that is not the same.
   *
   * @param converted columns ({@code item.price}) whose values may differ, and tables whose rows
   *     may be gone ({@code item.*})
   */
  String difference(Rows before, Set<String> converted) {
    for (String table : before.tables.keySet()) {
      boolean dropped = !tables.containsKey(table) || converted.contains(table + ".*");
      if (dropped || before.tables.get(table).isEmpty()) {
        continue;
      }
      List<Map<String, String>> from = before.tables.get(table);
      List<Map<String, String>> to = tables.get(table);
      Set<String> columns = new TreeSet<>(from.get(0).keySet());
      columns.retainAll(to.isEmpty() ? columns : to.get(0).keySet());
      columns.removeIf(column -> converted.contains(table + "." + column));
      List<String> expected = project(from, columns);
      List<String> actual = project(to, columns);
      if (!expected.equals(actual)) {
        return "rows of " + table + ": " + expected + " became " + actual;
      }
    }
    return "";
  }

  private static List<String> project(List<Map<String, String>> rows, Set<String> columns) {
    return rows.stream()
        .map(row -> columns.stream().map(row::get).toList().toString())
        .sorted(Comparator.naturalOrder())
        .toList();
  }
}
