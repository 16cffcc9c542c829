package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.DatabaseVersion;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.DialectProvider;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;

/** Makes the dialect of SQLite. */
public final class SqliteProvider implements DialectProvider {

  private static final String PRODUCT = "SQLite";

  @Override
  public String name() {
    return SqliteDialect.NAME;
  }

  @Override
  public Optional<Dialect> forConnection(Connection connection) throws SQLException {
    DatabaseMetaData database = connection.getMetaData();
    if (!database.getDatabaseProductName().equals(PRODUCT)) {
      return Optional.empty();
    }
    return Optional.of(
        new SqliteDialect(
            new DatabaseVersion(
                PRODUCT,
                database.getDatabaseMajorVersion(),
                database.getDatabaseMinorVersion(),
                database.getDatabaseProductVersion())));
  }

  @Override
  public Dialect offline(int major, int minor) {
    return new SqliteDialect(new DatabaseVersion(PRODUCT, major, minor, major + "." + minor));
  }
}
