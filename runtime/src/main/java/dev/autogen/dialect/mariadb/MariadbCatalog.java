package dev.autogen.dialect.mariadb;

import dev.autogen.dialect.CatalogQueries;
import dev.autogen.dialect.CatalogQuery;
import dev.autogen.dialect.CatalogQuery.Sql;
import dev.autogen.dialect.CatalogRow;
import dev.autogen.dialect.ScratchTables;
import dev.autogen.dialect.mysql.MysqlCatalogSql;
import dev.autogen.dialect.mysql.MysqlDefinitions;
import dev.autogen.dialect.mysql.MysqlNames;
import dev.autogen.dialect.mysql.MysqlScratch;
import dev.autogen.dialect.mysql.MysqlTableOptions;
import dev.autogen.dialect.mysql.MysqlUnmodelled;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** MariaDB's catalog, one query for each kind of object; two for sequences. */
final class MariadbCatalog implements CatalogQueries {

  @Override
  public String defaultSchema() {
    return MysqlCatalogSql.DEFAULT_SCHEMA;
  }

  @Override
  public CatalogQuery namespaces() {
    return new Sql(MysqlCatalogSql.NAMESPACES);
  }

  /** A table with system versioning holds the rows of its history too. */
  @Override
  public CatalogQuery tables(Collection<String> schemas) {
    return new Sql(
        MysqlCatalogSql.tables(
            "t.table_type in ('BASE TABLE', 'SYSTEM VERSIONED')",
            "t.create_options like '%partitioned%' or t.table_type = 'SYSTEM VERSIONED'",
            schemas));
  }

  @Override
  public CatalogQuery tableDetails(Collection<String> schemas) {
    return MysqlTableOptions.query(schemas);
  }

  /** The catalog holds defaults as SQL, and no text where there is none, not even null. */
  @Override
  public CatalogQuery columns(Collection<String> schemas) {
    return new Sql(
        MysqlCatalogSql.columns(
            """
            case
              when c.generation_expression is not null or c.column_default = 'NULL' then null
              when c.column_default is null and c.is_nullable = 'YES'
                and c.extra not like '%%auto_increment%%' then '%s'
              else c.column_default end"""
                .formatted(MysqlDefinitions.NO_DEFAULT),
            "c.generation_expression",
            schemas));
  }

  /** What is declared as {@code json} is kept as a text with a condition. */
  @Override
  public CatalogQuery columnDetails(Collection<String> schemas) {
    Sql columns =
        new Sql(
            """
            select c.table_schema as TABLE_SCHEM, c.table_name as TABLE_NAME,
              c.column_name as COLUMN_NAME
            from information_schema.columns c
            join (
              select distinct constraint_schema, table_name, constraint_name, check_clause
              from information_schema.check_constraints
              where level = 'Column' and %s) k
              on k.constraint_schema = c.table_schema and k.table_name = c.table_name
                and k.constraint_name = c.column_name
            where c.data_type = 'longtext' and c.collation_name = 'utf8mb4_bin'
              and %s and %s"""
                .formatted(
                    MysqlCatalogSql.in("constraint_schema", schemas),
                    isJson("k", "c.column_name"),
                    MysqlCatalogSql.in("c.table_schema", schemas)));
    return (CatalogQuery.Read)
        connection -> columns.rows(connection).stream().map(MariadbCatalog::json).toList();
  }

  private static CatalogRow json(CatalogRow column) {
    Map<String, String> row = new HashMap<>();
    for (String name : List.of("TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME")) {
      row.put(name, column.text(name));
    }
    row.put("FULL_TYPE", "json");
    return CatalogRow.of(row);
  }

  /** The condition that comes with {@code json}. */
  private static String isJson(String checks, String column) {
    return checks
        + ".check_clause = concat('json_valid(`', replace("
        + column
        + ", '`', '``'), '`)')";
  }

