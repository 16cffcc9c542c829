package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The tables that this tool keeps in a connection's default schema. One that is there stays; and
 * the schema is the one that was found first, whatever a migration makes the default one.
 */
final class OwnTables {

  private final Connection connection;
  private final Dialect dialect;
  private final Set<String> seen = new HashSet<>();
  private Optional<Home> home = Optional.empty();

  /**
   * Where the tables are, as the database calls it.
   *
   * @param schema where the database has schemas
   */
  private record Home(Optional<String> catalog, Optional<String> schema) {}

  OwnTables(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  boolean has(String table) throws SQLException {
    if (seen.contains(table) || exists(table)) {
      seen.add(table);
      return true;
    }
    return false;
  }

  /** The table as statements name it. */
  String name(String table) throws SQLException {
    Home found = home();
    String within = found.schema().or(found::catalog).map(dialect::fromDatabase).orElse("");
    return dialect.identifier(new QualifiedName(within, table));
  }

  private boolean exists(String table) throws SQLException {
    DatabaseMetaData metadata = connection.getMetaData();
    String stored = dialect.toDatabase(table);
    Home found = home();
    String escape = metadata.getSearchStringEscape();
    try (ResultSet tables =
        metadata.getTables(
            found.catalog().orElse(null),
            found.schema().map(schema -> literally(schema, escape)).orElse(null),
            literally(stored, escape),
            null)) {
      while (tables.next()) {
        if (tables.getString("TABLE_NAME").equals(stored)
            && (found.schema().isEmpty()
                || found.schema().get().equals(tables.getString("TABLE_SCHEM")))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * A pattern that only this name matches; not all drivers take an escape, so who asks compares.
   */
  private static String literally(String name, String escape) {
    return name.replace(escape, escape + escape)
        .replace("_", escape + "_")
        .replace("%", escape + "%");
  }

  private Home home() throws SQLException {
    if (home.isEmpty()) {
      Optional<String> schema = dialect.home(connection, MigrationHistory.VERSION_TABLE);
      if (schema.isEmpty() && connection.getMetaData().supportsSchemasInTableDefinitions()) {
        throw new MigrationException(
            "The connection has no schema to work in: none that its search path names exists, or"
                + " the user may not use it. Create the schema, grant usage on it, or correct the"
                + " one in the JDBC URL (currentSchema).");
      }
      home = Optional.of(new Home(Optional.ofNullable(connection.getCatalog()), schema));
    }
    return home.get();
  }
}
