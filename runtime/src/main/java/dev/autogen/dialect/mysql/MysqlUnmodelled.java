package dev.autogen.dialect.mysql;

import dev.autogen.dialect.CatalogQuery;
import dev.autogen.dialect.CatalogRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
  private static final String INVISIBLE = "that it is invisible";

  /** The columns of a row, the last of them the statement that gives the thing back. */
  private static final List<String> PARTS =
      List.of(
          """
          event_object_schema, event_object_table, 'TABLE', '', concat('trigger ', trigger_name),
          case when definer = current_user() then concat('create trigger ', %s, ' ',
            lower(action_timing), ' ', lower(event_manipulation), ' on ', %s, ' for each row ',
            action_statement) end
          from information_schema.triggers
          where event_object_schema"""
              .formatted(
                  name("trigger_schema", "trigger_name"),
                  name("event_object_schema", "event_object_table")),
          """
          table_schema, table_name, 'TABLE', '', concat('privileges of ', grantee), null
          from information_schema.table_privileges
          where table_schema""",
          """
          table_schema, table_name, 'COLUMN', column_name, concat('privileges of ', grantee), null
          from information_schema.column_privileges
          where table_schema""",
          """
          table_schema, table_name, 'TABLE', '', concat('its options ', create_options), null
          from information_schema.tables
          where table_type = 'BASE TABLE' and create_options <> '' and table_schema""",
          """
          table_schema, table_name, 'COLUMN', column_name, '%s', null
          from information_schema.columns
          where extra like '%%INVISIBLE%%' and table_schema"""
              .formatted(INVISIBLE),
          """
          table_schema, table_name, 'INDEX', index_name, concat('its comment ', index_comment), null
          from information_schema.statistics
          where seq_in_index = 1 and index_comment <> '' and table_schema""",
          """
          table_schema, table_name, 'CONSTRAINT', index_name, concat('its comment ', index_comment),
          null
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
            for (CatalogRow row : sql(MysqlCatalogSql.in(part, schemas)).rows(connection)) {
              boolean column = row.text("OBJECT_KIND").equals("COLUMN");
              boolean hidden = column && row.text("DETAIL").equals(INVISIBLE);
              left(hidden ? row.with(defined(row, connection)) : row).ifPresent(rows::add);
            }
          }
          return rows;
        };
  }

  /** The name of a thing in a schema, as an expression over the columns that have the two. */
  public static String name(String schema, String name) {
    return "concat(case when %1$s = database() then '' else concat(%2$s, '.') end, %3$s)"
        .formatted(schema, quoted(schema), quoted(name));
  }

  /** A name in backticks, as an expression over the column that has it. */
  public static String quoted(String column) {
    return "concat('`', replace(" + column + ", '`', '``'), '`')";
  }

  /** The statement that makes a column all that it is now. */
  private static CatalogRow defined(CatalogRow column, Connection connection) throws SQLException {
    String schema = column.text("TABLE_SCHEM");
    String table = MysqlNames.quoted(column.text("TABLE_NAME"));
    String name =
        schema.equals(connection.getCatalog()) ? table : MysqlNames.quoted(schema) + "." + table;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show create table " + name)) {
      row.next();
      return MysqlTableText.parse(row.getString(2))
          .column(column.text("OBJECT_NAME"))
          .map(text -> Map.of("RESTORED_BY", "alter table " + name + " modify " + text.sql()))
          .map(CatalogRow::of)
          .orElse(column);
    }
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
          '' as DETAIL, '' as RESTORED_BY
        from dual where 1 = 0
        union select %s
        order by 1, 2, 3, 4, 5"""
            .formatted(part));
  }
}
