package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.CatalogQueries;
import dev.autogen.dialect.CatalogQuery;
import dev.autogen.dialect.CatalogQuery.Read;
import dev.autogen.dialect.CatalogQuery.Sql;
import dev.autogen.dialect.CatalogRow;
import dev.autogen.dialect.ScratchTables;
import dev.autogen.dialect.sqlite.SqlitePart.Reference;
import dev.autogen.dialect.sqlite.SqlitePart.What;
import dev.autogen.dialect.sqlite.SqliteTable.Placed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * SQLite's catalog: pragmas as far as they go, and the text of each {@code create} statement for
 * what they leave out.
 */
final class SqliteCatalog implements CatalogQueries {

  private static final String YES = "YES";

  private final String defaultSchema;

  private SqliteCatalog(String defaultSchema) {
    this.defaultSchema = defaultSchema;
  }

  static SqliteCatalog live() {
    return new SqliteCatalog(SqliteMaster.MAIN);
  }

  /** That of temporary tables. */
  static SqliteCatalog temporary() {
    return new SqliteCatalog(SqliteScratch.SCHEMA);
  }

  @Override
  public String defaultSchema() {
    return "select '" + defaultSchema + "'";
  }

  @Override
  public CatalogQuery namespaces() {
    return new Sql(
        "select name as \"SCHEMA_NAME\" from pragma_database_list"
            + " where name not in ('main', 'temp') order by 1");
  }

  /** As {@link SqliteMaster#tables()} says it. */
  private static final String LOOKED_AT =
      """
      l.type = 'table' and l.name not like 'sqlite\\_%' escape '\\'
          and not ((l.name like 'ht\\_%' escape '\\' or l.name like 'hte\\_%' escape '\\')
            and exists (select 1 from pragma_table_info(l.name, l.schema) own
              where lower(own.name) = 'hib_sess_id'))""";

  @Override
  public CatalogQuery tables(Collection<String> schemas) {
    return new Sql(
        """
        select null as "TABLE_CAT", l.schema as "TABLE_SCHEM", l.name as "TABLE_NAME",
          'TABLE' as "TABLE_TYPE", null as "REMARKS", 'NO' as "IS_PARTITIONED"
        from pragma_table_list l
        where %s and l.schema in %s
        order by 2, 3"""
            .formatted(LOOKED_AT, list(schemas)));
  }

  @Override
  public CatalogQuery tableDetails(Collection<String> schemas) {
    return read(
        schemas,
        (table, rows) ->
            rows.add(new LinkedHashMap<>(Map.of("TABLE_OPTIONS", SqliteOptions.of(table).text()))));
  }

  /** A column that is the number of the row itself is never without a value. */
  @Override
  public CatalogQuery columns(Collection<String> schemas) {
    return new Sql(
        """
        select null as "TABLE_CAT", l.schema as "TABLE_SCHEM", l.name as "TABLE_NAME",
          c.name as "COLUMN_NAME", 1111 as "DATA_TYPE", c.type as "TYPE_NAME", 0 as "COLUMN_SIZE",
          0 as "DECIMAL_DIGITS", 1 - c."notnull" as "NULLABLE", c.cid + 1 as "ORDINAL_POSITION",
          null as "COLUMN_DEF", 'NO' as "IS_AUTOINCREMENT",
          case when c.hidden in (2, 3) then 'YES' else 'NO' end as "IS_GENERATEDCOLUMN",
          null as "REMARKS", c.type as "FULL_TYPE", null as "USER_TYPE_SCHEMA",
          null as "USER_TYPE_NAME", '' as "USER_TYPE_SUFFIX",
          case when c."notnull" = 1 then 'YES' else 'NO' end as "NOT_NULL",
          case when c.hidden = 0 then c.dflt_value end as "DEFAULT_TEXT",
          null as "IDENTITY_MODE", null as "IDENTITY_START", null as "IDENTITY_STEP",
          null as "GENERATED_TEXT", 'NO' as "GENERATED_STORED", null as "COLLATION_TEXT"
        from pragma_table_list l join pragma_table_xinfo(l.name, l.schema) c
        where %s and c.hidden <> 1
          and l.schema in %s
        order by 2, 3, c.cid"""
            .formatted(LOOKED_AT, list(schemas)));
  }

  @Override
  public CatalogQuery columnDetails(Collection<String> schemas) {
    return read(
        schemas,
        (table, rows) -> {
          for (String column : table.columnNames()) {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("COLUMN_NAME", column);
            details(table, column, details);
            rows.add(details);
          }
        });
  }

  private static void details(SqliteTable table, String column, Map<String, String> details) {
    if (table.rowNumber().filter(column::equals).isPresent()) {
      details.put("NOT_NULL", YES);
    }
    if (table.isNumbered(column)) {
      details.put("IDENTITY_MODE", "BY_DEFAULT");
      details.put("IDENTITY_START", "1");
      details.put("IDENTITY_STEP", "1");
    }
    for (SqlitePart part : table.parts(column)) {
      if (part.what() == What.GENERATED) {
        details.put("GENERATED_TEXT", part.text());
        details.put("GENERATED_STORED", part.has("stored") ? YES : "NO");
      } else if (part.what() == What.COLLATE) {
        details.put("COLLATION_TEXT", part.text());
      }
    }
  }

