package dev.autogen.dialect.mysql;

import java.util.Collection;
import java.util.stream.Collectors;

/** Queries to the information schema that MySQL and its descendants answer alike. */
public final class MysqlCatalogSql {

  public static final String DEFAULT_SCHEMA = "select database()";

  public static final String NAMESPACES =
      """
      select schema_name as SCHEMA_NAME from information_schema.schemata
      where schema_name not in ('information_schema', 'mysql', 'performance_schema', 'sys')
      order by 1""";

  /** A backslash and a quote, whatever {@code sql_mode} makes of backslashes in literals. */
  private static final String BACKSLASH = "char(92 using utf8mb4)";

  private static final String QUOTE = "char(39 using utf8mb4)";

  private MysqlCatalogSql() {}

  /** {@code column in ('a', 'b')}. */
  public static String in(String column, Collection<String> schemas) {
    return schemas.stream()
        .map(schema -> "'" + schema.replace("\\", "\\\\").replace("'", "''") + "'")
        .collect(Collectors.joining(", ", column + " in (", ")"));
  }

  /** The text of an expression that the catalog holds with backslashes before its quotes. */
  static String unescaped(String column) {
    return replaced(
        replaced(
            replaced(column, "concat(" + BACKSLASH + ", " + BACKSLASH + ")", "char(1)"),
            "concat(" + BACKSLASH + ", " + QUOTE + ")",
            QUOTE),
        "char(1)",
        BACKSLASH);
  }

  /** What stands between the quotes of a literal. */
  static String escaped(String column) {
    return replaced(
        replaced(column, BACKSLASH, "repeat(" + BACKSLASH + ", 2)"),
        QUOTE,
        "repeat(" + QUOTE + ", 2)");
  }

  private static String replaced(String text, String from, String to) {
    return "replace(" + text + ", " + from + ", " + to + ")";
  }

  /**
   * Tables, with the columns that they are partitioned by, as the expressions tell.
   *
   * <p>Here and below, what one view is asked for beside another is kept apart ({@code distinct},
   * {@code group by}) and says itself which schemas: MariaDB would open the tables of all schemas
   * again for each row.
   *
   * @param condition which of {@code t} are tables
   * @param partitioned whether one of {@code t} is
   */
  public static String tables(String condition, String partitioned, Collection<String> schemas) {
    return """
        select t.table_schema as TABLE_CAT, null as TABLE_SCHEM, t.table_name as TABLE_NAME,
          'TABLE' as TABLE_TYPE, t.table_comment as REMARKS,
          case when %2$s then 'YES' else 'NO' end as IS_PARTITIONED,
          p.partition_key as PARTITION_KEY
        from information_schema.tables t
        join (
          select table_schema, table_name,
            group_concat(distinct
              concat_ws(' ', partition_expression, subpartition_expression)) as partition_key
          from information_schema.partitions
          where %4$s
          group by table_schema, table_name) p
          on p.table_schema = t.table_schema and p.table_name = t.table_name
        where %1$s and %3$s
        order by 1, 3"""
        .formatted(
            condition, partitioned, in("t.table_schema", schemas), in("table_schema", schemas));
  }

  /**
   * Columns, with {@code on update} behind the default.
   *
   * @param defaultText the SQL of a default, from the columns of {@code c}
   * @param generatedText that of a generated column's expression
   */
  public static String columns(
      String defaultText, String generatedText, Collection<String> schemas) {
    return """
        select c.table_schema as TABLE_CAT, null as TABLE_SCHEM, c.table_name as TABLE_NAME,
          c.column_name as COLUMN_NAME, 1111 as DATA_TYPE, c.data_type as TYPE_NAME,
          0 as COLUMN_SIZE, 0 as DECIMAL_DIGITS, case c.is_nullable when 'NO' then 0 else 1 end
            as NULLABLE,
          c.ordinal_position as ORDINAL_POSITION, null as COLUMN_DEF,
          case when c.extra like '%%auto_increment%%' then 'YES' else 'NO' end
            as IS_AUTOINCREMENT,
          case when c.generation_expression <> '' then 'YES' else 'NO' end as IS_GENERATEDCOLUMN,
          c.column_comment as REMARKS, c.column_type as FULL_TYPE,
          null as USER_TYPE_SCHEMA, null as USER_TYPE_NAME, null as USER_TYPE_SUFFIX,
          case c.is_nullable when 'NO' then 'YES' else 'NO' end as NOT_NULL,
          case when c.extra like '%%on update%%' then
            concat_ws(' ',
              coalesce(%1$s, case c.is_nullable when 'YES' then 'null' end),
              substr(c.extra, locate('on update', lower(c.extra))))
            else %1$s end as DEFAULT_TEXT,
          case when c.extra like '%%auto_increment%%' then 'BY_DEFAULT' end as IDENTITY_MODE,
          1 as IDENTITY_START, 1 as IDENTITY_STEP,
          case when c.generation_expression <> '' then %2$s end as GENERATED_TEXT,
          case when c.extra like '%%STORED%%' or c.extra like '%%PERSISTENT%%' then 'YES'
            else 'NO' end as GENERATED_STORED,
          case when c.collation_name <> t.table_collation then c.collation_name end
            as COLLATION_TEXT
        from information_schema.columns c
        join (
          select distinct table_schema, table_name, table_collation
          from information_schema.tables
          where table_type in ('BASE TABLE', 'SYSTEM VERSIONED') and %4$s) t
          on t.table_schema = c.table_schema and t.table_name = c.table_name
        where %3$s
        order by 1, 3, c.ordinal_position"""
        .formatted(
            defaultText, generatedText, in("c.table_schema", schemas), in("table_schema", schemas));
  }

