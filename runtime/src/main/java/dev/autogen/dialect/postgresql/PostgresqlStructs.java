package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.CatalogQuery;

/** The composite types of PostgreSQL that stand alone: each table has one as well. */
final class PostgresqlStructs {

  static final CatalogQuery QUERY =
      new CatalogQuery.Sql(
          """
          select n.nspname::text as "TYPE_SCHEM", t.typname::text as "TYPE_NAME",
            a.attname::text as "PART_NAME", format_type(a.atttypid, a.atttypmod) as "PART_TYPE",
            case when pg_type_is_visible(t.oid) then 'YES' else 'NO' end as "IS_VISIBLE"
          from pg_type t
          join pg_class c on c.oid = t.typrelid and c.relkind = 'c'
          join pg_namespace n on n.oid = t.typnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          where n.nspname not in ('pg_catalog', 'information_schema')
          order by 1, 2, a.attnum""");

  private PostgresqlStructs() {}
}
