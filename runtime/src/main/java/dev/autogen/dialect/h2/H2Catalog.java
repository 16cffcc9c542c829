package dev.autogen.dialect.h2;

import dev.autogen.dialect.CatalogQueries;
import dev.autogen.dialect.CatalogQuery;
import dev.autogen.dialect.DatabaseVersion;
import dev.autogen.dialect.ScratchTables;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * H2's catalog, one query for each kind of object, from version 2.1 on. What is in capitals has to
 * be: with {@code DATABASE_TO_UPPER=FALSE} the names of the information schema are not folded.
 *
 * <p>A join names the table: it is the only column by which H2 can search its information schema.
 */
final class H2Catalog implements CatalogQueries {

  private static final String BASE_TABLE = "BASE TABLE";
  private static final String TEMPORARY_TABLE = "LOCAL TEMPORARY";

  private final DatabaseVersion version;
  private final String tableType;
  private final String freshness;

  H2Catalog(DatabaseVersion version) {
    this(version, BASE_TABLE, "");
  }

  private H2Catalog(DatabaseVersion version, String tableType, String freshness) {
    this.version = version;
    this.tableType = tableType;
    this.freshness = freshness;
  }

  @Override
  public String defaultSchema() {
    return "select CURRENT_SCHEMA";
  }

  @Override
  public CatalogQuery namespaces() {
    return new CatalogQuery.Sql(
        """
        select SCHEMA_NAME as "SCHEMA_NAME" from INFORMATION_SCHEMA.SCHEMATA
        where SCHEMA_NAME not in ('INFORMATION_SCHEMA', 'information_schema') order by 1""");
  }

  /** Hibernate's tables for bulk statements (HT_, HTE_) are global temporary ones. */
  @Override
  public CatalogQuery tables(Collection<String> schemas) {
    return new CatalogQuery.Sql(
        """
        select TABLE_CATALOG as "TABLE_CAT", TABLE_SCHEMA as "TABLE_SCHEM",
          TABLE_NAME as "TABLE_NAME", 'TABLE' as "TABLE_TYPE", REMARKS as "REMARKS",
          'NO' as "IS_PARTITIONED"
        from INFORMATION_SCHEMA.TABLES
        where TABLE_TYPE = '%s' and STORAGE_TYPE <> 'TABLE LINK' and %s
        order by 2, 3"""
            .formatted(tableType, in("TABLE_SCHEMA", schemas)));
  }

  @Override
  public CatalogQuery columns(Collection<String> schemas) {
    return new CatalogQuery.Sql(
        """
        select TABLE_CATALOG as "TABLE_CAT", TABLE_SCHEMA as "TABLE_SCHEM",
          TABLE_NAME as "TABLE_NAME", COLUMN_NAME as "COLUMN_NAME",
          1111 as "DATA_TYPE", DATA_TYPE as "TYPE_NAME", 0 as "COLUMN_SIZE",
          0 as "DECIMAL_DIGITS", case IS_NULLABLE when 'NO' then 0 else 1 end as "NULLABLE",
          ORDINAL_POSITION as "ORDINAL_POSITION", cast(null as varchar) as "COLUMN_DEF",
          IS_IDENTITY as "IS_AUTOINCREMENT",
          case IS_GENERATED when 'ALWAYS' then 'YES' else 'NO' end as "IS_GENERATEDCOLUMN",
          REMARKS as "REMARKS",
          DATA_TYPE_SQL(TABLE_SCHEMA, TABLE_NAME, 'TABLE', DTD_IDENTIFIER) as "FULL_TYPE",
          DOMAIN_SCHEMA as "USER_TYPE_SCHEMA", DOMAIN_NAME as "USER_TYPE_NAME",
          '' as "USER_TYPE_SUFFIX",
          case IS_NULLABLE when 'NO' then 'YES' else 'NO' end as "NOT_NULL",
          case when IS_IDENTITY = 'NO' and IS_GENERATED = 'NEVER' then COLUMN_DEFAULT end
            as "DEFAULT_TEXT",
          replace(IDENTITY_GENERATION, ' ', '_') as "IDENTITY_MODE",
          cast(IDENTITY_START as varchar) as "IDENTITY_START",
          cast(IDENTITY_INCREMENT as varchar) as "IDENTITY_STEP",
          GENERATION_EXPRESSION as "GENERATED_TEXT", 'NO' as "GENERATED_STORED",
          case when COLLATION_NAME <> 'OFF' then COLLATION_NAME end as "COLLATION_TEXT"
        from INFORMATION_SCHEMA.COLUMNS
        where %s
        order by 2, 3, ORDINAL_POSITION"""
            .formatted(in("TABLE_SCHEMA", schemas)));
  }