  public static String primaryKeys(Collection<String> schemas) {
    return """
        select table_schema as TABLE_CAT, null as TABLE_SCHEM, table_name as TABLE_NAME,
          column_name as COLUMN_NAME, seq_in_index as KEY_SEQ, index_name as PK_NAME
        from information_schema.statistics
        where index_name = 'PRIMARY' and %s
        order by 1, 3, 5"""
        .formatted(in("table_schema", schemas));
  }

  /**
   * Unique keys: those unique indexes that a constraint can be.
   *
   * @param expression the SQL of a key's expression, from the columns of the statistics
   */
  public static String uniqueKeys(String expression, Collection<String> schemas) {
    return """
        select table_schema as TABLE_SCHEM, table_name as TABLE_NAME,
          index_name as CONSTRAINT_NAME, column_name as COLUMN_NAME,
          'YES' as NULLS_DISTINCT, 'NO' as DEFERRABLE, 'NO' as DEFERRED
        from (%s) s
        where non_unique = 0 and special = 0
        order by 1, 2, 3, seq_in_index"""
        .formatted(statistics(expression, schemas));
  }

  /**
   * The parts of all indexes but primary keys, with whether something about their index is more
   * than columns in ascending order.
   */
  private static String statistics(String expression, Collection<String> schemas) {
    return """
        select table_schema, table_name, index_name, non_unique, seq_in_index, column_name,
          collation, sub_part, index_type, %1$s as expression,
          max(case when column_name is null or sub_part is not null or collation = 'D'
            then 1 else 0 end) over (partition by table_schema, table_name, index_name) as special
        from information_schema.statistics
        where index_name <> 'PRIMARY' and %2$s"""
        .formatted(expression, in("table_schema", schemas));
  }

  public static String foreignKeys(Collection<String> schemas) {
    return """
        select k.table_schema as TABLE_SCHEM, k.table_name as TABLE_NAME,
          k.constraint_name as CONSTRAINT_NAME, k.column_name as COLUMN_NAME,
          k.referenced_table_schema as TARGET_SCHEM, k.referenced_table_name as TARGET_NAME,
          k.referenced_column_name as TARGET_COLUMN, r.delete_rule as ON_DELETE,
          r.update_rule as ON_UPDATE, 'NO' as DEFERRABLE, 'NO' as DEFERRED
        from information_schema.key_column_usage k
        join (
          select distinct constraint_schema, constraint_name, table_name, delete_rule, update_rule
          from information_schema.referential_constraints
          where %2$s) r
          on r.constraint_schema = k.constraint_schema and r.constraint_name = k.constraint_name
            and r.table_name = k.table_name
        where k.referenced_table_name is not null and %1$s
        order by 1, 2, 3, k.ordinal_position"""
        .formatted(in("k.table_schema", schemas), in("constraint_schema", schemas));
  }

  /**
   * Indexes that are no unique keys. The index that a foreign key makes for itself is part of the
   * key: it has the key's name, or where that is made up, that of the first column.
   *
   * @param expression the SQL of a key's expression, from the columns of the statistics
   * @param text the same as it is to be read, from those of {@code s}
   */
  public static String indexes(String expression, String text, Collection<String> schemas) {
    return """
        select s.table_schema as TABLE_SCHEM, s.table_name as TABLE_NAME,
          s.index_name as INDEX_NAME,
          case s.non_unique when 0 then 'YES' else 'NO' end as IS_UNIQUE,
          case when s.index_type in ('FULLTEXT', 'SPATIAL', 'RTREE', 'VECTOR')
            then lower(s.index_type) end as METHOD,
          null as WHERE_TEXT, 'YES' as NULLS_DISTINCT, s.column_name as COLUMN_NAME,
          %1$s as EXPRESSION, 'NO' as IS_INCLUDED,
          case s.collation when 'D' then 'YES' else 'NO' end as IS_DESCENDING,
          null as NULLS, null as OPERATOR_CLASS,
          case when s.index_type in ('BTREE', 'HASH') then s.sub_part end as PREFIX_LENGTH
        from (
          select p.*, count(k.column_name)
            over (partition by p.table_schema, p.table_name, p.index_name) as served,
            count(*) over (partition by p.table_schema, p.table_name, p.index_name) as parts
          from (%2$s) p
          left join (%3$s) k
            on k.table_schema = p.table_schema and k.table_name = p.table_name
              and k.index_name = p.index_name and k.column_name = p.column_name
              and k.ordinal_position = p.seq_in_index) s
        where (s.non_unique = 1 and s.served < s.parts) or s.special = 1
        order by 1, 2, 3, s.seq_in_index"""
        .formatted(text, statistics(expression, schemas), servingIndexes(schemas));
  }

  /** The columns of foreign keys by the names that an index made for one can have. */
  private static String servingIndexes(Collection<String> schemas) {
    return """
        select table_schema, table_name, constraint_name as index_name, column_name,
          ordinal_position
        from information_schema.key_column_usage
        where referenced_table_name is not null and %1$s
        union
        select table_schema, table_name, first_column, column_name, ordinal_position
        from (
          select table_schema, table_name, column_name, ordinal_position,
            first_value(column_name) over (
              partition by table_schema, table_name, constraint_name order by ordinal_position)
              as first_column
          from information_schema.key_column_usage
          where referenced_table_name is not null and constraint_name like '%%ibfk%%' and %1$s) n"""
        .formatted(in("table_schema", schemas));
  }
}
