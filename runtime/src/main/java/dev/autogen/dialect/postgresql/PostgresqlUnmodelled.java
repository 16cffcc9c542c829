package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.CatalogQuery;
import java.util.List;

/**
 * What PostgreSQL knows of tables, columns, keys, indexes, sequences and enum types beyond the
 * model.
 */
final class PostgresqlUnmodelled {

  private static final String TABLE = "n.nspname::text, c.relname::text, 'TABLE', '', ";
  private static final String OF_TABLE =
      " from pg_class c join pg_namespace n on n.oid = c.relnamespace";
  private static final String TABLES = " where c.relkind in ('r', 'p') and %1$s";

  /** What stands before a name as SQL. */
  private static final String SCHEMA =
      "case when n.nspname = current_schema() then '' else quote_ident(n.nspname) || '.' end";

  private static final String NAME = SCHEMA + " || quote_ident(c.relname)";
  private static final String ALTER = "'alter table ' || " + NAME + " || ";

  /** Each with the statement that gives the thing back, where there is one. */
  private static final List<String> PARTS =
      List.of(
          TABLE
              + "'trigger ' || g.tgname::text,"
              + " case when g.tgenabled::text = 'O' then pg_get_triggerdef(g.oid, true) end"
              + OF_TABLE
              + " join pg_trigger g on g.tgrelid = c.oid and not g.tgisinternal"
              + TABLES,
          TABLE
              + "'policy ' || p.polname::text, null"
              + OF_TABLE
              + " join pg_policy p on p.polrelid = c.oid"
              + TABLES,
          TABLE
              + "'rule ' || r.rulename::text,"
              + " case when r.ev_enabled::text = 'O' then rtrim(pg_get_ruledef(r.oid), ';') end"
              + OF_TABLE
              + " join pg_rewrite r on r.ev_class = c.oid"
              + TABLES,
          TABLE
              + "'exclusion constraint ' || k.conname::text, "
              + ALTER
              + "' add constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid)"
              + OF_TABLE
              + " join pg_constraint k on k.conrelid = c.oid and k.contype = 'x'"
              + TABLES,
          TABLE
              + "'extended statistics ' || x.stxname::text, pg_get_statisticsobjdef(x.oid)"
              + OF_TABLE
              + " join pg_statistic_ext x on x.stxrelid = c.oid"
              + TABLES,
          TABLE
              + "'privileges granted on it', null"
              + OF_TABLE
              + TABLES
              + " and c.relacl is not null",
          TABLE
              + "'that it is not logged', "
              + ALTER
              + "' set unlogged'"
              + OF_TABLE
              + TABLES
              + " and c.relpersistence::text = 'u'",
          """
          n.nspname::text, c.relname::text, 'COLUMN', a.attname::text, v.detail, v.restored
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          join pg_type t on t.oid = a.atttypid
          left join pg_depend d on d.refobjid = c.oid and d.refobjsubid = a.attnum
            and d.refclassid = 'pg_class'::regclass and d.classid = 'pg_class'::regclass
            and d.deptype::text in ('i', 'a')
          left join pg_sequence s on s.seqrelid = d.objid
          cross join lateral (select %2$s || ' alter column ' || quote_ident(a.attname) || ' set ')
            as o(alter_)
          cross join lateral (values
            (case when a.attacl is not null then 'privileges granted on it' end, null),
            (case when a.attstorage::text <> t.typstorage::text then 'how it is stored' end,
              o.alter_ || 'storage ' || case a.attstorage::text when 'p' then 'plain'
                when 'e' then 'external' when 'm' then 'main' else 'extended' end),
            (case when a.attoptions is not null then 'its options' end,
              o.alter_ || '(' || array_to_string(a.attoptions, ', ') || ')'),
            (case when s.seqcycle or s.seqcache <> 1 or s.seqmin <> least(1, s.seqstart)
              then 'the limits or the cache of its numbers' end, null),
            (case when obj_description(s.seqrelid, 'pg_class') is not null
              then 'the comment of its sequence' end, null),
            ((select 'exclusion constraint ' || k.conname::text from pg_constraint k
              where k.conrelid = c.oid and k.contype::text = 'x' and a.attnum = any(k.conkey)
              limit 1), null),
            ((select 'extended statistics ' || x.stxname::text from pg_statistic_ext x
              where x.stxrelid = c.oid and a.attnum = any(x.stxkeys::int2[]) limit 1), null))
            as v(detail, restored)
          where v.detail is not null and c.relkind in ('r', 'p') and %1$s""",
          """
          n.nspname::text, c.relname::text, 'CONSTRAINT', k.conname::text, v.detail, v.restored
          from pg_constraint k join pg_class c on c.oid = k.conrelid
          join pg_namespace n on n.oid = c.relnamespace
          left join pg_class i on i.oid = k.conindid and k.contype::text in ('p', 'u')
          cross join lateral (values
            ('its comment ' || quote_literal(obj_description(k.oid, 'pg_constraint')),
              'comment on constraint ' || quote_ident(k.conname) || ' on ' || %3$s || ' is '
                || quote_literal(obj_description(k.oid, 'pg_constraint'))),
            ('that it is' || (regexp_match(pg_get_constraintdef(k.oid), case k.contype::text
              when 'c' then '((?: NO INHERIT| NOT VALID| NOT ENFORCED)+)$'
              else '( MATCH FULL| NOT VALID| NOT ENFORCED| INCLUDE \\(.*?\\)| WITHOUT OVERLAPS'
                || '| SET NULL \\(.*?\\)| SET DEFAULT \\(.*?\\))' end))[1], null),
            ('storage options ' || array_to_string(i.reloptions, ', '), %4$s),
            (case when i.reltablespace <> 0 then 'its tablespace' end, null))
            as v(detail, restored)
          where v.detail is not null and k.contype::text in ('p', 'u', 'f', 'c') and %1$s""",
          """
          n.nspname::text, c.relname::text, 'INDEX', i.relname::text, v.detail, v.restored
          from pg_index x join pg_class i on i.oid = x.indexrelid
          join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
          cross join lateral (values
            ('its comment ' || quote_literal(obj_description(i.oid, 'pg_class')),
              'comment on index ' || %5$s || quote_ident(i.relname) || ' is '
                || quote_literal(obj_description(i.oid, 'pg_class'))),
            ('storage options ' || array_to_string(i.reloptions, ', '), %4$s),
            (case when i.reltablespace <> 0 then 'its tablespace' end, null),
            (case when x.indisclustered then 'that its table is clustered by it' end,
              %2$s || ' cluster on ' || quote_ident(i.relname)),
            (case when x.indisreplident then 'that replication identifies rows by it' end,
              %2$s || ' replica identity using index ' || quote_ident(i.relname)),
            ((select 'the collation of ' || a.attname::text
              from unnest(x.indkey::int2[], x.indcollation::oid[]) u(num, collation_)
              join pg_attribute a on a.attrelid = c.oid and a.attnum = u.num
              where u.collation_ <> 0 and u.collation_ <> a.attcollation limit 1), null))
            as v(detail, restored)
          where v.detail is not null and %1$s
            and not exists (select from pg_constraint k where k.conindid = i.oid
              and k.contype::text in ('p', 'u', 'x'))""",
          """
          n.nspname::text, c.relname::text, 'SEQUENCE', '', v.detail, v.restored
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          join pg_sequence s on s.seqrelid = c.oid
          cross join lateral (values
            ('its comment ' || quote_literal(obj_description(c.oid, 'pg_class')),
              'comment on sequence ' || %3$s || ' is '
                || quote_literal(obj_description(c.oid, 'pg_class'))),
            (case when s.seqtypid <> 'bigint'::regtype
              then 'its type ' || format_type(s.seqtypid, null) end, null),
            (case when c.relacl is not null then 'privileges granted on it' end, null))
            as v(detail, restored)
          where v.detail is not null and %1$s
            and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass
              and d.objid = c.oid and d.deptype::text = 'i')""",
          """
          n.nspname::text, t.typname::text, 'ENUM_TYPE', '', v.detail, v.restored
          from pg_type t join pg_namespace n on n.oid = t.typnamespace
          cross join lateral (values
            ('its comment ' || quote_literal(obj_description(t.oid, 'pg_type')),
              'comment on type ' || %5$s || quote_ident(t.typname) || ' is '
                || quote_literal(obj_description(t.oid, 'pg_type'))),
            (case when t.typacl is not null then 'privileges granted on it' end, null),
            ((select 'a cast of another kind' from pg_cast k
              where t.oid in (k.castsource, k.casttarget)
                and not ('varchar'::regtype in (k.castsource, k.casttarget)
                  and k.castcontext::text = 'i' and k.castmethod::text = 'i')
              limit 1), null)) as v(detail, restored)
          where v.detail is not null and t.typtype::text = 'e' and %1$s""");

  private static final String INDEX_OPTIONS =
      "'alter index ' || "
          + SCHEMA
          + " || quote_ident(i.relname) || ' set (' || array_to_string(i.reloptions, ', ') || ')'";

  private PostgresqlUnmodelled() {}

  /**
   * @param inSchemas the condition that {@code n.nspname} is one of the schemas
   */
  static CatalogQuery query(String inSchemas) {
    StringBuilder sql =
        new StringBuilder(
            "select null::text as \"TABLE_SCHEM\", null::text as \"TABLE_NAME\","
                + " null::text as \"OBJECT_KIND\", null::text as \"OBJECT_NAME\","
                + " null::text as \"DETAIL\", null::text as \"RESTORED_BY\" where false");
    for (String part : PARTS) {
      sql.append("\nunion all select ")
          .append(
              part.replace("%1$s", inSchemas)
                  .replace("%2$s", "'alter table ' || " + NAME)
                  .replace("%3$s", NAME)
                  .replace("%4$s", INDEX_OPTIONS)
                  .replace("%5$s", SCHEMA));
    }
    return new CatalogQuery.Sql(sql + "\norder by 1, 2, 3, 4, 5");
  }
}
