package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.MigrationSession;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A connection whose settings are given back as they came; it needs none itself. Does not know of
 * settings that an application made up: PostgreSQL does not list them.
 */
final class PostgresqlSession implements MigrationSession {

  private static final String ROLE = "role";
  private static final String USER = "session_authorization";

  /** What was said in the session itself; what a connection was opened with is its default. */
  private static final String SETTINGS =
      """
      select name::text, setting::text from pg_catalog.pg_settings
      where source::text = 'session' and name::text not in
        ('transaction_deferrable', 'transaction_isolation', 'transaction_read_only')
      union all select 'role', pg_catalog.current_setting('role')
      union all select 'session_authorization', session_user::text
      """;

  private Optional<SortedMap<String, String>> found = Optional.empty();

  /** The settings of one migration are none of another's. */
  @Override
  public void enter(Connection connection) throws SQLException {
    if (found.isEmpty()) {
      found = Optional.of(settings(connection));
    } else {
      restore(connection);
    }
  }

  /** No connection's settings are changed by another. */
  @Override
  public void enterAgain(Connection connection) {}

  @Override
  public void leave(Connection connection) throws SQLException {
    if (found.isPresent()) {
      restore(connection);
    }
  }

  private static SortedMap<String, String> settings(Connection connection) throws SQLException {
    SortedMap<String, String> settings = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SETTINGS)) {
      while (rows.next()) {
        settings.put(rows.getString(1), rows.getString(2));
      }
    }
    return settings;
  }

  /** The user first, who may set less; another one forgets the role. */
  private void restore(Connection connection) throws SQLException {
    SortedMap<String, String> before = found.orElseThrow();
    SortedMap<String, String> now = settings(connection);
    try (Statement statement = connection.createStatement()) {
      if (!before.get(USER).equals(now.get(USER))) {
        statement.execute("reset session authorization");
        now.put(ROLE, "none");
      }
      if (!before.get(ROLE).equals(now.get(ROLE))) {
        set(connection, ROLE, before.get(ROLE));
      }
      for (String name : now.keySet()) {
        if (!before.containsKey(name)) {
          statement.execute("reset \"" + name.replace("\"", "\"\"") + "\"");
        }
      }
    }
    for (String name : before.keySet()) {
      if (!name.equals(USER) && !name.equals(ROLE) && !before.get(name).equals(now.get(name))) {
        set(connection, name, before.get(name));
      }
    }
  }

  private static void set(Connection connection, String name, String value) throws SQLException {
    try (PreparedStatement set =
        connection.prepareStatement("select pg_catalog.set_config(?, ?, false)")) {
      set.setString(1, name);
      set.setString(2, value);
      set.executeQuery().close();
    }
  }
}
