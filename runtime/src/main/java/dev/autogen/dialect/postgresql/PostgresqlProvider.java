package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.DatabaseVersion;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.DialectProvider;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;

/** Makes the dialect of PostgreSQL. */
public final class PostgresqlProvider implements DialectProvider {

  private static final String PRODUCT = "PostgreSQL";

  @Override
  public String name() {
    return PostgresqlDialect.NAME;
  }

  @Override
  public Optional<Dialect> forConnection(Connection connection) throws SQLException {
    DatabaseMetaData database = connection.getMetaData();
    if (!database.getDatabaseProductName().equals(PRODUCT)) {
      return Optional.empty();
    }
    DatabaseVersion version =
        new DatabaseVersion(
            PRODUCT,
            database.getDatabaseMajorVersion(),
            database.getDatabaseMinorVersion(),
            database.getDatabaseProductVersion());
    String schema = connection.getSchema();
    return Optional.of(new PostgresqlDialect(version, schema == null ? "public" : schema));
  }

  @Override
  public Dialect offline(int major, int minor) {
    if (major == 0) {
      return offline(17, 0);
    }
    return new PostgresqlDialect(
        new DatabaseVersion(PRODUCT, major, minor, major + "." + minor), "public");
  }
}