  @Override
  public CatalogQuery primaryKeys(Collection<String> schemas) {
    return H2KeyColumns.corrected(
        new CatalogQuery.Sql(
            """
        select TABLE_CATALOG as "TABLE_CAT", TABLE_SCHEMA as "TABLE_SCHEM",
          TABLE_NAME as "TABLE_NAME", COLUMN_NAME as "COLUMN_NAME",
          ORDINAL_POSITION as "KEY_SEQ", CONSTRAINT_NAME as "PK_NAME"
        from (%s)
        where COLUMN_NAME is not null and KIND = 'PRIMARY KEY' and %s
        order by 2, 3, 5"""
                .formatted(keys(), in("TABLE_SCHEMA", schemas))),
        freshness,
        List.of(H2KeyColumns.OWN_KEY));
  }

  @Override
  public CatalogQuery uniqueKeys(Collection<String> schemas) {
    return H2KeyColumns.corrected(
        new CatalogQuery.Sql(
            """
        select TABLE_SCHEMA as "TABLE_SCHEM", TABLE_NAME as "TABLE_NAME",
          CONSTRAINT_NAME as "CONSTRAINT_NAME", COLUMN_NAME as "COLUMN_NAME",
          case NULLS when 'NO' then 'NO' else 'YES' end as "NULLS_DISTINCT",
          'NO' as "DEFERRABLE", 'NO' as "DEFERRED"
        from (%s)
        where COLUMN_NAME is not null and KIND = 'UNIQUE' and %s
        order by 1, 2, 3, ORDINAL_POSITION"""
                .formatted(keys(), in("TABLE_SCHEMA", schemas))),
        freshness,
        List.of(H2KeyColumns.OWN));
  }

  /**
   * The columns of keys, each with what is said of its constraint. H2 joins by nested loops over a
   * schema that it makes up each time it is read; rows laid over each other by a window take one.
   */
  private String keys() {
    return """
        select k.*,
          max(CONSTRAINT_TYPE) over (partition by CONSTRAINT_SCHEMA, CONSTRAINT_NAME) as KIND,
          max(NULLS_DISTINCT) over (partition by CONSTRAINT_SCHEMA, CONSTRAINT_NAME) as NULLS
        from (
          select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_CATALOG, TABLE_SCHEMA, TABLE_NAME,
            COLUMN_NAME, ORDINAL_POSITION, null as CONSTRAINT_TYPE, null as NULLS_DISTINCT
          from INFORMATION_SCHEMA.KEY_COLUMN_USAGE
          union all
          select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_CATALOG, TABLE_SCHEMA, TABLE_NAME,
            null, null, CONSTRAINT_TYPE, %s
          from INFORMATION_SCHEMA.TABLE_CONSTRAINTS) k"""
        .formatted(nullsDistinct(""));
  }

  @Override
  public CatalogQuery checks(Collection<String> schemas) {
    return new CatalogQuery.Sql(
        """
        select max(TABLE_SCHEMA) as "TABLE_SCHEM", max(TABLE_NAME) as "TABLE_NAME",
          CONSTRAINT_NAME as "CONSTRAINT_NAME", max(CHECK_CLAUSE) as "CHECK_TEXT"
        from (
          select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME, null as CHECK_CLAUSE
          from INFORMATION_SCHEMA.TABLE_CONSTRAINTS where CONSTRAINT_TYPE = 'CHECK' and %s
          union all
          select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, null, null, CHECK_CLAUSE
          from INFORMATION_SCHEMA.CHECK_CONSTRAINTS)
        group by CONSTRAINT_SCHEMA, CONSTRAINT_NAME having max(TABLE_NAME) is not null
        order by 1, 2, 3"""
            .formatted(in("TABLE_SCHEMA", schemas)));
  }

