package dev.autogen.dialect.h2;

import dev.autogen.dialect.OwnStatements;
import dev.autogen.dialect.ScratchDatabases;
import dev.autogen.dialect.SessionLock;
import dev.autogen.dialect.SqlText.Style;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Scratch databases of H2: in memory, gone with their last connection. */
final class H2ScratchDatabases implements ScratchDatabases {

  private static final Pattern BEYOND =
      Pattern.compile(
          "create [a-z ]*linked table .*|(script|backup) (.* )?to .*"
              + "|.*\\b(csvwrite|file_write|link_schema) \\(.*");

  /** Settings that H2 has for files and servers alone. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?i);(?:AUTO_SERVER|AUTO_SERVER_PORT|CIPHER|FILE_LOCK|ACCESS_MODE_DATA|IFEXISTS"
              + "|DB_CLOSE_DELAY|DB_CLOSE_ON_EXIT|INIT|SCHEMA)=(?:\\\\;|[^;])*");

  @Override
  public String url(String beside, String name) {
    int settings = beside.indexOf(';');
    return "jdbc:h2:mem:"
        + name
        + (settings < 0 ? "" : ELSEWHERE.matcher(beside.substring(settings)).replaceAll(""));
  }

  @Override
  public boolean reachesBeyond(String sql) {
    return OwnStatements.anyIs(sql, Style.BRACKETS, BEYOND);
  }

  @Override
  public void create(Connection beside, String name) {
    // H2 makes it with the first connection.
  }

  @Override
  public void drop(Connection beside, String name) {
    // It went with the last connection.
  }

  @Override
  public List<String> dropsOfUnmodelled(Connection connection, Collection<String> others)
      throws SQLException {
    String sql =
        """
        select 'drop ' || KIND || ' if exists ' || quote_ident(OWNER) || '.' || quote_ident(NAME)
        from (
          select 'view' KIND, TABLE_SCHEMA OWNER, TABLE_NAME NAME from INFORMATION_SCHEMA.VIEWS
          union all
          select 'synonym', SYNONYM_SCHEMA, SYNONYM_NAME from INFORMATION_SCHEMA.SYNONYMS
          union all
          select case ROUTINE_TYPE when 'AGGREGATE' then 'aggregate' else 'alias' end,
            ROUTINE_SCHEMA, ROUTINE_NAME from INFORMATION_SCHEMA.ROUTINES
          union all
          select 'domain', DOMAIN_SCHEMA, DOMAIN_NAME from INFORMATION_SCHEMA.DOMAINS
          union all
          select 'constant', CONSTANT_SCHEMA, CONSTANT_NAME from INFORMATION_SCHEMA.CONSTANTS)
        where OWNER in (current_schema%s)
        """
            .formatted(ScratchDatabases.parameters(others));
    return ScratchDatabases.texts(connection, sql, List.copyOf(others));
  }

  @Override
  public SessionLock claim() {
    return H2Lock.onScratch();
  }

  @Override
  public List<String> leftovers(Connection beside) {
    return List.of();
  }
}
