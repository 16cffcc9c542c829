package dev.autogen.dialect.h2;

import dev.autogen.dialect.CatalogQuery;

/** What H2 knows of tables, columns, keys, indexes and sequences beyond the model. */
final class H2Unmodelled {

  private static final String SQL =
      """
      select "TABLE_SCHEM", "TABLE_NAME", "OBJECT_KIND", "OBJECT_NAME", "DETAIL" from (
        select EVENT_OBJECT_SCHEMA as "TABLE_SCHEM", EVENT_OBJECT_TABLE as "TABLE_NAME",
          'TABLE' as "OBJECT_KIND", '' as "OBJECT_NAME", 'trigger ' || TRIGGER_NAME as "DETAIL"
        from INFORMATION_SCHEMA.TRIGGERS
        union all select TABLE_SCHEMA, TABLE_NAME, 'TABLE', '', 'privileges of ' || GRANTEE
        from INFORMATION_SCHEMA.RIGHTS where TABLE_NAME is not null
        union all select TABLE_SCHEMA, TABLE_NAME, 'INDEX', INDEX_NAME, 'its comment ' || REMARKS
        from INFORMATION_SCHEMA.INDEXES where REMARKS is not null
        union all select TABLE_SCHEMA, TABLE_NAME, 'CONSTRAINT', CONSTRAINT_NAME,
          'its comment ' || REMARKS
        from INFORMATION_SCHEMA.TABLE_CONSTRAINTS where REMARKS is not null
        union all select SEQUENCE_SCHEMA, SEQUENCE_NAME, 'SEQUENCE', '', 'its comment ' || REMARKS
        from INFORMATION_SCHEMA.SEQUENCES where REMARKS is not null
        union all select SEQUENCE_SCHEMA, SEQUENCE_NAME, 'SEQUENCE', '', 'its type ' || DATA_TYPE
        from INFORMATION_SCHEMA.SEQUENCES where DATA_TYPE <> 'BIGINT'
        union all select TABLE_SCHEMA, TABLE_NAME, 'COLUMN', COLUMN_NAME,
          'what it becomes on update: ' || COLUMN_ON_UPDATE
        from INFORMATION_SCHEMA.COLUMNS where COLUMN_ON_UPDATE is not null
        union all select TABLE_SCHEMA, TABLE_NAME, 'COLUMN', COLUMN_NAME, 'that it is invisible'
        from INFORMATION_SCHEMA.COLUMNS where not IS_VISIBLE
        union all select TABLE_SCHEMA, TABLE_NAME, 'COLUMN', COLUMN_NAME,
          'the limits or the cache of its numbers'
        from INFORMATION_SCHEMA.COLUMNS
        where IDENTITY_CYCLE = 'YES' or IDENTITY_CACHE <> 32)
      where %s
      order by 1, 2, 3, 4, 5""";

  private H2Unmodelled() {}

  /**
   * @param inSchemas the condition that the schema is one of those looked at
   */
  static CatalogQuery query(String inSchemas) {
    return new CatalogQuery.Sql(
        SQL.formatted(inSchemas.replace("TABLE_SCHEM in", "\"TABLE_SCHEM\" in")));
  }
}
