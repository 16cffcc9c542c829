package dev.autogen.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A lock on a database, by its own means, which one session has at a time. It ends with the session
 * at the latest, so a process that is killed leaves none behind.
 */
public interface SessionLock {

  /** Takes the lock if it is free; does not wait. Returns whether it was taken. */
  boolean take(Connection connection) throws SQLException;

  /** Gives the lock back, on the connection that took it. */
  void release(Connection connection) throws SQLException;

  /** Who holds the lock, as far as the database tells: for a message. */
  Optional<String> holder(Connection connection) throws SQLException;
}
