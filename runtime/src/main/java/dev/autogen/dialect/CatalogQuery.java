package dev.autogen.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A question to a database's catalog. */
public sealed interface CatalogQuery {

  /** Asks nothing and gives no rows. */
  CatalogQuery NONE = (Read) connection -> List.of();

  /** What the database answers, in the order in which it does. */
  List<CatalogRow> rows(Connection connection) throws SQLException;

  /** One that a single statement answers. */
  record Sql(String text) implements CatalogQuery {

    /** Rows fetched at once by drivers that otherwise ask for each few. */
    private static final int FETCH_SIZE = 10_000;

    @Override
    public List<CatalogRow> rows(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.setFetchSize(FETCH_SIZE);
        try (ResultSet results = statement.executeQuery(text)) {
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
        String[] values = new String[places.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = results.getString(i + 1);
        }
        rows.add(column -> Optional.ofNullable(values[place(places, column)]));
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
  }

  /** One that takes more than SQL: the text of a definition has to be taken apart. */
  @FunctionalInterface
  non-sealed interface Read extends CatalogQuery {}
}
