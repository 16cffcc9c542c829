package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.Identifiers;
import dev.autogen.dialect.OwnStatements;
import dev.autogen.dialect.ScratchDatabases;
import dev.autogen.dialect.SessionLock;
import dev.autogen.dialect.SqlText.Style;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scratch databases of a PostgreSQL server: of the neighbour's encoding and locale, with its
 * extensions and the schema that its connections start in. The user needs the right to create
 * databases. A comment marks them, and names the session that made them: they are in use as long as
 * that lives, and while anybody is connected.
 */
final class PostgresqlScratchDatabases implements ScratchDatabases {

  /** Of roles, a grant names no object. */
  private static final Pattern BEYOND =
      Pattern.compile(
          "(create|alter|drop) (role|user(?! mapping)|group|database|tablespace|subscription) .*"
              + "|create server .*|alter system .*|(reassign|drop) owned .*"
              + "|(comment|security label .*) on (role|database|tablespace) .*"
              + "|(grant|revoke) (?!.* on ).*"
              + "|(grant|revoke) .* on (database|tablespace|parameter) .*"
              + "|copy .* (program|to) ''.*|.*\\bdblink\\w* \\(.*");

  private static final String COMMENT = "made by autogen verify, which drops it";

  /** What follows that in the comment: which session made it, as no other one ever is. */
  private static final String SESSION =
      "' (session ' || a.pid || ' of ' || coalesce(pg_catalog.to_char("
          + "a.backend_start at time zone 'UTC', 'YYYYMMDDHH24MISSUS'), '') || ')'";

  /** Without a server: on this machine. */
  private static final Pattern LOCAL_URL = Pattern.compile("jdbc:postgresql:(?!//)[^?]*(\\?.*)?");

  @Override
  public String url(String beside, String name) {
    Matcher local = LOCAL_URL.matcher(beside);
    if (local.matches()) {
      return "jdbc:postgresql:" + name + (local.group(1) == null ? "" : local.group(1));
    }
    return ScratchDatabases.onServer(beside, name);
  }

  /** A database takes its encoding and locale from template0 alone. */
  @Override
  public boolean reachesBeyond(String sql) {
    return OwnStatements.anyIs(sql, Style.BRACKETS, BEYOND);
  }

  @Override
  public void create(Connection beside, String name) throws SQLException {
    List<String> own =
        texts(
            beside,
            "select pg_catalog.format(' encoding %L lc_collate %L lc_ctype %L',"
                + " pg_catalog.pg_encoding_to_char(encoding), datcollate, datctype)"
                + " from pg_catalog.pg_database where datname = current_database()");
    execute(beside, "create database " + name + " template template0" + own.get(0));
    String session =
        texts(
                beside,
                "select "
                    + SESSION
                    + " from pg_catalog.pg_stat_activity a"
                    + " where a.pid = pg_catalog.pg_backend_pid()")
            .get(0);
    execute(beside, "comment on database " + name + " is '" + COMMENT + session + "'");
  }

  @Override
  public void occupy(Connection beside, Connection scratch, String name) throws SQLException {
    List<String> statements =
        new ArrayList<>(
            texts(
                beside,
                "select 'create schema if not exists ' || pg_catalog.quote_ident(s::text)"
                    + " from pg_catalog.unnest(pg_catalog.current_schemas(false)) s"));
    statements.addAll(
        texts(
            beside,
            "select 'create schema if not exists ' || pg_catalog.quote_ident(n.nspname)"
                + " || '; create extension if not exists ' || pg_catalog.quote_ident(e.extname)"
                + " || ' schema ' || pg_catalog.quote_ident(n.nspname) || ' cascade'"
                + " from pg_catalog.pg_extension e"
                + " join pg_catalog.pg_namespace n on n.oid = e.extnamespace"
                + " where n.nspname <> 'pg_catalog' order by e.oid"));
    for (String statement : statements) {
      execute(scratch, statement);
    }
  }

  @Override
  public void drop(Connection beside, String name) throws SQLException {
    execute(beside, "drop database if exists " + Identifiers.quote(name));
  }

  @Override
  public List<String> leftovers(Connection beside) throws SQLException {
    String sql =
        """
        select d.datname::text from pg_catalog.pg_database d
        where pg_catalog.starts_with(d.datname::text, ?)
          and pg_catalog.starts_with(pg_catalog.shobj_description(d.oid, 'pg_database'), ?)
          and not exists (select 1 from pg_catalog.pg_stat_activity a where a.datid = d.oid)
          and not exists (
            select 1 from pg_catalog.pg_stat_activity a
            where pg_catalog.shobj_description(d.oid, 'pg_database') = ? || %s)
          and pg_catalog.pg_has_role(d.datdba, 'USAGE')
        """
            .formatted(SESSION);
    try (PreparedStatement statement = beside.prepareStatement(sql)) {
      statement.setString(1, PREFIX);
      statement.setString(2, COMMENT);
      statement.setString(3, COMMENT);
      try (ResultSet rows = statement.executeQuery()) {
        return texts(rows);
      }
    }
  }

  @Override
  public List<String> dropsOfUnmodelled(Connection connection, Collection<String> others)
      throws SQLException {
    String sql =
        """
        select pg_catalog.format('drop %%s if exists %%I.%%s cascade', kind, n.nspname, name)
        from pg_catalog.pg_namespace n join (
          select c.oid, c.tableoid, c.relnamespace as home, pg_catalog.quote_ident(c.relname) as name,
            case c.relkind when 'v' then 'view' when 'm' then 'materialized view'
              when 'f' then 'foreign table' else 'type' end as kind
          from pg_catalog.pg_class c where c.relkind in ('v', 'm', 'f', 'c')
          union all
          select p.oid, p.tableoid, p.pronamespace, pg_catalog.quote_ident(p.proname) || '('
            || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')', 'routine'
          from pg_catalog.pg_proc p
          union all
          select t.oid, t.tableoid, t.typnamespace, pg_catalog.quote_ident(t.typname), 'type'
          from pg_catalog.pg_type t where t.typtype in ('d', 'r')) found on found.home = n.oid
        where n.nspname in (current_schema()%s)
          and not exists (
            select 1 from pg_catalog.pg_depend d
            where d.classid = found.tableoid and d.objid = found.oid
              and (d.deptype = 'e' or d.deptype = 'i' and kind = 'routine'))
        order by 1
        """
            .formatted(ScratchDatabases.parameters(others));
    return ScratchDatabases.texts(connection, sql, List.copyOf(others));
  }

  @Override
  public SessionLock claim() {
    return PostgresqlLock.onScratch();
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return texts(rows);
    }
  }

  private static List<String> texts(ResultSet rows) throws SQLException {
    List<String> texts = new ArrayList<>();
    while (rows.next()) {
      texts.add(rows.getString(1));
    }
    return texts;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
