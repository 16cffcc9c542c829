package dev.autogen.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * All that a session was told: its settings, and the database that it works in. Does not know of
 * variables of a person's own.
 *
 * @param database where it had chosen one
 */
record MysqlVariables(SortedMap<String, String> settings, Optional<String> database) {

  /**
   * What is another at each look, tells of the last statement, follows the database that is in use,
   * or is the driver's to keep.
   */
  private static final Set<String> VOLATILE =
      Set.of(
          "autocommit",
          "character_set_database",
          "collation_database",
          "error_count",
          "identity",
          "in_transaction",
          "insert_id",
          "last_gtid",
          "last_insert_id",
          "pseudo_thread_id",
          "rand_seed1",
          "rand_seed2",
          "statement_id",
          "timestamp",
          "warning_count");

  /**
   * ER_LOCAL_VARIABLE, ER_GLOBAL_VARIABLE, ER_INCORRECT_GLOBAL_LOCAL_VAR, ER_VARIABLE_IS_READONLY.
   */
  private static final Set<Integer> OF_NO_SESSION = Set.of(1228, 1229, 1238, 1621);

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  static MysqlVariables of(Connection connection) throws SQLException {
    SortedMap<String, String> settings = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("show session variables")) {
        while (rows.next()) {
          settings.put(rows.getString(1), rows.getString(2));
        }
      }
      settings.keySet().removeAll(VOLATILE);
      try (ResultSet row = statement.executeQuery("select database()")) {
        row.next();
        return new MysqlVariables(settings, Optional.ofNullable(row.getString(1)));
      }
    }
  }

  /** Tells the session again what it was told then and has been told otherwise since. */
  void restore(Connection connection) throws SQLException {
    MysqlVariables now = of(connection);
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      if (!setting.getValue().equals(now.settings.get(setting.getKey()))) {
        restore(connection, setting.getKey(), setting.getValue());
      }
    }
    if (database.isPresent() && !database.equals(now.database)) {
      execute(connection, "use " + MysqlNames.quoted(database.get()));
    }
  }

  /** What somebody has changed for the whole server meanwhile is not this session's. */
  private static void restore(Connection connection, String name, String value)
      throws SQLException {
    try {
      execute(connection, "set session " + name + " = " + literal(name, value));
    } catch (SQLException refused) {
      if (!OF_NO_SESSION.contains(refused.getErrorCode())) {
        throw refused;
      }
    }
  }

  private static String literal(String name, String value) {
    if (NUMBER.matcher(value).matches()) {
      return value;
    }
    return value.isEmpty() && name.equals("character_set_results")
        ? "null"
        : "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
