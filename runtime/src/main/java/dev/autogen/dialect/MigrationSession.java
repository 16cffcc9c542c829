package dev.autogen.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The settings of a connection while it runs migrations. One object serves one run; it remembers
 * what it found at first.
 */
public interface MigrationSession {

  /** One that sets nothing. */
  MigrationSession PLAIN = new MigrationSession() {};

  /**
   * Called before each migration's first statement, outside of any transaction: the one before may
   * have changed settings of its own.
   *
   * @throws SQLException if the connection cannot be made to run migrations safely; its message is
   *     a sentence for a person
   */
  default void enter(Connection connection) throws SQLException {}

  /**
   * Called in the place of {@link #enter} after a migration that ran no statement of a person's
   * own, so that this connection has the settings that it was given.
   */
  default void enterAgain(Connection connection) throws SQLException {
    enter(connection);
  }

  /**
   * Called where DDL is transactional, once the migration's transaction is open and before its
   * first statement.
   *
   * @throws SQLException if the database cannot be changed now; its message is a sentence for a
   *     person
   */
  default void begun(Connection connection) throws SQLException {}

  /** The statements that a script says first, outside of any transaction: what it can of that. */
  default List<String> opening() {
    return List.of();
  }

  /** The statements that a script says last: they put back what {@link #opening} has set. */
  default List<String> closing() {
    return List.of();
  }

  /**
   * Called after the last statement, before the version is written and committed.
   *
   * @throws SQLException if what the migration made must not be; its message is a sentence for a
   *     person
   */
  default void beforeCommit(Connection connection) throws SQLException {}

  /**
   * Called after the last migration, whatever happened, outside of any transaction: puts settings
   * back.
   */
  default void leave(Connection connection) throws SQLException {}
}
