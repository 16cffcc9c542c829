package dev.autogen.inspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends one query and keeps what it gives as text. */
final class CatalogQuery {

  /** Rows fetched at once by drivers that otherwise ask for each few. */
  private static final int FETCH_SIZE = 10_000;

  private CatalogQuery() {}

  static List<CatalogRow> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet results = statement.executeQuery(sql)) {
        return rows(results);
      }
    }
  }

  private static List<CatalogRow> rows(ResultSet results) throws SQLException {
    ResultSetMetaData columns = results.getMetaData();
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < columns.getColumnCount(); i++) {
      places.put(columns.getColumnLabel(i + 1), i);
    }
    List<CatalogRow> rows = new ArrayList<>();
    while (results.next()) {
      @Nullable String[] values = new @Nullable String[places.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = results.getString(i + 1);
      }
      rows.add(column -> values[place(places, column)]);
    }
    return rows;
  }

  private static int place(Map<String, Integer> places, String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("The catalog query has no column " + column + ".");
    }
    return place;
  }

  /** The one value of a query that gives one, or null. */
  static @Nullable String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      return results.next() ? results.getString(1) : null;
    }
  }
}