  @Override
  public CatalogQuery primaryKeys(Collection<String> schemas) {
    return read(
        schemas,
        (table, rows) -> {
          for (Placed key : table.constraints(What.PRIMARY_KEY)) {
            for (int i = 0; i < key.columns().size(); i++) {
              rows.add(
                  new LinkedHashMap<>(
                      Map.of(
                          "COLUMN_NAME",
                          key.columns().get(i),
                          "KEY_SEQ",
                          String.valueOf(i + 1),
                          "PK_NAME",
                          key.name())));
            }
          }
        });
  }

  @Override
  public CatalogQuery uniqueKeys(Collection<String> schemas) {
    return read(
        schemas,
        (table, rows) -> {
          for (Placed key : table.constraints(What.UNIQUE)) {
            for (String column : key.columns()) {
              rows.add(
                  new LinkedHashMap<>(
                      Map.of(
                          "CONSTRAINT_NAME",
                          key.name(),
                          "COLUMN_NAME",
                          column,
                          "NULLS_DISTINCT",
                          YES)));
            }
          }
        });
  }

  @Override
  public CatalogQuery checks(Collection<String> schemas) {
    return read(
        schemas,
        (table, rows) -> {
          for (Placed check : table.constraints(What.CHECK)) {
            rows.add(
                new LinkedHashMap<>(
                    Map.of("CONSTRAINT_NAME", check.name(), "CHECK_TEXT", check.part().text())));
          }
        });
  }

  @Override
  public CatalogQuery foreignKeys(Collection<String> schemas) {
    return (Read)
        connection -> {
          List<CatalogRow> rows = new ArrayList<>();
          for (String schema : schemas) {
            List<SqliteTable> tables = new SqliteMaster(connection, schema).tables();
            for (SqliteTable table : tables) {
              for (Placed key : table.constraints(What.FOREIGN_KEY)) {
                rows(schema, table, key, tables).stream().map(CatalogRow::of).forEach(rows::add);
              }
            }
          }
          return rows;
        };
  }

  private static List<Map<String, String>> rows(
      String schema, SqliteTable table, Placed key, List<SqliteTable> tables) {
    Reference reference = key.part().reference().orElseThrow();
    SqliteTable target =
        tables.stream()
            .filter(other -> other.name().equalsIgnoreCase(reference.table()))
            .findFirst()
            .orElse(null);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("TABLE_SCHEM", schema);
      row.put("TABLE_NAME", table.name());
      row.put("CONSTRAINT_NAME", key.name());
      row.put("COLUMN_NAME", key.columns().get(i));
      row.put("TARGET_SCHEM", schema);
      row.put("TARGET_NAME", target == null ? reference.table() : target.name());
      row.put("TARGET_COLUMN", targetColumn(reference, target, i, key.columns().get(i)));
      row.put("ON_DELETE", reference.onDelete());
      row.put("ON_UPDATE", reference.onUpdate());
      row.put("DEFERRABLE", reference.deferred() ? YES : "NO");
      row.put("DEFERRED", reference.deferred() ? YES : "NO");
      rows.add(row);
    }
    return rows;
  }

  /** Without a word about columns it is the primary key's. */
  private static String targetColumn(
      Reference reference, SqliteTable target, int place, String otherwise) {
    if (place < reference.columns().size()) {
      String written = reference.columns().get(place);
      return target == null
          ? written
          : SqliteExpressions.find(target.columnNames(), written).orElse(written);
    }
    return target == null
        ? otherwise
        : target
            .primaryKey()
            .filter(key -> place < key.columns().size())
            .map(key -> key.columns().get(place))
            .orElse(otherwise);
  }

  @Override
  public CatalogQuery indexes(Collection<String> schemas) {
    return (Read)
        connection -> {
          List<CatalogRow> rows = new ArrayList<>();
          for (String schema : schemas) {
            SqliteMaster master = new SqliteMaster(connection, schema);
            for (SqliteIndex index : master.indexes()) {
              rows.addAll(index.rows(schema));
            }
          }
          return rows;
        };
  }

  /** None: Hibernate numbers by ordinary tables. */
  @Override
  public CatalogQuery sequences(Collection<String> schemas) {
    return CatalogQuery.NONE;
  }

  @Override
  public CatalogQuery enumTypes(Collection<String> schemas) {
    return CatalogQuery.NONE;
  }

  @Override
  public CatalogQuery unmodelled(Collection<String> schemas) {
    return (Read) new SqliteUnmodelled(schemas)::rows;
  }

  @Override
  public ScratchTables scratch() {
    return new SqliteScratch();
  }

  /** Gives the rows of one table, without its name. */
  @FunctionalInterface
  private interface Reading {
    void rows(SqliteTable table, List<Map<String, String>> rows);
  }

  private static CatalogQuery read(Collection<String> schemas, Reading reading) {
    return (Read)
        connection -> {
          List<CatalogRow> rows = new ArrayList<>();
          for (String schema : schemas) {
            rows.addAll(read(connection, schema, reading));
          }
          return rows;
        };
  }

  private static List<CatalogRow> read(Connection connection, String schema, Reading reading)
      throws SQLException {
    List<CatalogRow> rows = new ArrayList<>();
    for (SqliteTable table : new SqliteMaster(connection, schema).tables()) {
      List<Map<String, String>> found = new ArrayList<>();
      reading.rows(table, found);
      for (Map<String, String> row : found) {
        row.put("TABLE_SCHEM", schema);
        row.put("TABLE_NAME", table.name());
        rows.add(CatalogRow.of(row));
      }
    }
    return rows;
  }

  private static String list(Collection<String> schemas) {
    return schemas.stream()
        .map(schema -> "'" + schema.replace("'", "''") + "'")
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
