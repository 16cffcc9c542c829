package dev.autogen.dialect.mysql;

import dev.autogen.dialect.OwnStatements;
import dev.autogen.dialect.ScratchDatabases;
import dev.autogen.dialect.SessionLock;
import dev.autogen.dialect.SqlText.Style;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Scratch databases of a MySQL or MariaDB server, with the neighbour's character set and collation.
 * A table marks them, and a user-level lock of the session that makes them, taken before, says that
 * one is in use. One that is still without its mark is empty. A migration that names another
 * database by its name reaches that one from here as from anywhere.
 */
public final class MysqlScratchDatabases implements ScratchDatabases {

  /** Privileges on a database outlive it. */
  private static final Pattern BEYOND =
      Pattern.compile(
          "(create|alter|drop|rename) (or replace )?(user|role|server|(undo )?tablespace"
              + "|logfile group|resource group|instance) .*"
              + "|(create|drop) (or replace )?(database|schema) .*"
              + "|alter (database|schema) (?!(default|character|charset|collate|encryption|read"
              + "|comment|upgrade) ).*"
              + "|(grant|revoke) .* (to|from) .*|(un)?install (plugin|component|soname) .*"
              + "|set (.* , )?(global|persist|persist_only) \\w.*|set (password|default role) .*"
              + "|set .*@ @ (global|persist|persist_only) \\. \\w+ (: )?=.*"
              + "|flush .*with read lock.*|.*\\binto (outfile|dumpfile) .*"
              + "|(reset|purge|change|start|stop) (query cache|persist|binary|master|slave|replica"
              + "|replication|group_replication|all slaves)\\b.*"
              + "|kill .*|shutdown|restart");

  @Override
  public String url(String beside, String name) {
    return ScratchDatabases.onServer(beside, name);
  }

  @Override
  public boolean holdsSchemas() {
    return false;
  }

  @Override
  public boolean reachesBeyond(String sql) {
    return OwnStatements.anyIs(sql, Style.BACKSLASHES, BEYOND);
  }

  @Override
  public void create(Connection beside, String name) throws SQLException {
    List<String> own =
        ScratchDatabases.texts(
            beside,
            "select concat(' character set ', @@character_set_database, ' collate ',"
                + " @@collation_database)",
            List.of());
    ScratchDatabases.texts(beside, "select get_lock(?, 0)", List.of(name));
    execute(beside, "create database " + name + own.get(0));
  }

  @Override
  public void occupy(Connection beside, Connection scratch, String name) throws SQLException {
    execute(scratch, "create table if not exists " + MARK + " (made int)");
  }

  @Override
  public void drop(Connection beside, String name) throws SQLException {
    execute(beside, "drop database if exists `" + name + "`");
    ScratchDatabases.texts(beside, "select release_lock(?)", List.of(name));
  }

  @Override
  public List<String> leftovers(Connection beside) throws SQLException {
    return ScratchDatabases.texts(
        beside,
        """
        select s.schema_name from information_schema.schemata s
        where left(s.schema_name, ?) = ? and is_free_lock(s.schema_name) = 1
          and (exists (select 1 from information_schema.tables t
                       where t.table_schema = s.schema_name and t.table_name = ?)
            or not exists (select 1 from information_schema.tables t
                           where t.table_schema = s.schema_name))
        """,
        List.of(String.valueOf(PREFIX.length()), PREFIX, MARK));
  }

  @Override
  public List<String> dropsOfUnmodelled(Connection connection, Collection<String> others)
      throws SQLException {
    String sql =
        """
        select concat('drop ', lower(kind), ' if exists `', replace(owner, '`', '``'), '`.`',
          replace(name, '`', '``'), '`')
        from (
          select 'view' kind, table_schema owner, table_name name from information_schema.views
          union all
          select routine_type, routine_schema, routine_name from information_schema.routines
          union all
          select 'event', event_schema, event_name from information_schema.events) found
        where owner in (database()%s)
        order by 1
        """
            .formatted(ScratchDatabases.parameters(others));
    return ScratchDatabases.texts(connection, sql, List.copyOf(others));
  }

  @Override
  public SessionLock claim() {
    return MysqlLock.onScratch();
  }

  @Override
  public List<String> databasesNamed(Connection server, String sql) throws SQLException {
    return MysqlDatabaseNames.in(server, sql);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
