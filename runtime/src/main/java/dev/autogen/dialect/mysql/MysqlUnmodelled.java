package dev.autogen.dialect.mysql;

import dev.autogen.dialect.CatalogQuery;
import dev.autogen.dialect.CatalogRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What MySQL and its descendants know of tables, columns, keys and indexes beyond the model. Each
 * part is a query of its own: names and comments have collations that no union takes together.
 */
public final class MysqlUnmodelled {

  private static final String OPTIONS = "its options ";

  private static final List<String> PARTS =
      List.of(
          """
          event_object_schema, event_object_table, 'TABLE', '', concat('trigger ', trigger_name)
          from information_schema.triggers
          where event_object_schema""",
          """
          table_schema, table_name, 'TABLE', '', concat('privileges of ', grantee)
          from information_schema.table_privileges
          where table_schema""",
          """
          table_schema, table_name, 'COLUMN', column_name, concat('privileges of ', grantee)
          from information_schema.column_privileges
          where table_schema""",
          """
          table_schema, table_name, 'TABLE', '', concat('its storage engine ', engine)
          from information_schema.tables
          where table_type = 'BASE TABLE' and engine <> 'InnoDB' and table_schema""",
          """
          table_schema, table_name, 'TABLE', '', concat('its options ', create_options)
          from information_schema.tables
          where table_type = 'BASE TABLE' and create_options <> '' and table_schema""",
          """
          table_schema, table_name, 'COLUMN', column_name, 'that it is invisible'
          from information_schema.columns
          where extra like '%INVISIBLE%' and table_schema""",
          """
          table_schema, table_name, 'INDEX', index_name, concat('its comment ', index_comment)
          from information_schema.statistics
          where seq_in_index = 1 and index_comment <> '' and table_schema""",
          """
          table_schema, table_name, 'CONSTRAINT', index_name, concat('its comment ', index_comment)
          from information_schema.statistics
          where seq_in_index = 1 and non_unique = 0 and index_comment <> '' and table_schema""");

  private MysqlUnmodelled() {}

  /**
   * @param more what one database has besides: the columns of a row, and a condition that ends in
   *     the name of the column that has the schema
   */
  public static CatalogQuery query(Collection<String> schemas, List<String> more) {
    List<String> parts = new ArrayList<>(PARTS);
    parts.addAll(more);
    return (CatalogQuery.Read)
        connection -> {
          List<CatalogRow> rows = new ArrayList<>();
          for (String part : parts) {
            sql(MysqlCatalogSql.in(part, schemas)).rows(connection).stream()
                .map(MysqlUnmodelled::left)
                .flatMap(Optional::stream)
                .forEach(rows::add);
          }
          return rows;
        };
  }

  /** Of a table's options, those that the model does not hold either. */
  private static Optional<CatalogRow> left(CatalogRow row) {
    String detail = row.text("DETAIL");
    if (!detail.startsWith(OPTIONS)) {
      return Optional.of(row);
    }
    String rest = MysqlTableOptions.rest(detail.substring(OPTIONS.length()));
    return rest.isEmpty()
        ? Optional.empty()
        : Optional.of(row.with(CatalogRow.of(Map.of("DETAIL", OPTIONS + rest))));
  }

  /** One part, its columns under the names that a catalog query has. */
  private static CatalogQuery.Sql sql(String part) {
    return new CatalogQuery.Sql(
        """
        select '' as TABLE_SCHEM, '' as TABLE_NAME, '' as OBJECT_KIND, '' as OBJECT_NAME,
          '' as DETAIL
        from dual where 1 = 0
        union select %s
        order by 1, 2, 3, 4, 5"""
            .formatted(part));
  }
}
