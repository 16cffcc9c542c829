package dev.autogen.dialect.mysql;

import dev.autogen.dialect.MigrationSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

  /** What anybody may set for himself. */
  private static final Map<String, String> OWN =
      Map.of("foreign_key_checks", "1", "unique_checks", "1", "sql_safe_updates", "0");

  /** What not everybody may set. */
  private static final Map<String, String> RESTRICTED =
      Map.of("innodb_strict_mode", "1", "explicit_defaults_for_timestamp", "1");

  private final SortedMap<String, String> own = new TreeMap<>(OWN);
  private Optional<MysqlVariables> found = Optional.empty();

  public MysqlSession() {
    this(Map.of());
  }

  /**
   * @param more settings that must be so on this database besides, which anybody may set
   */
  public MysqlSession(Map<String, String> more) {
    own.putAll(more);
  }

  @Override
  public void enter(Connection connection) throws SQLException {
    if (found.isEmpty()) {
      found = Optional.of(MysqlVariables.of(connection));
    } else {
      found.get().restore(connection);
    }
    SortedMap<String, String> settings = new TreeMap<>(own);
    settings.putAll(RESTRICTED);
    settings.put("sql_quote_show_create", "1");
    List<String> names = new ArrayList<>(settings.keySet());
    names.add(MODE);
    Map<String, String> now = values(connection, names);
    String mode = now.get(MODE);
    Set<String> modes = new LinkedHashSet<>(List.of(mode.split(",")));
    if (modes.stream().anyMatch(REFUSED::contains) || !modes.containsAll(DEMANDED)) {
      modes.remove("");
      REFUSED.forEach(modes::remove);
      modes.addAll(DEMANDED);
      set(connection, MODE, "'" + String.join(",", modes) + "'");
      requireStrict(values(connection, List.of(MODE)).get(MODE));
    }
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      String is = now.get(setting.getKey());
      if (!is.equals(setting.getValue())) {
        require(connection, setting.getKey(), is, setting.getValue());
      }
    }
  }

  /** No connection's settings are changed by another. */
  @Override
  public void enterAgain(Connection connection) {}

  /** The same for a script, which fails where it may not set what it needs. */
  @Override
  public List<String> opening() {
    List<String> settings = new ArrayList<>(own.keySet());
    settings.add(MODE);
    List<String> kept = settings.stream().map(name -> kept(name) + " = @@session." + name).toList();
    List<String> wanted = new ArrayList<>();
    own.forEach((name, value) -> wanted.add(name + " = " + value));
    String mode = "@@session." + MODE;
    for (String refused : REFUSED) {
      mode = "replace(" + mode + ", '" + refused + "', '')";
    }
    wanted.add(MODE + " = concat(" + mode + ", '," + String.join(",", DEMANDED) + "')");
    List<String> queries = new ArrayList<>();
    new TreeMap<>(RESTRICTED)
        .forEach(
            (name, value) ->
                queries.add("select 1 from dual where @@session." + name + " <> " + value));
    return List.of(
        "set " + String.join(", ", kept),
        "set session " + String.join(", ", wanted),
        MysqlGuard.nothingOf(queries));
  }

  @Override
  public List<String> closing() {
    List<String> settings = new ArrayList<>(own.keySet());
    settings.add(MODE);
    return List.of(
        "set session "
            + settings.stream()
                .map(name -> name + " = " + kept(name))
                .collect(Collectors.joining(", ")));
  }

  /** The variable that keeps what a setting was. */
  private static String kept(String setting) {
    return "@autogen_" + setting;
  }

  private static void requireStrict(String mode) throws SQLException {
    if (!mode.contains("STRICT_ALL_TABLES")) {
      throw new SQLException(
          "the session cannot be made strict (sql_mode is "
              + mode
              + "), and what does not fit would be stored cut. Let the user set sql_mode.");
    }
  }

  private static void require(Connection connection, String setting, String now, String wanted)
      throws SQLException {
    try {
      set(connection, setting, wanted);
    } catch (SQLException refused) {
      throw new SQLException(
          "%s is %s for this user, and a migration needs it to be %s. Set it for the server, or let the user set it: %s"
              .formatted(setting, now, wanted, refused.getMessage()),
          refused.getSQLState(),
          refused.getErrorCode(),
          refused);
    }
  }

  private static void set(Connection connection, String setting, String wanted)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set session " + setting + " = " + wanted);
    }
  }

  @Override
  public void leave(Connection connection) throws SQLException {
    if (found.isPresent()) {
      found.get().restore(connection);
    }
  }

  /** All at once: each question is a round trip, and this is asked for each migration. */
  private static Map<String, String> values(Connection connection, List<String> settings)
      throws SQLException {
    String sql =
        settings.stream()
            .map(name -> "@@session." + name)
            .collect(Collectors.joining(", ", "select ", ""));
    Map<String, String> values = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      for (int i = 0; i < settings.size(); i++) {
        values.put(settings.get(i), row.getString(i + 1));
      }
    }
    return values;
  }
}
