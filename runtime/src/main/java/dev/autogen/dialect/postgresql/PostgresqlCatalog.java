package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.CatalogQueries;
import dev.autogen.dialect.CatalogQuery;
import dev.autogen.dialect.DatabaseVersion;
import dev.autogen.dialect.ScratchTables;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * PostgreSQL's catalog, one query for each kind of object, from version 12 on.
 *
 * <p>Text of the catalog's own types is cast wherever it is put together: the implicit casts that
 * Hibernate makes for enum types leave {@code 'x' || attidentity} ambiguous.
 */
final class PostgresqlCatalog implements CatalogQueries {

  /** PostgreSQL 15 brought NULLS NOT DISTINCT. */
  private static final int NULLS_NOT_DISTINCT = 15;

  private final DatabaseVersion version;

  PostgresqlCatalog(DatabaseVersion version) {
    this.version = version;
  }

  @Override
  public String defaultSchema() {
    return "select current_schema()::text";
  }

  @Override
  public CatalogQuery namespaces() {
    return new CatalogQuery.Sql(
        """
        select nspname::text as "SCHEMA_NAME" from pg_namespace
        where nspname !~ '^pg_' and nspname <> 'information_schema' order by 1""");
  }

  @Override
  public CatalogQuery tables(Collection<String> schemas) {
    return new CatalogQuery.Sql(
        """
        select current_database()::text as "TABLE_CAT", n.nspname::text as "TABLE_SCHEM",
          c.relname::text as "TABLE_NAME", 'TABLE' as "TABLE_TYPE", d.description as "REMARKS",
          case when c.relkind = 'p' or exists (
            select from pg_inherits h where c.oid in (h.inhparent, h.inhrelid))
            then 'YES' else 'NO' end as "IS_PARTITIONED",
          pg_get_partkeydef(c.oid) as "PARTITION_KEY"
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        left join pg_description d
          on d.objoid = c.oid and d.classoid = 'pg_class'::regclass and d.objsubid = 0
        where c.relkind in ('r', 'p') and not c.relispartition and %s and %s
        order by 2, 3"""
            .formatted(in(schemas), notOfExtension("pg_class", "c.oid")));
  }

  @Override
  public CatalogQuery tableDetails(Collection<String> schemas) {
    return PostgresqlTableOptions.query(in(schemas));
  }

  @Override
  public CatalogQuery structTypes() {
    return PostgresqlStructs.QUERY;
  }

