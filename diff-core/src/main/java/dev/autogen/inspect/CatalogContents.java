package dev.autogen.inspect;

import dev.autogen.dialect.CatalogRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** Columns with what is told of them apart from them. */
  static List<CatalogRow> detailed(List<CatalogRow> columns, List<CatalogRow> details) {
    if (details.isEmpty()) {
      return columns;
    }
    Map<List<String>, CatalogRow> byName = new HashMap<>();
    details.forEach(row -> byName.put(name(row), row));
    return columns.stream()
        .map(row -> Optional.ofNullable(byName.get(name(row))).map(row::with).orElse(row))
        .toList();
  }

  private static List<String> name(CatalogRow row) {
    return List.of(row.text("TABLE_SCHEM"), row.text("TABLE_NAME"), row.text("COLUMN_NAME"));
  }
}
