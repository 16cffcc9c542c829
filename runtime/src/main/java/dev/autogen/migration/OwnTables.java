package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** The tables that this tool keeps in a connection's default schema. One that is there stays. */
final class OwnTables {

  private final Connection connection;
  private final Dialect dialect;
  private final Set<String> seen = new HashSet<>();

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

  private boolean exists(String table) throws SQLException {
    DatabaseMetaData metadata = connection.getMetaData();
    String stored = dialect.toDatabase(table);
    String schema = schema(metadata);
    String escape = metadata.getSearchStringEscape();
    try (ResultSet tables =
        metadata.getTables(
            connection.getCatalog(),
            schema == null ? null : literally(schema, escape),
            literally(stored, escape),
            null)) {
      while (tables.next()) {
        if (tables.getString("TABLE_NAME").equals(stored)
            && (schema == null || schema.equals(tables.getString("TABLE_SCHEM")))) {
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

  private String schema(DatabaseMetaData metadata) throws SQLException {
    String schema = connection.getSchema();
    if (schema == null && metadata.supportsSchemasInTableDefinitions()) {
      throw new MigrationException(
          "The connection has no schema to work in: none that its search path names exists, or the"
              + " user may not use it. Create the schema, grant usage on it, or correct the one in"
              + " the JDBC URL (currentSchema).");
    }
    return schema;
  }
}
