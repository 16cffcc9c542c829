package dev.autogen.dialect.mysql;

import dev.autogen.dialect.MigrationSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings under which MySQL and its descendants refuse what they cannot do, instead of storing
 * something else: strict, with all keys checked, texts read as this dialect writes them, and a 0 in
 * a numbered column left as it is. Leaves the time zone alone, and how expressions are read.
 */
public final class MysqlSession implements MigrationSession {

  private static final String MODE = "sql_mode";
  private static final List<String> DEMANDED =
      List.of(
          "STRICT_TRANS_TABLES",
          "STRICT_ALL_TABLES",
          "ERROR_FOR_DIVISION_BY_ZERO",
          "NO_ENGINE_SUBSTITUTION",
          "NO_AUTO_VALUE_ON_ZERO");
  private static final List<String> REFUSED =
      List.of("ANSI_QUOTES", "NO_BACKSLASH_ESCAPES", "ANSI");

  /** What must be so, besides the mode. */
  private static final Map<String, String> SETTINGS = settings();

  private final Map<String, String> found = new LinkedHashMap<>();

  private static Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("foreign_key_checks", "1");
    settings.put("unique_checks", "1");
    settings.put("sql_safe_updates", "0");
    settings.put("sql_quote_show_create", "1");
    settings.put("innodb_strict_mode", "1");
    settings.put("explicit_defaults_for_timestamp", "1");
    return settings;
  }

  @Override
  public void enter(Connection connection) throws SQLException {
    String mode = value(connection, MODE);
    Set<String> modes = new LinkedHashSet<>(List.of(mode.split(",")));
    modes.remove("");
    REFUSED.forEach(modes::remove);
    modes.addAll(DEMANDED);
    set(connection, MODE, mode, "'" + String.join(",", modes) + "'");
    requireStrict(value(connection, MODE));
    for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
      String now = value(connection, setting.getKey());
      if (!now.equals(setting.getValue())) {
        require(connection, setting.getKey(), now, setting.getValue());
      }
    }
  }

  private static void requireStrict(String mode) throws SQLException {
    if (!mode.contains("STRICT_ALL_TABLES")) {
      throw new SQLException(
          "the session cannot be made strict (sql_mode is "
              + mode
              + "), and what does not fit would be stored cut. Let the user set sql_mode.");
    }
  }

  private void require(Connection connection, String setting, String now, String wanted)
      throws SQLException {
    try {
      set(connection, setting, now, wanted);
    } catch (SQLException refused) {
      throw new SQLException(
          "%s is %s for this user, and a migration needs it to be %s. Set it for the server, or let the user set it: %s"
              .formatted(setting, now, wanted, refused.getMessage()),
          refused.getSQLState(),
          refused.getErrorCode(),
          refused);
    }
  }

  private void set(Connection connection, String setting, String now, String wanted)
      throws SQLException {
    execute(connection, "set session " + setting + " = " + wanted);
    found.put(setting, setting.equals(MODE) ? "'" + now + "'" : now);
  }

  @Override
  public void leave(Connection connection) throws SQLException {
    for (Map.Entry<String, String> setting : found.entrySet()) {
      execute(connection, "set session " + setting.getKey() + " = " + setting.getValue());
    }
    found.clear();
  }

  private static String value(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select @@session." + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