  @Override
  public CatalogQuery primaryKeys(Collection<String> schemas) {
    return new Sql(MysqlCatalogSql.primaryKeys(schemas));
  }

  @Override
  public CatalogQuery uniqueKeys(Collection<String> schemas) {
    return new Sql(MysqlCatalogSql.uniqueKeys("null", schemas));
  }

  /** A column's own condition has the name of the column. */
  @Override
  public CatalogQuery checks(Collection<String> schemas) {
    return new Sql(
        """
        select k.constraint_schema as TABLE_SCHEM, k.table_name as TABLE_NAME,
          k.constraint_name as CONSTRAINT_NAME, k.check_clause as CHECK_TEXT
        from information_schema.check_constraints k
        where not (k.level = 'Column' and %s) and %s
        order by 1, 2, 3"""
            .formatted(
                isJson("k", "k.constraint_name"),
                MysqlCatalogSql.in("k.constraint_schema", schemas)));
  }

  @Override
  public CatalogQuery foreignKeys(Collection<String> schemas) {
    return new Sql(MysqlCatalogSql.foreignKeys(schemas));
  }

  @Override
  public CatalogQuery indexes(Collection<String> schemas) {
    return new Sql(MysqlCatalogSql.indexes("null", "null", schemas));
  }

  /** A sequence tells what it is by itself, as if it were a table of one row. */
  @Override
  public CatalogQuery sequences(Collection<String> schemas) {
    return (CatalogQuery.Read) connection -> sequences(connection, schemas);
  }

  private static List<CatalogRow> sequences(Connection connection, Collection<String> schemas)
      throws SQLException {
    String found =
        "select table_schema as SEQUENCE_SCHEMA, table_name as SEQUENCE_NAME"
            + " from information_schema.tables where table_type = 'SEQUENCE' and "
            + MysqlCatalogSql.in("table_schema", schemas)
            + " order by 1, 2";
    List<CatalogRow> names = new Sql(found).rows(connection);
    if (names.isEmpty()) {
      return names;
    }
    return new Sql(
            names.stream()
                .map(row -> sequence(row.text("SEQUENCE_SCHEMA"), row.text("SEQUENCE_NAME")))
                .collect(Collectors.joining(" union all ")))
        .rows(connection);
  }

  private static String sequence(String schema, String name) {
    return """
        select %s as SEQUENCE_SCHEMA, %s as SEQUENCE_NAME, start_value as START_VALUE,
          increment as INCREMENT, minimum_value as MINIMUM, maximum_value as MAXIMUM,
          cache_size as CACHE, case cycle_option when 0 then 'NO' else 'YES' end as IS_CYCLE,
          'NO' as IS_SERIAL
        from %s.%s"""
        .formatted(
            MysqlNames.literal(schema),
            MysqlNames.literal(name),
            MysqlNames.quoted(schema),
            MysqlNames.quoted(name));
  }

  /** None: MariaDB writes an enum out at each column. */
  @Override
  public CatalogQuery enumTypes(Collection<String> schemas) {
    return CatalogQuery.NONE;
  }

  @Override
  public CatalogQuery unmodelled(Collection<String> schemas) {
    return MysqlUnmodelled.query(
        schemas,
        List.of(
            """
            table_schema, table_name, 'INDEX', index_name, 'that it is ignored',
            concat('alter table ', %s, ' alter index ', %s, ' ignored')
            from information_schema.statistics
            where seq_in_index = 1 and ignored = 'YES' and table_schema"""
                .formatted(
                    MysqlUnmodelled.name("table_schema", "table_name"),
                    MysqlUnmodelled.quoted("index_name")),
            """
            table_schema, table_name, 'TABLE', '', 'that it keeps its history', null
            from information_schema.tables
            where table_type = 'SYSTEM VERSIONED' and table_schema"""));
  }

  @Override
  public ScratchTables scratch() {
    return new MysqlScratch();
  }
}
