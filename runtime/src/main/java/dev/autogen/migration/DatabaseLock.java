package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** The database-wide lock under which migrations run: waits for it, and gives it back. */
final class DatabaseLock implements AutoCloseable {

  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 500;
  private static final Duration NOTICE = Duration.ofSeconds(10);

  private final Dialect dialect;
  private final Connection connection;

  private DatabaseLock(Dialect dialect, Connection connection) {
    this.dialect = dialect;
    this.connection = connection;
  }

  /**
   * Takes the lock, for the session of a connection that is used for nothing else.
   *
   * @throws MigrationException if it is not free in time
   */
  static DatabaseLock take(
      Dialect dialect, Connection connection, Duration timeout, RunListener listener)
      throws SQLException {
    long start = System.nanoTime();
    long pause = FIRST_PAUSE_MILLIS;
    Duration nextNotice = Duration.ZERO;
    while (!dialect.tryLock(connection)) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (waited.compareTo(nextNotice) >= 0) {
        listener.waiting(dialect.lockHolder(connection), waited);
        nextNotice = waited.plus(NOTICE);
      }
      if (waited.compareTo(timeout) >= 0) {
        throw timedOut(dialect.lockHolder(connection), timeout);
      }
      sleep(Math.min(pause, Math.max(1, timeout.minus(waited).toMillis())));
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
    return new DatabaseLock(dialect, connection);
  }

  private static MigrationException timedOut(Optional<String> holder, Duration timeout) {
    return new MigrationException(
        ("Cannot migrate: another run%s holds the lock on migrations of this database, and did not"
                + " give it back within %s. Nothing was changed; see what that run is doing, then"
                + " try again.")
            .formatted(
                holder.map(who -> " (" + who + ")").orElse(" (the database does not tell which)"),
                words(timeout)));
  }

  private static String words(Duration timeout) {
    return timeout.toSeconds() >= 1
        ? Failures.plural(timeout.toSeconds(), "second")
        : Failures.plural(timeout.toMillis(), "millisecond");
  }

  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new MigrationException(
          "Interrupted while waiting for the lock on migrations. Nothing was changed.",
          interrupted);
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    } finally {
      dialect.unlock(connection);
    }
  }
}