  /** Two layers: to a key's columns comes the key referred to, and to that its columns. */
  @Override
  public CatalogQuery foreignKeys(Collection<String> schemas) {
    return H2KeyColumns.corrected(
        new CatalogQuery.Sql(
            """
        select TABLE_SCHEMA as "TABLE_SCHEM", TABLE_NAME as "TABLE_NAME",
          CONSTRAINT_NAME as "CONSTRAINT_NAME", COLUMN_NAME as "COLUMN_NAME",
          TARGET_SCHEMA as "TARGET_SCHEM", TARGET_TABLE as "TARGET_NAME",
          TARGET_COLUMN as "TARGET_COLUMN", KEY_NAME as "TARGET_KEY", DELETE_RULE as "ON_DELETE", UPDATE_RULE as "ON_UPDATE",
          'NO' as "DEFERRABLE", 'NO' as "DEFERRED"
        from (
          select j.*, max(TO_SCHEMA) over (partition by KEY_SCHEMA, KEY_NAME, PLACE) as TARGET_SCHEMA,
            max(TO_TABLE) over (partition by KEY_SCHEMA, KEY_NAME, PLACE) as TARGET_TABLE,
            max(TO_COLUMN) over (partition by KEY_SCHEMA, KEY_NAME, PLACE) as TARGET_COLUMN
          from (
            select KEY_SCHEMA, KEY_NAME, POSITION_IN_UNIQUE_CONSTRAINT as PLACE, TABLE_SCHEMA,
              TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME, ORDINAL_POSITION, DELETE_RULE, UPDATE_RULE,
              null as TO_SCHEMA, null as TO_TABLE, null as TO_COLUMN
            from (%s)
            where COLUMN_NAME is not null and KEY_NAME is not null and %s
            union all
            select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, ORDINAL_POSITION, null,
              null, null, null, null, null, null, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME
            from INFORMATION_SCHEMA.KEY_COLUMN_USAGE) j)
        where CONSTRAINT_NAME is not null
        order by 1, 2, 3, ORDINAL_POSITION"""
                .formatted(REFERENCES, in("TABLE_SCHEMA", schemas))),
        freshness,
        List.of(H2KeyColumns.OWN, H2KeyColumns.TARGET));
  }

  private static final String REFERENCES =
      """
      select f.*,
        max(TO_KEY_SCHEMA) over (partition by CONSTRAINT_SCHEMA, CONSTRAINT_NAME) as KEY_SCHEMA,
        max(TO_KEY) over (partition by CONSTRAINT_SCHEMA, CONSTRAINT_NAME) as KEY_NAME,
        max(ON_DELETE) over (partition by CONSTRAINT_SCHEMA, CONSTRAINT_NAME) as DELETE_RULE,
        max(ON_UPDATE) over (partition by CONSTRAINT_SCHEMA, CONSTRAINT_NAME) as UPDATE_RULE
      from (
        select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME,
          ORDINAL_POSITION, POSITION_IN_UNIQUE_CONSTRAINT,
          null as TO_KEY_SCHEMA, null as TO_KEY, null as ON_DELETE, null as ON_UPDATE
        from INFORMATION_SCHEMA.KEY_COLUMN_USAGE
        union all
        select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, null, null, null, null, null,
          UNIQUE_CONSTRAINT_SCHEMA, UNIQUE_CONSTRAINT_NAME, DELETE_RULE, UPDATE_RULE
        from INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS) f""";

  /** Without an index for it, H2 makes one of its own for a key: it calls that generated. */
  @Override
  public CatalogQuery indexes(Collection<String> schemas) {
    return new CatalogQuery.Sql(
        """
        select i.TABLE_SCHEMA as "TABLE_SCHEM", i.TABLE_NAME as "TABLE_NAME",
          i.INDEX_NAME as "INDEX_NAME",
          case when i.INDEX_TYPE_NAME like 'UNIQUE%%' then 'YES' else 'NO' end as "IS_UNIQUE",
          case when i.INDEX_TYPE_NAME like 'SPATIAL%%' then 'spatial' end as "METHOD",
          cast(null as varchar) as "WHERE_TEXT",
          case %s when 'NO' then 'NO' else 'YES' end as "NULLS_DISTINCT",
          c.COLUMN_NAME as "COLUMN_NAME", cast(null as varchar) as "EXPRESSION",
          case when c.ORDERING_SPECIFICATION is null then 'YES' else 'NO' end as "IS_INCLUDED",
          case c.ORDERING_SPECIFICATION when 'DESC' then 'YES' else 'NO' end as "IS_DESCENDING",
          case when c.ORDERING_SPECIFICATION = 'DESC' and c.NULL_ORDERING = 'FIRST' then 'FIRST'
            when c.ORDERING_SPECIFICATION = 'ASC' and c.NULL_ORDERING = 'LAST' then 'LAST'
            end as "NULLS",
          cast(null as varchar) as "OPERATOR_CLASS", null as "PREFIX_LENGTH"
        from INFORMATION_SCHEMA.INDEXES i
        join INFORMATION_SCHEMA.INDEX_COLUMNS c
          on c.TABLE_NAME = i.TABLE_NAME and c.TABLE_SCHEMA = i.TABLE_SCHEMA
            and c.INDEX_NAME = i.INDEX_NAME and c.INDEX_SCHEMA = i.INDEX_SCHEMA
        where not i.IS_GENERATED and %s
        order by 1, 2, 3, c.ORDINAL_POSITION"""
            .formatted(nullsDistinct("i."), in("i.TABLE_SCHEMA", schemas)));
  }

