package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.CatalogQuery;
import dev.autogen.dialect.CatalogRow;
import dev.autogen.dialect.Dialect;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands in the way of a column's new type, or of one that is made anew, though it is nobody's
 * business here: views and what is built on them, rules, triggers and policies that speak of the
 * column. PostgreSQL wants them gone before, so they are dropped and made again as they were, in
 * the same transaction: their definition, owner, privileges, comments, indexes and triggers.
 *
 * <p>Never cascades: what is built on them besides, such as a function that returns rows of a view,
 * makes the database refuse.
 */
record PostgresqlDependents(Dialect dialect) {

  /** A column that takes another type, or is dropped and made again. */
  record Retyped(QualifiedName table, String column) {}

  /**
   * The statements with what has to go before them and to come back after them.
   *
   * @param connection reads only
   */
  List<String> around(List<String> statements, Collection<Retyped> columns, Connection connection)
      throws SQLException {
    List<CatalogRow> rows = new CatalogQuery.Sql(query(columns)).rows(connection);
    List<String> all = new ArrayList<>();
    rows.stream().filter(row -> row.yes("BEFORE")).forEach(row -> all.add(row.text("STATEMENT")));
    all.addAll(statements);
    rows.stream().filter(row -> !row.yes("BEFORE")).forEach(row -> all.add(row.text("STATEMENT")));
    return all;
  }

  private String query(Collection<Retyped> columns) {
    return SQL.formatted(columns.stream().map(this::row).collect(Collectors.joining(", ")));
  }

  private String row(Retyped column) {
    return "(to_regclass(%s)::oid, %s)"
        .formatted(
            dialect.literal(dialect.identifier(column.table())),
            dialect.literal(dialect.toDatabase(column.column())));
  }

