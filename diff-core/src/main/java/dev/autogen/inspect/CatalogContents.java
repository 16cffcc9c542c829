package dev.autogen.inspect;

import dev.autogen.dialect.CatalogQueries;
import dev.autogen.dialect.CatalogRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the catalog queries gave, kind by kind, each in the order of its query.
 *
 * @param namespaces the schemas that there are
 */
record CatalogContents(
    List<CatalogRow> namespaces,
    List<CatalogRow> tables,
    List<CatalogRow> columns,
    List<CatalogRow> primaryKeys,
    List<CatalogRow> uniqueKeys,
    List<CatalogRow> checks,
    List<CatalogRow> foreignKeys,
    List<CatalogRow> indexes,
    List<CatalogRow> sequences,
    List<CatalogRow> enumTypes) {

  private static final Set<String> SQL =
      Set.of(
          "FULL_TYPE", "DEFAULT_TEXT", "GENERATED_TEXT", "CHECK_TEXT", "EXPRESSION", "WHERE_TEXT");

  /** The same with all SQL as it was written. */
  CatalogContents written(CatalogQueries queries) {
    return new CatalogContents(
        namespaces,
        tables,
        written(columns, queries),
        primaryKeys,
        uniqueKeys,
        written(checks, queries),
        foreignKeys,
        written(indexes, queries),
        sequences,
        enumTypes);
  }

  private static List<CatalogRow> written(List<CatalogRow> rows, CatalogQueries queries) {
    return rows.stream()
        .map(
            row ->
                (CatalogRow)
                    column ->
                        SQL.contains(column)
                            ? row.find(column).map(shown -> queries.written(column, shown))
                            : row.find(column))
        .toList();
  }

  /** Tables with their options, which are told apart from them; most engines tell none. */
  static List<CatalogRow> tables(List<CatalogRow> rows, List<CatalogRow> details) {
    List<CatalogRow> plain =
        rows.stream()
            .map(
                row ->
                    (CatalogRow)
                        column ->
                            column.equals("TABLE_OPTIONS") ? Optional.empty() : row.find(column))
            .toList();
    return detailed(plain, details);
  }

  /** Tables or columns with what is told of them apart from them. */
  static List<CatalogRow> detailed(List<CatalogRow> rows, List<CatalogRow> details) {
    if (details.isEmpty()) {
      return rows;
    }
    Map<List<String>, CatalogRow> byName = new HashMap<>();
    details.forEach(row -> byName.put(name(row), row));
    return rows.stream()
        .map(row -> Optional.ofNullable(byName.get(name(row))).map(row::with).orElse(row))
        .toList();
  }

  private static List<String> name(CatalogRow row) {
    return List.of(
        row.find("TABLE_SCHEM").orElse(""),
        row.text("TABLE_NAME"),
        row.find("COLUMN_NAME").orElse(""));
  }
}
