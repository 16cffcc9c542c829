package dev.autogen.inspect;

import java.util.List;

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
    List<CatalogRow> enumTypes) {}
