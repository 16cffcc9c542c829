package dev.autogen.dialect.h2;

import dev.autogen.dialect.DatabaseVersion;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.DialectProvider;
import dev.autogen.dialect.Identifiers.Folding;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the dialect of H2. */
public final class H2Provider implements DialectProvider {

  private static final String PRODUCT = "H2";

  private static final List<String> AT_ONCE =
      List.of("Another process was faster", "Lock file recently modified", "Concurrent update");

  /** OBJECT_CLOSED, CONNECTION_BROKEN_1, DATABASE_IS_CLOSED, DATABASE_CALLED_AT_SHUTDOWN. */
  private static final Set<Integer> SERVED_NO_MORE = Set.of(90007, 90067, 90098, 90121);

  @Override
  public String name() {
    return H2Dialect.NAME;
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
            database.getDatabaseProductVersion().split(" ")[0]);
    return Optional.of(new H2Dialect(version, folding(database), connection.getSchema()));
  }

  /**
   * DATABASE_ALREADY_OPEN_1: a file is open in one process at a time; and, where several open one
   * with a lock file at once, as with AUTO_SERVER, ERROR_OPENING_DATABASE_1 with H2's own words.
   */
  @Override
  public boolean isOccupied(SQLException refused) {
    String message = String.valueOf(refused.getMessage());
    return refused.getErrorCode() == 90020
        || refused.getErrorCode() == 8000 && AT_ONCE.stream().anyMatch(message::contains);
  }

  /** With AUTO_SERVER the first process serves the others, until it ends. */
  @Override
  public boolean isServedNoMore(SQLException lost) {
    return SERVED_NO_MORE.contains(lost.getErrorCode());
  }

  @Override
  public Dialect offline(int major, int minor) {
    if (major == 0) {
      return offline(2, 4);
    }
    return new H2Dialect(
        new DatabaseVersion(PRODUCT, major, minor, major + "." + minor), Folding.UPPER, "PUBLIC");
  }

  /** H2's DATABASE_TO_UPPER, DATABASE_TO_LOWER and MODE, as the driver tells them. */
  private static Folding folding(DatabaseMetaData database) throws SQLException {
    if (database.storesUpperCaseIdentifiers()) {
      return Folding.UPPER;
    }
    return database.storesLowerCaseIdentifiers() ? Folding.LOWER : Folding.NONE;
  }
}