  /**
   * A serial column is one whose default is the next value of a sequence that belongs to it. The
   * catalog links an identity's sequence internally ({@code i}), a serial's automatically ({@code
   * a}).
   */
  @Override
  public CatalogQuery columns(Collection<String> schemas) {
    return new CatalogQuery.Sql(
        """
        with owned as (
          select d.refobjid as relid, d.refobjsubid as attnum, d.deptype::text as how,
            d.objid as seqid, s.seqstart, s.seqincrement
          from pg_depend d join pg_sequence s on s.seqrelid = d.objid
          where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
            and d.deptype in ('a', 'i') and d.refobjsubid > 0),
        serial as (
          select o.relid, o.attnum, min(o.seqstart) as seqstart, min(o.seqincrement) as seqincrement
          from owned o
          join pg_attrdef ad on ad.adrelid = o.relid and ad.adnum = o.attnum
          join pg_depend x on x.classid = 'pg_attrdef'::regclass and x.objid = ad.oid
            and x.refclassid = 'pg_class'::regclass and x.refobjid = o.seqid
          where o.how = 'a' and pg_get_expr(ad.adbin, ad.adrelid) ~ '^nextval\\(''[^()]*''::regclass\\)$'
          group by 1, 2)
        select current_database()::text as "TABLE_CAT", n.nspname::text as "TABLE_SCHEM",
          c.relname::text as "TABLE_NAME", a.attname::text as "COLUMN_NAME",
          1111 as "DATA_TYPE", t.typname::text as "TYPE_NAME", 0 as "COLUMN_SIZE",
          0 as "DECIMAL_DIGITS", case when a.attnotnull then 0 else 1 end as "NULLABLE",
          a.attnum::int as "ORDINAL_POSITION", null::text as "COLUMN_DEF",
          case when a.attidentity::text <> '' or s.relid is not null then 'YES' else 'NO' end
            as "IS_AUTOINCREMENT",
          case when a.attgenerated::text <> '' then 'YES' else 'NO' end as "IS_GENERATEDCOLUMN",
          cd.description as "REMARKS",
          format_type(a.atttypid, a.atttypmod) as "FULL_TYPE",
          case when et.typtype in ('d', 'e') then en.nspname::text end as "USER_TYPE_SCHEMA",
          case when et.typtype in ('d', 'e') then et.typname::text end as "USER_TYPE_NAME",
          case when et.oid <> t.oid then '[]' else '' end as "USER_TYPE_SUFFIX",
          case when a.attnotnull then 'YES' else 'NO' end as "NOT_NULL",
          case when s.relid is null and a.attgenerated::text = '' then pg_get_expr(ad.adbin, ad.adrelid)
            end as "DEFAULT_TEXT",
          case when a.attidentity = 'a' then 'ALWAYS' when a.attidentity = 'd' then 'BY_DEFAULT'
            when s.relid is not null then 'SERIAL' end as "IDENTITY_MODE",
          coalesce(i.seqstart, s.seqstart)::text as "IDENTITY_START",
          coalesce(i.seqincrement, s.seqincrement)::text as "IDENTITY_STEP",
          case when a.attgenerated::text <> '' then pg_get_expr(ad.adbin, ad.adrelid) end
            as "GENERATED_TEXT",
          case when a.attgenerated = 's' then 'YES' else 'NO' end as "GENERATED_STORED",
          case when a.attcollation <> 0 and a.attcollation <> t.typcollation
            then co.collname::text end as "COLLATION_TEXT"
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid
        join pg_namespace n on n.oid = c.relnamespace
        join pg_type t on t.oid = a.atttypid
        join pg_type et
          on et.oid = case when t.typcategory = 'A' and t.typelem <> 0 then t.typelem else t.oid end
        join pg_namespace en on en.oid = et.typnamespace
        left join pg_attrdef ad on ad.adrelid = a.attrelid and ad.adnum = a.attnum
        left join pg_collation co on co.oid = a.attcollation
        left join pg_description cd on cd.objoid = c.oid
          and cd.classoid = 'pg_class'::regclass and cd.objsubid = a.attnum
        left join serial s on s.relid = c.oid and s.attnum = a.attnum
        left join owned i on i.relid = c.oid and i.attnum = a.attnum and i.how = 'i'
        where a.attnum > 0 and not a.attisdropped
          and c.relkind in ('r', 'p') and not c.relispartition and %s
        order by 2, 3, a.attnum"""
            .formatted(in(schemas)));
  }

  @Override
  public CatalogQuery primaryKeys(Collection<String> schemas) {
    return new CatalogQuery.Sql(
        """
        select current_database()::text as "TABLE_CAT", n.nspname::text as "TABLE_SCHEM",
          c.relname::text as "TABLE_NAME", a.attname::text as "COLUMN_NAME",
          k.place::int as "KEY_SEQ", con.conname::text as "PK_NAME"
        from pg_constraint con
        join pg_class c on c.oid = con.conrelid
        join pg_namespace n on n.oid = c.relnamespace
        cross join lateral unnest(con.conkey) with ordinality k(num, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num
        where con.contype = 'p' and not c.relispartition and %s
        order by 2, 3, 5"""
            .formatted(in(schemas)));
  }

  @Override
  public CatalogQuery uniqueKeys(Collection<String> schemas) {
    return new CatalogQuery.Sql(
        """
        select n.nspname::text as "TABLE_SCHEM", c.relname::text as "TABLE_NAME",
          con.conname::text as "CONSTRAINT_NAME", a.attname::text as "COLUMN_NAME",
          case when %s then 'NO' else 'YES' end as "NULLS_DISTINCT",
          case when con.condeferrable then 'YES' else 'NO' end as "DEFERRABLE",
          case when con.condeferred then 'YES' else 'NO' end as "DEFERRED"
        from pg_constraint con
        join pg_class c on c.oid = con.conrelid
        join pg_namespace n on n.oid = c.relnamespace
        join pg_index i on i.indexrelid = con.conindid
        cross join lateral unnest(con.conkey) with ordinality k(num, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num
        where con.contype = 'u' and not c.relispartition and %s
        order by 1, 2, 3, k.place"""
            .formatted(nullsNotDistinct(), in(schemas)));
  }

  @Override
  public CatalogQuery checks(Collection<String> schemas) {
    return new CatalogQuery.Sql(
        """
        select n.nspname::text as "TABLE_SCHEM", c.relname::text as "TABLE_NAME",
          con.conname::text as "CONSTRAINT_NAME",
          pg_get_expr(con.conbin, con.conrelid) as "CHECK_TEXT"
        from pg_constraint con
        join pg_class c on c.oid = con.conrelid
        join pg_namespace n on n.oid = c.relnamespace
        where con.contype = 'c' and not c.relispartition and %s
        order by 1, 2, 3"""
            .formatted(in(schemas)));
  }