  /** The limits that H2 takes by itself make room for the start value. */
  @Override
  public CatalogQuery sequences(Collection<String> schemas) {
    return new CatalogQuery.Sql(
        """
        select SEQUENCE_SCHEMA as "SEQUENCE_SCHEMA", SEQUENCE_NAME as "SEQUENCE_NAME",
          cast(START_VALUE as varchar) as "START_VALUE", cast(INCREMENT as varchar) as "INCREMENT",
          case when MINIMUM_VALUE <> case when INCREMENT > 0 then least(1, START_VALUE)
            else -9223372036854775808 end then cast(MINIMUM_VALUE as varchar) end as "MINIMUM",
          case when MAXIMUM_VALUE <> case when INCREMENT > 0 then 9223372036854775807
            else greatest(-1, START_VALUE) end then cast(MAXIMUM_VALUE as varchar) end as "MAXIMUM",
          cast(CACHE as varchar) as "CACHE", CYCLE_OPTION as "IS_CYCLE", 'NO' as "IS_SERIAL"
        from INFORMATION_SCHEMA.SEQUENCES
        where %s
        order by 1, 2"""
            .formatted(in("SEQUENCE_SCHEMA", schemas)));
  }

  /** None: H2 writes an enum out at each column. */
  @Override
  public CatalogQuery enumTypes(Collection<String> schemas) {
    return new CatalogQuery.Sql(
        """
        select '' as "TYPE_SCHEM", '' as "TYPE_NAME", '' as "LABEL" where false""");
  }

  @Override
  public CatalogQuery unmodelled(Collection<String> schemas) {
    return H2Unmodelled.query(in("TABLE_SCHEM", schemas));
  }

  @Override
  public String written(String column, String shown) {
    return H2Letters.written(shown);
  }

  @Override
  public ScratchTables scratch() {
    return new H2Scratch(
        new H2Catalog(version, TEMPORARY_TABLE, " /* " + UUID.randomUUID() + " */"));
  }

  /** H2 2.3 brought the column; unique keys always told rows without a value apart before. */
  private String nullsDistinct(String qualifier) {
    return version.atLeast(2, 3) ? qualifier + "NULLS_DISTINCT" : "'YES'";
  }

  /**
   * H2 answers a query that it has seen before from memory, and does not notice that a temporary
   * table has come since: queries for those are made to differ.
   */
  private String in(String column, Collection<String> schemas) {
    return schemas.stream()
        .map(schema -> "'" + schema.replace("'", "''") + "'")
        .collect(Collectors.joining(", ", column + " in (", ")" + freshness));
  }

  /** Local temporary tables: they end with the connection if they are not dropped before. */
  private record H2Scratch(H2Catalog catalog) implements ScratchTables {

    private static final Pattern CREATE_TABLE =
        Pattern.compile("^create table\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public boolean inTransaction() {
      return false;
    }

    /** The information schema tells tables apart by name alone. */
    @Override
    public boolean mayShareNames() {
      return false;
    }

    @Override
    public List<String> enter() {
      return List.of();
    }

    @Override
    public List<String> leave() {
      return List.of();
    }

    @Override
    public String temporary(String statement) {
      return CREATE_TABLE.matcher(statement).replaceFirst("create local temporary table");
    }

    @Override
    public String schema() {
      return catalog.defaultSchema();
    }
  }
}
