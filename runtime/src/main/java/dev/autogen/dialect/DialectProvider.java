package dev.autogen.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Makes one database's dialect; found through {@link java.util.ServiceLoader}. */
public interface DialectProvider {

  /** The name used in configuration: {@code postgresql}, {@code h2}. */
  String name();

  /** The dialect for an open connection, or empty if it leads to another database. */
  Optional<Dialect> forConnection(Connection connection) throws SQLException;

  /** Whether no connection was given because another process has the database to itself for now. */
  default boolean isOccupied(SQLException refused) {
    return false;
  }

  /** Whether a connection is lost since the process ended that served others beside itself. */
  default boolean isServedNoMore(SQLException lost) {
    return false;
  }

  /**
   * The dialect without a connection, with the database's usual settings.
   *
   * @param major 0 where no version is known: then one that is in use today
   */
  Dialect offline(int major, int minor);
}
