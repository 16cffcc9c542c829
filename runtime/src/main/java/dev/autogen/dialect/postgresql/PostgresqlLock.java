package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.SessionLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * An advisory lock of the session, one for each database. It ends with the session, so a runner
 * that is killed leaves none behind.
 */
final class PostgresqlLock implements SessionLock {

  /** "auto" and "auts" in ASCII: advisory locks are shared by all who use the database. */
  private static final int MIGRATIONS = 0x6175746f;

  private static final int SCRATCH = 0x61757473;

  private final int space;

  private PostgresqlLock(int space) {
    this.space = space;
  }

  /** Under which migrations run. */
  static PostgresqlLock onMigrations() {
    return new PostgresqlLock(MIGRATIONS);
  }

  /** Under which a proof uses a database that it was given. */
  static PostgresqlLock onScratch() {
    return new PostgresqlLock(SCRATCH);
  }

  @Override
  public boolean take(Connection connection) throws SQLException {
    return call(connection, "select pg_try_advisory_lock(?, hashtext(current_database()))");
  }

  @Override
  public void release(Connection connection) throws SQLException {
    call(connection, "select pg_advisory_unlock(?, hashtext(current_database()))");
  }

  @Override
  public Optional<String> holder(Connection connection) throws SQLException {
    String sql =
        """
        select a.pid::text, nullif(a.application_name::text, ''), a.client_addr::text
        from pg_catalog.pg_locks l join pg_catalog.pg_stat_activity a on a.pid = l.pid
        where l.locktype::text = 'advisory' and l.granted and l.objsubid = 2
          and l.classid::bigint = ?
          and l.objid::bigint = hashtext(current_database())::bigint & 4294967295
          and l.database = (select oid from pg_catalog.pg_database
                            where datname = current_database())
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, space);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(sentence(rows.getString(1), rows.getString(2), rows.getString(3)))
            : Optional.empty();
      }
    }
  }

  private static String sentence(String pid, String application, String client) {
    return "process "
        + pid
        + (application == null ? "" : " (" + application + ")")
        + (client == null ? "" : " from " + client);
  }

  private boolean call(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, space);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }
}
