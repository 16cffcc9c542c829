package dev.autogen.dialect.mysql;

import dev.autogen.dialect.CatalogQueries;
import dev.autogen.dialect.CatalogQuery;
import dev.autogen.dialect.CatalogQuery.Sql;
import dev.autogen.dialect.ScratchTables;
import java.util.Collection;
import java.util.List;

/**
 * MySQL's catalog, one query for each kind of object. A database is what others call a schema; to
 * JDBC it is a catalog.
 */
final class MysqlCatalog implements CatalogQueries {

  @Override
  public String defaultSchema() {
    return MysqlCatalogSql.DEFAULT_SCHEMA;
  }

  @Override
  public CatalogQuery namespaces() {
    return new Sql(MysqlCatalogSql.NAMESPACES);
  }

  @Override
  public CatalogQuery tables(Collection<String> schemas) {
    return new Sql(
        MysqlCatalogSql.tables(
            "t.table_type = 'BASE TABLE'", "t.create_options like '%partitioned%'", schemas));
  }

  @Override
  public CatalogQuery tableDetails(Collection<String> schemas) {
    return MysqlTableOptions.query(schemas);
  }

  @Override
  public CatalogQuery columns(Collection<String> schemas) {
    return new Sql(
        MysqlCatalogSql.columns(
            defaultText(), MysqlCatalogSql.unescaped("c.generation_expression"), schemas));
  }

  /** The value of a literal is shown as it is, all else letter by letter. */
  @Override
  public String written(String column, String shown) {
    boolean literal = column.equals("DEFAULT_TEXT") && shown.startsWith("'");
    return literal || column.equals("FULL_TYPE") ? shown : MysqlLetters.written(shown);
  }

  /**
   * The catalog holds the value of a literal, and the text of an expression without the parentheses
   * that are needed around all but the current time.
   */
  private static String defaultText() {
    return """
        case
          when c.extra like '%%auto_increment%%' or c.generation_expression <> '' then null
          when c.column_default is null then null
          when c.extra like '%%DEFAULT_GENERATED%%' then
            case when c.column_default like 'CURRENT_TIMESTAMP%%' then c.column_default
              else concat('(', %s, ')') end
          when c.data_type in ('tinyint', 'smallint', 'mediumint', 'int', 'bigint', 'decimal',
            'float', 'double', 'bit', 'year') then c.column_default
          when c.data_type in ('binary', 'varbinary') and c.column_default like '0x%%'
            then c.column_default
          else concat('''', %s, '''') end"""
        .formatted(
            MysqlCatalogSql.unescaped("c.column_default"),
            MysqlCatalogSql.escaped("c.column_default"));
  }

  @Override
  public CatalogQuery primaryKeys(Collection<String> schemas) {
    return new Sql(MysqlCatalogSql.primaryKeys(schemas));
  }

  @Override
  public CatalogQuery uniqueKeys(Collection<String> schemas) {
    return new Sql(MysqlCatalogSql.uniqueKeys("expression", schemas));
  }

  /** Not joined: to join the two views, MySQL goes through one for each row of the other. */
  @Override
  public CatalogQuery checks(Collection<String> schemas) {
    return new Sql(
        """
        select constraint_schema as TABLE_SCHEM, max(table_name) as TABLE_NAME,
          constraint_name as CONSTRAINT_NAME, max(clause) as CHECK_TEXT
        from (
          select constraint_schema, constraint_name, table_name, null as clause
          from information_schema.table_constraints
          where constraint_type = 'CHECK' and %2$s
          union all
          select constraint_schema, constraint_name, null, %1$s
          from information_schema.check_constraints
          where %2$s) k
        group by constraint_schema, constraint_name
        having max(table_name) is not null
        order by 1, 2, 3"""
            .formatted(
                MysqlCatalogSql.unescaped("check_clause"),
                MysqlCatalogSql.in("constraint_schema", schemas)));
  }

  @Override
  public CatalogQuery foreignKeys(Collection<String> schemas) {
    return new Sql(MysqlCatalogSql.foreignKeys(schemas));
  }

  @Override
  public CatalogQuery indexes(Collection<String> schemas) {
    return new Sql(
        MysqlCatalogSql.indexes("expression", MysqlCatalogSql.unescaped("s.expression"), schemas));
  }

  /** None: MySQL has no sequences. */
  @Override
  public CatalogQuery sequences(Collection<String> schemas) {
    return CatalogQuery.NONE;
  }

  /** None: MySQL writes an enum out at each column. */
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
            table_schema, table_name, 'INDEX', index_name, 'that it is invisible',
            concat('alter table ', %s, ' alter index ', %s, ' invisible')
            from information_schema.statistics
            where seq_in_index = 1 and is_visible = 'NO' and table_schema"""
                .formatted(
                    MysqlUnmodelled.name("table_schema", "table_name"),
                    MysqlUnmodelled.quoted("index_name")),
            """
            constraint_schema, table_name, 'CONSTRAINT', constraint_name,
            'that it is not enforced',
            concat('alter table ', %s, ' alter check ', %s, ' not enforced')
            from information_schema.table_constraints
            where enforced = 'NO' and constraint_schema"""
                .formatted(
                    MysqlUnmodelled.name("constraint_schema", "table_name"),
                    MysqlUnmodelled.quoted("constraint_name"))));
  }

  @Override
  public ScratchTables scratch() {
    return new MysqlScratch();
  }
}
