package dev.autogen.dialect.h2;

import dev.autogen.dialect.CatalogQuery;
import java.util.List;

/** What H2 knows of tables, columns, keys, indexes and sequences beyond the model. */
final class H2Unmodelled {

  private static final String COLUMN =
      "'alter table ' || "
          + name("TABLE_SCHEMA", "TABLE_NAME")
          + " || ' alter column ' || "
          + quoted("COLUMN_NAME");

  /** Each with the statement that gives the thing back. */
  private static final List<String> PARTS =
      List.of(
          """
          EVENT_OBJECT_SCHEMA as "TABLE_SCHEM", EVENT_OBJECT_TABLE as "TABLE_NAME",
            'TABLE' as "OBJECT_KIND", '' as "OBJECT_NAME", 'trigger ' || TRIGGER_NAME as "DETAIL",
            cast(null as varchar) as "RESTORED_BY"
          from INFORMATION_SCHEMA.TRIGGERS""",
          """
          TABLE_SCHEMA, TABLE_NAME, 'TABLE', '', 'privileges of ' || GRANTEE, null
          from INFORMATION_SCHEMA.RIGHTS where TABLE_NAME is not null""",
          """
          TABLE_SCHEMA, TABLE_NAME, 'INDEX', INDEX_NAME, 'its comment ' || REMARKS, %s
          from INFORMATION_SCHEMA.INDEXES where REMARKS is not null"""
              .formatted(comment("index", name("INDEX_SCHEMA", "INDEX_NAME"))),
          """
          TABLE_SCHEMA, TABLE_NAME, 'CONSTRAINT', CONSTRAINT_NAME, 'its comment ' || REMARKS, %s
          from INFORMATION_SCHEMA.TABLE_CONSTRAINTS where REMARKS is not null"""
              .formatted(comment("constraint", name("CONSTRAINT_SCHEMA", "CONSTRAINT_NAME"))),
          """
          SEQUENCE_SCHEMA, SEQUENCE_NAME, 'SEQUENCE', '', 'its comment ' || REMARKS, %s
          from INFORMATION_SCHEMA.SEQUENCES where REMARKS is not null"""
              .formatted(comment("sequence", name("SEQUENCE_SCHEMA", "SEQUENCE_NAME"))),
          """
          SEQUENCE_SCHEMA, SEQUENCE_NAME, 'SEQUENCE', '', 'its type ' || DATA_TYPE, null
          from INFORMATION_SCHEMA.SEQUENCES where DATA_TYPE <> 'BIGINT'""",
          """
          TABLE_SCHEMA, TABLE_NAME, 'COLUMN', COLUMN_NAME,
            'what it becomes on update: ' || COLUMN_ON_UPDATE,
            %s || ' set on update ' || COLUMN_ON_UPDATE
          from INFORMATION_SCHEMA.COLUMNS where COLUMN_ON_UPDATE is not null"""
              .formatted(COLUMN),
          """
          TABLE_SCHEMA, TABLE_NAME, 'COLUMN', COLUMN_NAME, 'that it is invisible',
            %s || ' set invisible'
          from INFORMATION_SCHEMA.COLUMNS where not IS_VISIBLE"""
              .formatted(COLUMN),
          """
          TABLE_SCHEMA, TABLE_NAME, 'COLUMN', COLUMN_NAME, 'that its type is written FLOAT',
            %s || ' set data type float'
              || coalesce('(' || DECLARED_NUMERIC_PRECISION || ')', '')
          from INFORMATION_SCHEMA.COLUMNS where DECLARED_DATA_TYPE = 'FLOAT'
            and coalesce(DECLARED_NUMERIC_PRECISION, 0) not in (24, 53)"""
              .formatted(COLUMN),
          """
          TABLE_SCHEMA, TABLE_NAME, 'COLUMN', COLUMN_NAME,
            'that its type is written ' || DECLARED_DATA_TYPE,
            %s || ' set data type ' || DECLARED_DATA_TYPE
          from INFORMATION_SCHEMA.COLUMNS
          where DECLARED_DATA_TYPE in ('DOUBLE PRECISION', 'REAL')"""
              .formatted(COLUMN),
          """
          TABLE_SCHEMA, TABLE_NAME, 'COLUMN', COLUMN_NAME,
            'the limits or the cache of its numbers', null
          from INFORMATION_SCHEMA.COLUMNS
          where IDENTITY_CYCLE = 'YES' or IDENTITY_CACHE <> 32""");

  private static final String SQL =
      """
      select "TABLE_SCHEM", "TABLE_NAME", "OBJECT_KIND", "OBJECT_NAME", "DETAIL", "RESTORED_BY"
      from (select %s)
      where %s
      order by 1, 2, 3, 4, 5""";

  private static String name(String schema, String name) {
    return "case when %s = schema() then '' else %s || '.' end || %s"
        .formatted(schema, quoted(schema), quoted(name));
  }

  private static String quoted(String column) {
    return "'\"' || replace(" + column + ", '\"', '\"\"') || '\"'";
  }

  private static String comment(String kind, String name) {
    return "'comment on %s ' || %s || ' is ''' || replace(REMARKS, '''', '''''') || ''''"
        .formatted(kind, name);
  }

  private H2Unmodelled() {}

  /**
   * @param inSchemas the condition that the schema is one of those looked at
   */
  static CatalogQuery query(String inSchemas) {
    return new CatalogQuery.Sql(
        SQL.formatted(
            String.join("\nunion all select ", PARTS),
            inSchemas.replace("TABLE_SCHEM in", "\"TABLE_SCHEM\" in")));
  }
}
