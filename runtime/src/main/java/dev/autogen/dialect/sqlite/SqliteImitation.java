package dev.autogen.dialect.sqlite;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database in memory in which all is defined as in another, attached databases and all. There is
 * none where something cannot be defined there, such as what needs an extension.
 */
final class SqliteImitation {

  private static final String MEMORY = ":memory:";
  private static final String URL = "jdbc:sqlite:" + MEMORY;

  /** SQLite keeps statements with a beginning of its own, and without the schema. */
  private static final Pattern CREATE =
      Pattern.compile(
          "^create\\s+(unique\\s+|virtual\\s+)?(table|index|view|trigger)\\s+",
          Pattern.CASE_INSENSITIVE);

  private SqliteImitation() {}

  static Optional<Connection> of(Connection original) {
    try {
      Optional<Connection> memory = memory(original);
      if (memory.isEmpty()) {
        return memory;
      }
      try {
        define(original, memory.get());
        return memory;
      } catch (SQLException undefined) {
        memory.get().close();
        return Optional.empty();
      }
    } catch (SQLException | ServiceConfigurationError refused) {
      return Optional.empty();
    }
  }

  /** By the driver of the original, which its own class loader knows. */
  private static Optional<Connection> memory(Connection original) throws SQLException {
    Connection own =
        original.isWrapperFor(Connection.class) ? original.unwrap(Connection.class) : original;
    for (Driver driver : ServiceLoader.load(Driver.class, own.getClass().getClassLoader())) {
      if (driver.acceptsURL(URL)) {
        return Optional.ofNullable(driver.connect(URL, new Properties()));
      }
    }
    return Optional.of(DriverManager.getConnection(URL));
  }

  private static void define(Connection original, Connection memory) throws SQLException {
    try (Statement statement = memory.createStatement()) {
      String schemas = "select name from pragma_database_list where name <> 'temp' order by seq";
      for (String schema : texts(original, schemas)) {
        String name = SqliteNames.write(schema);
        if (!schema.equals(SqliteMaster.MAIN)) {
          statement.execute("attach '" + MEMORY + "' as " + name);
        }
        for (String sql : texts(original, definitions(schema, name))) {
          statement.execute(located(sql, name));
        }
      }
    }
  }

  /** All but what SQLite makes by itself: its own tables, and those behind virtual ones. */
  private static String definitions(String schema, String name) {
    return "select sql from "
        + name
        + ".sqlite_master where sql is not null and name not like 'sqlite\\_%' escape '\\' and name"
        + " not in (select name from pragma_table_list where schema = '"
        + schema.replace("'", "''")
        + "' and type = 'shadow') order by case type when 'table' then 1 when 'index' then 2"
        + " when 'view' then 3 else 4 end, rowid";
  }

  private static String located(String sql, String schema) throws SQLException {
    Matcher create = CREATE.matcher(sql);
    if (!create.find()) {
      throw new SQLException("SQLite keeps a statement that is not its own: " + sql);
    }
    return sql.substring(0, create.end()) + schema + "." + sql.substring(create.end());
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
