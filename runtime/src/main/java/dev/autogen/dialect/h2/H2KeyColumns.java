package dev.autogen.dialect.h2;

import dev.autogen.dialect.CatalogQuery;
import dev.autogen.dialect.CatalogRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of keys under the names that they have: KEY_COLUMN_USAGE tells the name that a column
 * had when its key was made, until the database is opened again. The index under a key knows
 * better, but may have another order and, under a foreign key, columns besides.
 */
final class H2KeyColumns {

  /**
   * What of a row is to be corrected.
   *
   * @param own the name of the constraint that the row is of
   * @param schema the schema of the key that the column is of
   * @param key its name
   * @param column the column
   */
  record Place(String own, String schema, String key, String column) {}

  static final Place OWN_KEY = new Place("PK_NAME", "TABLE_SCHEM", "PK_NAME", "COLUMN_NAME");
  static final Place OWN =
      new Place("CONSTRAINT_NAME", "TABLE_SCHEM", "CONSTRAINT_NAME", "COLUMN_NAME");
  static final Place TARGET =
      new Place("CONSTRAINT_NAME", "TARGET_SCHEM", "TARGET_KEY", "TARGET_COLUMN");

  private static final String INDEXED =
      "select CONSTRAINT_SCHEMA as \"A\", CONSTRAINT_NAME as \"B\", INDEX_SCHEMA as \"C\","
          + " INDEX_NAME as \"D\" from INFORMATION_SCHEMA.TABLE_CONSTRAINTS"
          + " where INDEX_NAME is not null";

  private static final String INDEX_COLUMNS =
      "select INDEX_SCHEMA as \"A\", INDEX_NAME as \"B\", COLUMN_NAME as \"C\""
          + " from INFORMATION_SCHEMA.INDEX_COLUMNS order by 1, 2, ORDINAL_POSITION";

  /** The columns of the index under each constraint, by schema and name. */
  private final Map<List<String>, List<String>> indexed = new HashMap<>();

  private H2KeyColumns(Connection connection, String freshness) throws SQLException {
    Map<List<String>, List<String>> indexes = new HashMap<>();
    for (CatalogRow row : new CatalogQuery.Sql(INDEX_COLUMNS + freshness).rows(connection)) {
      indexes
          .computeIfAbsent(List.of(row.text("A"), row.text("B")), index -> new ArrayList<>())
          .add(row.text("C"));
    }
    for (CatalogRow row : new CatalogQuery.Sql(INDEXED + freshness).rows(connection)) {
      indexed.put(
          List.of(row.text("A"), row.text("B")),
          indexes.getOrDefault(List.of(row.text("C"), row.text("D")), List.of()));
    }
  }

  /**
   * The query with its names corrected. Rows of one constraint are in the order of its columns.
   *
   * @param freshness a comment that makes each query a new one to H2, or nothing
   */
  static CatalogQuery corrected(CatalogQuery.Sql query, String freshness, List<Place> places) {
    return (CatalogQuery.Read)
        connection -> {
          List<CatalogRow> rows = query.rows(connection);
          if (rows.isEmpty()) {
            return rows;
          }
          H2KeyColumns keys = new H2KeyColumns(connection, freshness);
          for (Place place : places) {
            rows = keys.corrected(rows, place);
          }
          return rows;
        };
  }

  private List<CatalogRow> corrected(List<CatalogRow> rows, Place place) {
    Map<List<String>, List<CatalogRow>> constraints = new LinkedHashMap<>();
    for (CatalogRow row : rows) {
      constraints
          .computeIfAbsent(
              List.of(
                  row.text("TABLE_SCHEM"),
                  row.text(place.own()),
                  row.find(place.schema()).orElse(""),
                  row.find(place.key()).orElse("")),
              key -> new ArrayList<>())
          .add(row);
    }
    List<CatalogRow> corrected = new ArrayList<>();
    constraints.forEach(
        (key, own) -> {
          List<String> told = own.stream().map(row -> row.text(place.column())).toList();
          List<String> names = corrected(told, indexed.getOrDefault(key.subList(2, 4), List.of()));
          for (int i = 0; i < names.size(); i++) {
            CatalogRow row = own.get(i);
            Optional<String> name = Optional.of(names.get(i));
            corrected.add(column -> column.equals(place.column()) ? name : row.find(column));
          }
        });
    return corrected;
  }

  /** A name that the index does not know is that of one of its columns which nobody else is. */
  static List<String> corrected(List<String> told, List<String> index) {
    List<String> left = new ArrayList<>(index);
    left.removeAll(told);
    List<String> names = new ArrayList<>();
    for (String name : told) {
      names.add(index.contains(name) || left.isEmpty() ? name : left.remove(0));
    }
    return names;
  }
}
