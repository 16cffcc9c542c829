package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.MigrationSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A connection that may build tables anew: it does not enforce foreign keys meanwhile, and looks at
 * all of them before anything is kept. What was wrong before is nobody's fault now.
 */
final class SqliteSession implements MigrationSession {

  /** How long to wait for an application to end its transaction, in milliseconds. */
  private static final int PATIENCE = 30_000;

  private static final int SHOWN_ROWS = 3;

  /** SQLITE_BUSY. */
  private static final int BUSY = 5;

  private static final String VIEW = "view ";

  /** What a migration may have turned off and forgotten, of what a connection can be asked. */
  private static final List<String> OTHERS =
      List.of("ignore_check_constraints", "recursive_triggers", "synchronous", "writable_schema");

  private boolean enforced;
  private boolean entered;
  private long patience;
  private final Map<String, Long> others = new LinkedHashMap<>();
  private long version = -1;
  private Map<String, Integer> orphansBefore = Map.of();
  private Set<String> brokenBefore = Set.of();

  @Override
  public void enter(Connection connection) throws SQLException {
    if (!entered) {
      enforced = number(connection, "pragma foreign_keys") != 0;
      patience = number(connection, "pragma busy_timeout");
      for (String other : OTHERS) {
        others.put(other, number(connection, "pragma " + other));
      }
      entered = true;
    }
    setPatience(connection);
    execute(connection, "pragma foreign_keys = off");
    requireUnenforced(connection);
    if (version != version(connection)) {
      orphansBefore = orphans(connection).counts();
      brokenBefore = broken(connection);
    }
  }

  /** The driver takes it back where it ends a statement that takes too long. */
  private void setPatience(Connection connection) throws SQLException {
    execute(connection, "pragma busy_timeout = " + Math.max(patience, PATIENCE));
  }

  /** Another number as soon as another connection has changed something. */
  private static long version(Connection connection) throws SQLException {
    return number(connection, "pragma data_version");
  }

  /**
   * Takes the place of the one writer before the first look at rows. A transaction that begins by
   * reading cannot write any more once another has: SQLite then refuses at once, however long it
   * was told to wait.
   */
  @Override
  public void begun(Connection connection) throws SQLException {
    execute(connection, "rollback");
    setPatience(connection);
    try {
      execute(connection, "begin immediate");
    } catch (SQLException refused) {
      execute(connection, "begin");
      throw refused.getErrorCode() == BUSY
          ? new SQLException(
              "another program has been writing to the database for "
                  + Math.max(patience, PATIENCE) / 1000
                  + " seconds; have it end its transaction first",
              refused)
          : refused;
    }
  }

  /** Within a transaction it would be ignored, and dropping a table would delete its children. */
  @Override
  public List<String> opening() {
    return List.of("pragma foreign_keys = off");
  }

  @Override
  public void beforeCommit(Connection connection) throws SQLException {
    version = version(connection);
    Orphans now = orphans(connection);
    for (Map.Entry<String, Integer> found : now.counts().entrySet()) {
      if (found.getValue() > orphansBefore.getOrDefault(found.getKey(), 0)) {
        throw new SQLException(
            "rows would refer to nothing: "
                + found.getValue()
                + " of "
                + found.getKey()
                + now.shown(found.getKey())
                + "; correct or delete them first");
      }
    }
    Set<String> broken = broken(connection);
    Set<String> newlyBroken = new TreeSet<>(broken);
    newlyBroken.removeAll(brokenBefore);
    if (!newlyBroken.isEmpty()) {
      throw new SQLException(
          "these would not work any more: "
              + String.join(", ", newlyBroken)
              + "; drop them in the migration, and make them anew after it");
    }
    orphansBefore = now.counts();
    brokenBefore = broken;
  }

