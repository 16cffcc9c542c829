package dev.autogen.matrix;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What {@code pg_catalog} says, one line for each thing. */
final class PostgresqlCatalog {

  private static final String TABLE = "n.nspname::text || '.' || c.relname::text";

  private static final String OURS =
      " n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')"
          + " and c.relname::text !~ '^autogen_' ";

  private static final List<String> QUERIES =
      List.of(
          """
          select 'schema ' || nspname::text from pg_namespace
          where nspname !~ '^pg_' and nspname <> 'information_schema'
          """,
          "select 'table ' || "
              + TABLE
              + " || ' ' || c.relkind::text || coalesce(' ' || (select string_agg(o, ',' order by o)"
              + "   from unnest(c.reloptions) o), '')"
              + " || coalesce(' comment ' || obj_description(c.oid, 'pg_class'), '')"
              + " || coalesce(' ' || pg_get_partkeydef(c.oid), '')"
              + " || coalesce(' ' || pg_get_expr(c.relpartbound, c.oid), '')"
              + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
              + " where c.relkind in ('r', 'p', 'f') and"
              + OURS,
          "select 'column ' || "
              + TABLE
              + " || '.' || a.attname::text || ' ' || format_type(a.atttypid, a.atttypmod)"
              + " || case when a.attnotnull then ' not null' else '' end"
              + " || coalesce(case when a.attgenerated = '' then ' default ' else ' generated '"
              + "   || a.attgenerated::text || ' ' end || pg_get_expr(d.adbin, d.adrelid), '')"
              + " || case when a.attidentity = '' then '' else ' identity ' || a.attidentity::text end"
              + " || coalesce((select ' numbers ' || p.objid::regclass::text || ' ' || s.seqtypid::regtype::text || ' '"
              + "     || s.seqstart::text || ' ' || s.seqincrement::text || ' ' || s.seqmax::text"
              + "   from pg_depend p join pg_sequence s on s.seqrelid = p.objid"
              + "   where p.refobjid = c.oid and p.refobjsubid = a.attnum"
              + "     and p.deptype in ('i', 'a') and p.classid = 'pg_class'::regclass), '')"
              + " || case when a.attcollation <> t.typcollation"
              + "   then ' collate ' || (select o.collname::text from pg_collation o"
              + "     where o.oid = a.attcollation) else '' end"
              + " || coalesce(' comment ' || col_description(c.oid, a.attnum), '')"
              + " || case when a.attstorage = t.typstorage then '' else ' stored '"
              + "   || a.attstorage::text end"
              + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
              + " join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
              + " join pg_type t on t.oid = a.atttypid"
              + " left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum"
              + " where c.relkind in ('r', 'p') and"
              + OURS,
          "select 'constraint ' || "
              + TABLE
              + " || ' ' || k.conname::text"
              + " || ' ' || pg_get_constraintdef(k.oid)"
              + " || coalesce(' comment ' || obj_description(k.oid, 'pg_constraint'), '')"
              + " from pg_constraint k join pg_class c on c.oid = k.conrelid"
              + " join pg_namespace n on n.oid = c.relnamespace"
              + " where"
              + OURS,
          "select 'index ' || "
              + TABLE
              + " || ' ' || i.relname::text"
              + " || ' ' || regexp_replace(pg_get_indexdef(i.oid), 'INDEX \\S+ ON', 'INDEX ON')"
              + " || case when x.indisvalid then '' else ' INVALID' end"
              + " || coalesce(' comment ' || obj_description(i.oid, 'pg_class'), '')"
              + " from pg_index x join pg_class i on i.oid = x.indexrelid"
              + " join pg_class c on c.oid = x.indrelid"
              + " join pg_namespace n on n.oid = c.relnamespace"
              + " where not exists (select 1 from pg_constraint k where k.conindid = i.oid"
              + "   and k.contype in ('p', 'u', 'x')) and"
              + OURS,
          "select 'sequence ' || "
              + TABLE
              + " || ' ' || s.seqtypid::regtype::text || ' ' || s.seqstart::text || ' '"
              + " || s.seqincrement::text || ' ' || s.seqmin::text || ' ' || s.seqmax::text"
              + " || ' ' || s.seqcache::text || ' ' || s.seqcycle::text"
              + " from pg_sequence s join pg_class c on c.oid = s.seqrelid"
              + " join pg_namespace n on n.oid = c.relnamespace"
              + " where not exists (select 1 from pg_depend p where p.objid = c.oid"
              + "   and p.deptype in ('i', 'a') and p.classid = 'pg_class'::regclass) and"
              + OURS,
          """
          select 'enum ' || t.oid::regtype::text || ' '
            || (select string_agg(e.enumlabel::text, ',' order by e.enumsortorder)
                from pg_enum e where e.enumtypid = t.oid)
            || ' casts ' || (select count(*) from pg_cast k
                where k.castsource = t.oid or k.casttarget = t.oid)::text
          from pg_type t where t.typtype = 'e'
          """,
          """
          select 'struct ' || t.oid::regtype::text || ' '
            || (select string_agg(a.attname::text || ' ' || format_type(a.atttypid, a.atttypmod),
                ', ' order by a.attnum) from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
          from pg_type t join pg_class c on c.oid = t.typrelid and c.relkind = 'c'
          join pg_namespace n on n.oid = t.typnamespace
          where n.nspname not in ('pg_catalog', 'information_schema')
          """,
          "select 'view ' || "
              + TABLE
              + " || ' ' || pg_get_viewdef(c.oid)"
              + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
              + " where c.relkind in ('v', 'm') and"
              + OURS,
          "select 'rule ' || pg_get_ruledef(r.oid)"
              + " from pg_rewrite r join pg_class c on c.oid = r.ev_class"
              + " join pg_namespace n on n.oid = c.relnamespace"
              + " where r.rulename <> '_RETURN' and"
              + OURS,
          "select 'statistics ' || pg_get_statisticsobjdef(oid) from pg_statistic_ext",
          """
          select 'trigger ' || tgrelid::regclass::text || ' ' || pg_get_triggerdef(oid)
          from pg_trigger where not tgisinternal
          """,
          """
          select 'function ' || p.oid::regprocedure::text from pg_proc p
          join pg_namespace n on n.oid = p.pronamespace
          where n.nspname not in ('pg_catalog', 'information_schema')
          """);

  private PostgresqlCatalog() {}

  static List<String> lines(Statement statement) throws SQLException {
    List<String> lines = new ArrayList<>();
    for (String query : QUERIES) {
      lines.addAll(Catalog.query(statement, query));
    }
    return lines;
  }
}