  /**
   * A key that refers to a partitioned table has a constraint of its own for each partition, whose
   * parent is the one that someone wrote.
   */
  @Override
  public CatalogQuery foreignKeys(Collection<String> schemas) {
    return new CatalogQuery.Sql(
        """
        select n.nspname::text as "TABLE_SCHEM", c.relname::text as "TABLE_NAME",
          con.conname::text as "CONSTRAINT_NAME", a.attname::text as "COLUMN_NAME",
          tn.nspname::text as "TARGET_SCHEM", tc.relname::text as "TARGET_NAME",
          ta.attname::text as "TARGET_COLUMN",
          %s as "ON_DELETE", %s as "ON_UPDATE",
          case when con.condeferrable then 'YES' else 'NO' end as "DEFERRABLE",
          case when con.condeferred then 'YES' else 'NO' end as "DEFERRED"
        from pg_constraint con
        join pg_class c on c.oid = con.conrelid
        join pg_namespace n on n.oid = c.relnamespace
        join pg_class tc on tc.oid = con.confrelid
        join pg_namespace tn on tn.oid = tc.relnamespace
        cross join lateral unnest(con.conkey, con.confkey) with ordinality k(num, target, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num
        join pg_attribute ta on ta.attrelid = tc.oid and ta.attnum = k.target
        where con.contype = 'f' and con.conparentid = 0 and not c.relispartition and %s
        order by 1, 2, 3, k.place"""
            .formatted(action("con.confdeltype"), action("con.confupdtype"), in(schemas)));
  }

  private static String action(String column) {
    return "case "
        + column
        + " when 'c' then 'CASCADE' when 'r' then 'RESTRICT' when 'n' then 'SET NULL'"
        + " when 'd' then 'SET DEFAULT' else 'NO ACTION' end";
  }

  /**
   * Bit 1 of {@code indoption} is descending, bit 2 nulls first, which is usual when descending.
   */
  @Override
  public CatalogQuery indexes(Collection<String> schemas) {
    return new CatalogQuery.Sql(
        """
        select n.nspname::text as "TABLE_SCHEM", c.relname::text as "TABLE_NAME",
          ic.relname::text as "INDEX_NAME",
          case when i.indisunique then 'YES' else 'NO' end as "IS_UNIQUE",
          case when am.amname <> 'btree' then am.amname::text end as "METHOD",
          pg_get_expr(i.indpred, i.indrelid) as "WHERE_TEXT",
          case when %s then 'NO' else 'YES' end as "NULLS_DISTINCT",
          a.attname::text as "COLUMN_NAME",
          case when a.attname is null then pg_get_indexdef(i.indexrelid, k.place::int, false) end
            as "EXPRESSION",
          case when k.place > i.indnkeyatts then 'YES' else 'NO' end as "IS_INCLUDED",
          case when i.indoption[k.place - 1] & 1 = 1 then 'YES' else 'NO' end as "IS_DESCENDING",
          case i.indoption[k.place - 1] & 3 when 1 then 'LAST' when 2 then 'FIRST' end as "NULLS",
          case when not oc.opcdefault then oc.opcname::text end as "OPERATOR_CLASS", null as "PREFIX_LENGTH"
        from pg_index i
        join pg_class c on c.oid = i.indrelid
        join pg_class ic on ic.oid = i.indexrelid
        join pg_am am on am.oid = ic.relam
        join pg_namespace n on n.oid = c.relnamespace
        cross join lateral unnest(i.indkey::int2[]) with ordinality k(num, place)
        left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num and k.num <> 0
        left join pg_opclass oc on oc.oid = i.indclass[k.place - 1] and k.place <= i.indnkeyatts
        where i.indisvalid and c.relkind in ('r', 'p') and not c.relispartition
          and not exists (
            select from pg_constraint con
            where con.conindid = i.indexrelid and con.contype in ('p', 'u', 'x'))
          and %s
        order by 1, 2, 3, k.place"""
            .formatted(nullsNotDistinct(), in(schemas)));
  }

