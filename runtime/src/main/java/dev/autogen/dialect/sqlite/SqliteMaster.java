package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The table in which SQLite keeps the text of each statement that made something. */
final class SqliteMaster {

  /** The schema that a connection starts in. */
  static final String MAIN = "main";

  private final Connection connection;
  private final String master;
  private final String schema;

  SqliteMaster(Connection connection, String schema) {
    this.connection = connection;
    this.schema = schema;
    this.master = SqliteNames.write(schema) + ".sqlite_master";
  }

  /**
   * Ordinary tables: views, virtual tables and what is behind those are nobody's business, and so
   * are those that Hibernate makes for itself at each start.
   */
  List<SqliteTable> tables() throws SQLException {
    if (!isAttached()) {
      return List.of();
    }
    List<SqliteTable> tables =
        tables(
            "select name, sql from "
                + master
                + " where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name in"
                + " (select name from pragma_table_list where schema = ? and type = 'table')"
                + " order by rowid",
            schema);
    tables.removeIf(SqliteMaster::isHibernatesOwn);
    return tables;
  }

  /**
   * For bulk statements it has temporary tables; here they are ordinary ones, in which each session
   * has its rows.
   */
  private static boolean isHibernatesOwn(SqliteTable table) {
    return table.name().toLowerCase(Locale.ROOT).matches("hte?_.*")
        && table.columnNames().stream().anyMatch("hib_sess_id"::equalsIgnoreCase);
  }

  private boolean isAttached() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select 1 from pragma_database_list where name = lower(?)")) {
      statement.setString(1, schema);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  /** The table of that name, in any case. */
  Optional<SqliteTable> table(String name) throws SQLException {
    return tables(
            "select name, sql from " + master + " where type = 'table' and lower(name) = lower(?)",
            name)
        .stream()
        .findFirst();
  }

  private List<SqliteTable> tables(String query, String parameter) throws SQLException {
    List<SqliteTable> tables = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, parameter);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          tables.add(SqliteTable.parse(rows.getString(1), rows.getString(2)));
        }
      }
    }
    return tables;
  }

  /** The statements that make the indexes and triggers of a table, in their order. */
  List<String> dependents(String table) throws SQLException {
    return texts(
        "select sql from "
            + master
            + " where type in ('index', 'trigger') and sql is not null and lower(tbl_name) ="
            + " lower(?) order by rowid",
        table);
  }

  /** The triggers of a table by their names, each with the statement that made it. */
  Map<String, String> triggers(String table) throws SQLException {
    Map<String, String> triggers = new TreeMap<>();
    for (String name :
        texts(
            "select name from " + master + " where type = 'trigger' and lower(tbl_name) = lower(?)",
            table)) {
      triggers.put(
          name,
          texts("select sql from " + master + " where type = 'trigger' and name = ?", name).get(0));
    }
    return triggers;
  }

  /** The statement that made an index. */
  Optional<String> index(String name) throws SQLException {
    return texts(
            "select sql from " + master + " where type = 'index' and lower(name) = lower(?)", name)
        .stream()
        .findFirst();
  }

  /** The indexes that somebody made, of ordinary tables. */
  List<SqliteIndex> indexes() throws SQLException {
    Map<String, SqliteTable> tables = new HashMap<>();
    for (SqliteTable table : tables()) {
      tables.put(SqliteNames.folded(table.name()), table);
    }
    List<SqliteIndex> indexes = new ArrayList<>();
    if (tables.isEmpty()) {
      return indexes;
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select name, lower(tbl_name), sql from "
                    + master
                    + " where type = 'index' and sql is not null order by rowid")) {
      while (rows.next()) {
        SqliteTable table = tables.get(rows.getString(2));
        if (table != null) {
          indexes.add(
              new SqliteIndex(
                  rows.getString(1), table.name(), table.columnNames(), rows.getString(3)));
        }
      }
    }
    return indexes;
  }

  private List<String> texts(String query, String parameter) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, parameter);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
    }
    return texts;
  }

  /** The statement for an index of another name. */
  static String withIndexName(String sql, String name) {
    List<Token> tokens = new SqlText(sql, Style.BRACKETS).tokens();
    int on = 0;
    while (!tokens.get(on).is("on")) {
      on++;
    }
    int first = tokens.get(1).is("unique") ? 3 : 2;
    while (tokens.get(first).isAny("if", "not", "exists")) {
      first++;
    }
    return sql.substring(0, tokens.get(first).start())
        + name
        + sql.substring(tokens.get(on - 1).end());
  }
}