  /** Refuses a connection on which dropping a table would delete the rows that refer to it. */
  static void requireUnenforced(Connection connection) throws SQLException {
    if (number(connection, "pragma foreign_keys") != 0) {
      throw new SQLException(
          "foreign keys are enforced on this connection, and while a table is built anew that would"
              + " delete the rows that refer to it: give the runner a connection that is in no"
              + " transaction, so that it can pause that");
    }
  }

  @Override
  public void leave(Connection connection) throws SQLException {
    if (entered) {
      execute(connection, "pragma legacy_alter_table = off");
      execute(connection, "pragma foreign_keys = " + (enforced ? "on" : "off"));
      execute(connection, "pragma busy_timeout = " + patience);
      for (Map.Entry<String, Long> other : others.entrySet()) {
        if (number(connection, "pragma " + other.getKey()) != other.getValue()) {
          execute(connection, "pragma " + other.getKey() + " = " + other.getValue());
        }
      }
    }
  }

  /**
   * Rows whose foreign keys refer to nothing.
   *
   * @param counts how many, by {@code "child" to "parent"}
   * @param rows the numbers of some, by the same
   */
  private record Orphans(Map<String, Integer> counts, Map<String, List<String>> rows) {

    String shown(String key) {
      List<String> some = rows.getOrDefault(key, List.of());
      return some.isEmpty() ? "" : " (rowid " + String.join(", ", some) + ")";
    }
  }

  private static Orphans orphans(Connection connection) throws SQLException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, List<String>> shown = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("pragma foreign_key_check")) {
      while (rows.next()) {
        String key = "\"" + rows.getString(1) + "\" to \"" + rows.getString(3) + "\"";
        counts.merge(key, 1, Integer::sum);
        List<String> some = shown.computeIfAbsent(key, table -> new ArrayList<>());
        if (rows.getString(2) != null && some.size() < SHOWN_ROWS) {
          some.add(rows.getString(2));
        }
      }
    } catch (SQLException mismatch) {
      counts.put("\"" + String.valueOf(mismatch.getMessage()) + "\"", 1);
    }
    return new Orphans(counts, shown);
  }

  /** Views that cannot be read, and tables whose triggers cannot run. */
  private static Set<String> broken(Connection connection) throws SQLException {
    Set<String> broken = new TreeSet<>();
    List<String> readers =
        names(
            connection,
            "select type || ' ' || name from sqlite_master where type in ('view', 'trigger')");
    for (String reader : readers) {
      boolean view = reader.startsWith(VIEW);
      String name = SqliteNames.write(reader.substring(reader.indexOf(' ') + 1));
      if (view && isRefused(connection, "select * from " + name)) {
        broken.add(reader);
      }
    }
    if (readers.stream().allMatch(reader -> reader.startsWith(VIEW))) {
      return broken;
    }
    String withTriggers =
        "select distinct t.name from sqlite_master t join sqlite_master r on r.type = 'trigger'"
            + " and lower(r.tbl_name) = lower(t.name) where t.type = 'table'";
    for (String table : names(connection, withTriggers)) {
      for (String statement : firing(connection, table)) {
        if (isRefused(connection, statement)) {
          broken.add("triggers of table " + table);
        }
      }
    }
    return broken;
  }

  /** Statements that would run all triggers of a table; a trigger is read with them. */
  private static List<String> firing(Connection connection, String table) throws SQLException {
    String name = SqliteNames.write(table);
    List<String> columns =
        names(
            connection,
            "select name from pragma_table_xinfo('"
                + table.replace("'", "''")
                + "') where hidden = 0");
    String all =
        columns.stream()
            .map(SqliteNames::write)
            .map(column -> column + " = " + column)
            .collect(Collectors.joining(", "));
    return List.of(
        "insert into " + name + " default values",
        "update " + name + " set " + all,
        "delete from " + name);
  }

  /** Whether SQLite cannot make a statement out of it; the statement is not run. */
  private static boolean isRefused(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("explain " + sql).close();
      return false;
    } catch (SQLException refused) {
      return true;
    }
  }

  private static List<String> names(Connection connection, String query) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