  /**
   * Each statement with its place: what is built on views goes before them, and comes back after
   * them. A view that several paths lead to is as deep as the longest.
   */
  private static final String SQL =
      """
      with recursive target as (
        select a.attrelid as relid, a.attnum
        from (values %s) as named (relid, attname)
        join pg_attribute a on a.attrelid = named.relid and a.attname = named.attname
      ),
      deep as (
        select r.ev_class as oid, 1 as depth
        from target t
        join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = t.relid
          and d.refobjsubid = t.attnum and d.classid = 'pg_rewrite'::regclass
        join pg_rewrite r on r.oid = d.objid and r.rulename = '_RETURN'
        union
        select r.ev_class, deep.depth + 1
        from deep
        join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = deep.oid
          and d.classid = 'pg_rewrite'::regclass
        join pg_rewrite r on r.oid = d.objid and r.rulename = '_RETURN' and r.ev_class <> deep.oid
      ),
      view as (
        select c.*, d.depth,
          case c.relkind when 'm' then 'materialized view' else 'view' end as kind,
          format('%%I.%%I', n.nspname, c.relname) as name
        from (select oid, max(depth) as depth from deep group by oid) d
        join pg_class c on c.oid = d.oid join pg_namespace n on n.oid = c.relnamespace
      ),
      rule as (
        select distinct r.oid, format('%%I on %%s', r.rulename, r.ev_class::regclass) as name
        from pg_rewrite r
        where r.rulename <> '_RETURN' and (
          r.ev_class in (select oid from view)
          or exists (select from target t join pg_depend d
            on d.refclassid = 'pg_class'::regclass and d.refobjid = t.relid
              and d.refobjsubid = t.attnum and d.classid = 'pg_rewrite'::regclass
              and d.objid = r.oid))
      ),
      trig as (
        select g.*, format('%%I on %%s', g.tgname, g.tgrelid::regclass) as name
        from pg_trigger g
        where not g.tgisinternal and (
          g.tgrelid in (select oid from view)
          or exists (select from target t join pg_depend d
            on d.refclassid = 'pg_class'::regclass and d.refobjid = t.relid
              and d.refobjsubid = t.attnum and d.classid = 'pg_trigger'::regclass
              and d.objid = g.oid))
      ),
      policy as (
        select p.*, format('%%I on %%s', p.polname, p.polrelid::regclass) as name
        from pg_policy p
        where exists (select from target t join pg_depend d
          on d.refclassid = 'pg_class'::regclass and d.refobjid = t.relid
            and d.refobjsubid = t.attnum and d.classid = 'pg_policy'::regclass
            and d.objid = p.oid)
      ),
      statement (before, place, text) as (
        select true, 1, 'drop trigger ' || name from trig
        union all select true, 2, 'drop policy ' || name from policy
        union all select true, 3, 'drop rule ' || name from rule
        union all select true, 1000 - depth, 'drop ' || kind || ' ' || name from view
        union all
        select false, depth * 10, 'create ' || kind || ' ' || name
          || coalesce(' with (' || array_to_string(reloptions, ', ') || ')', '') || ' as '
          || rtrim(pg_get_viewdef(oid), ';')
          || case when relkind = 'm' and not relispopulated then ' with no data' else '' end
        from view
        union all
        select false, depth * 10 + 1, 'alter ' || kind || ' ' || name || ' owner to '
          || quote_ident(pg_get_userbyid(relowner))
        from view where pg_get_userbyid(relowner) <> current_user
        union all
        select false, depth * 10 + 2, format('grant %%s on %%s to %%s%%s', a.privilege_type, name,
          case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end,
          case when a.is_grantable then ' with grant option' else '' end)
        from view, aclexplode(relacl) a where a.grantee <> relowner
        union all
        select false, depth * 10 + 2, format('grant %%s (%%I) on %%s to %%s%%s', x.privilege_type,
          a.attname, name,
          case x.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(x.grantee)) end,
          case when x.is_grantable then ' with grant option' else '' end)
        from view join pg_attribute a on a.attrelid = view.oid, aclexplode(a.attacl) x
        union all
        select false, depth * 10 + 3, format('comment on %%s %%s is %%L', kind, name, d.description)
        from view join pg_description d
          on d.objoid = view.oid and d.classoid = 'pg_class'::regclass and d.objsubid = 0
        union all
        select false, depth * 10 + 3,
          format('comment on column %%s.%%I is %%L', name, a.attname, d.description)
        from view join pg_description d
          on d.objoid = view.oid and d.classoid = 'pg_class'::regclass and d.objsubid > 0
        join pg_attribute a on a.attrelid = view.oid and a.attnum = d.objsubid
        union all
        select false, depth * 10 + 3, format('alter view %%s alter column %%I set default %%s', name,
          a.attname, pg_get_expr(f.adbin, f.adrelid))
        from view join pg_attrdef f on f.adrelid = view.oid
        join pg_attribute a on a.attrelid = view.oid and a.attnum = f.adnum
        union all
        select false, depth * 10 + 4, pg_get_indexdef(i.indexrelid)
        from view join pg_index i on i.indrelid = view.oid
        union all select false, 100001, rtrim(pg_get_ruledef(oid), ';') from rule
        union all select false, 100002, pg_get_triggerdef(oid) from trig
        union all
        select false, 100003, format('alter table %%s %%s trigger %%I', tgrelid::regclass,
          case tgenabled when 'D' then 'disable' when 'A' then 'enable always'
            else 'enable replica' end, tgname)
        from trig where tgenabled <> 'O'
        union all
        select false, 100003, format('comment on trigger %%s is %%L', name, d.description)
        from trig join pg_description d
          on d.objoid = trig.oid and d.classoid = 'pg_trigger'::regclass
        union all
        select false, 100002, format('create policy %%s as %%s for %%s to %%s%%s%%s', name,
          case when polpermissive then 'permissive' else 'restrictive' end,
          case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
            when 'd' then 'delete' else 'all' end,
          (select string_agg(case r when 0 then 'public' else quote_ident(pg_get_userbyid(r)) end,
            ', ') from unnest(polroles) r),
          coalesce(' using (' || pg_get_expr(polqual, polrelid) || ')', ''),
          coalesce(' with check (' || pg_get_expr(polwithcheck, polrelid) || ')', ''))
        from policy
        union all
        select false, 100003, format('comment on policy %%s is %%L', name, d.description)
        from policy join pg_description d
          on d.objoid = policy.oid and d.classoid = 'pg_policy'::regclass
      )
      select case when before then 'YES' else 'NO' end as "BEFORE", text as "STATEMENT"
      from statement order by before desc, place, text""";
}