  @Override
  public CatalogQuery sequences(Collection<String> schemas) {
    return new CatalogQuery.Sql(
        """
        select n.nspname::text as "SEQUENCE_SCHEMA", c.relname::text as "SEQUENCE_NAME",
          s.seqstart::text as "START_VALUE", s.seqincrement::text as "INCREMENT",
          case when s.seqmin <> case when s.seqincrement > 0 then 1 else %2$s end
            then s.seqmin::text end as "MINIMUM",
          case when s.seqmax <> case when s.seqincrement > 0 then %1$s else -1 end
            then s.seqmax::text end as "MAXIMUM",
          s.seqcache::text as "CACHE", case when s.seqcycle then 'YES' else 'NO' end as "IS_CYCLE",
          case when exists (
            select from pg_depend d
            join pg_attrdef ad on ad.adrelid = d.refobjid and ad.adnum = d.refobjsubid
            join pg_depend x on x.classid = 'pg_attrdef'::regclass and x.objid = ad.oid
              and x.refclassid = 'pg_class'::regclass and x.refobjid = c.oid
            where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'a'
              and d.refclassid = 'pg_class'::regclass)
            then 'YES' else 'NO' end as "IS_SERIAL"
        from pg_sequence s
        join pg_class c on c.oid = s.seqrelid
        join pg_namespace n on n.oid = c.relnamespace
        where not exists (
            select from pg_depend d
            where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i')
          and %3$s and %4$s
        order by 1, 2"""
            .formatted(
                limit("32767", "2147483647", "9223372036854775807"),
                limit("-32768", "-2147483648", "-9223372036854775808"),
                notOfExtension("pg_class", "c.oid"),
                in(schemas)));
  }

  private static String limit(String small, String integer, String big) {
    return "case s.seqtypid when 'int2'::regtype then "
        + small
        + " when 'int4'::regtype then "
        + integer
        + " else "
        + big
        + " end";
  }

  @Override
  public CatalogQuery enumTypes(Collection<String> schemas) {
    return new CatalogQuery.Sql(
        """
        select n.nspname::text as "TYPE_SCHEM", t.typname::text as "TYPE_NAME",
          e.enumlabel::text as "LABEL",
          case when exists (
            select from pg_cast k where k.castsource = 'varchar'::regtype and k.casttarget = t.oid
              and k.castcontext::text = 'i' and k.castmethod::text = 'i')
            then 'YES' else 'NO' end as "CASTS_FROM_TEXT",
          case when exists (
            select from pg_cast k where k.casttarget = 'varchar'::regtype and k.castsource = t.oid
              and k.castcontext::text = 'i' and k.castmethod::text = 'i')
            then 'YES' else 'NO' end as "CASTS_TO_TEXT"
        from pg_type t
        join pg_namespace n on n.oid = t.typnamespace
        left join pg_enum e on e.enumtypid = t.oid
        where t.typtype = 'e' and %s and %s
        order by 1, 2, e.enumsortorder"""
            .formatted(notOfExtension("pg_type", "t.oid"), in(schemas)));
  }

  @Override
  public CatalogQuery unmodelled(Collection<String> schemas) {
    return PostgresqlUnmodelled.query(in(schemas));
  }

  @Override
  public ScratchTables scratch() {
    return new PostgresqlScratch(this);
  }

  private String nullsNotDistinct() {
    return version.atLeast(NULLS_NOT_DISTINCT, 0) ? "i.indnullsnotdistinct" : "false";
  }

  private static String notOfExtension(String catalog, String object) {
    return "not exists (select from pg_depend e where e.classid = '"
        + catalog
        + "'::regclass and e.objid = "
        + object
        + " and e.deptype = 'e')";
  }

  private static String in(Collection<String> schemas) {
    return schemas.stream()
        .map(schema -> "'" + schema.replace("'", "''") + "'")
        .collect(Collectors.joining(", ", "n.nspname in (", ")"));
  }

  /**
   * Temporary tables that a rollback takes away. A temporary schema that the search path names
   * first takes what is created without a schema; it hides tables of the same names until then.
   */
  private record PostgresqlScratch(PostgresqlCatalog catalog) implements ScratchTables {

    @Override
    public boolean inTransaction() {
      return true;
    }

    @Override
    public boolean mayShareNames() {
      return true;
    }

    @Override
    public List<String> enter() {
      return List.of(
          "select set_config('search_path', concat_ws(', ', 'pg_temp',"
              + " nullif(current_setting('search_path'), '')), true)");
    }

    /** Takes the first entry off again, so that the catalog writes names as it does otherwise. */
    @Override
    public List<String> leave() {
      return List.of(
          "select set_config('search_path',"
              + " substr(current_setting('search_path'), length('pg_temp, ') + 1), true)");
    }

    @Override
    public String temporary(String statement) {
      return statement;
    }

    @Override
    public String schema() {
      return "select nspname::text from pg_namespace where oid = pg_my_temp_schema()";
    }
  }
}
