package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Gets connections, and waits a little where another process has the database to itself: it may be
 * another run, which will be done soon.
 */
record Connecting(DataSource source, RunListener listener, Duration lockTimeout) {

  /** What has the database for longer than this is hardly a run: in milliseconds. */
  private static final long PATIENCE = 120_000;

  /** Of no fixed length, so that not all of those who wait ask at once: in milliseconds. */
  private static final int PAUSE = 100;

  /** How often the process may end that serves the database: more often, there is none. */
  private static final int MOST_LOST = 30;

  BorrowedConnection connection() {
    long start = System.nanoTime();
    boolean told = false;
    while (true) {
      try {
        return BorrowedConnection.from(source);
      } catch (SQLException | RuntimeException thrown) {
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        if (!isOccupied(thrown) || isOver(waited)) {
          throw refused(thrown);
        }
        if (!told) {
          listener.waiting(Optional.of("it has the database file open"), waited);
          told = true;
        }
        DatabaseLock.sleep(PAUSE / 2 + ThreadLocalRandom.current().nextInt(PAUSE));
      }
    }
  }

  /** One more beside that which holds the lock. */
  BorrowedConnection second(Dialect dialect) {
    try {
      return connection();
    } catch (RuntimeException refused) {
      Throwable reason = refused.getCause() == null ? refused : refused.getCause();
      throw new MigrationException(
          ("Migrating %s needs two connections at a time, one of them for the lock, and there was no"
                  + " second: %s Let the data source give two. Nothing was changed.")
              .formatted(dialect.name(), Failures.sentence(Failures.reason(reason))),
          refused);
    }
  }

  /**
   * Tries anew where the process ended that served the connection, as long as nothing is done that
   * would be done twice.
   *
   * @param attempt connects, and throws a {@link MigrationException} with the reason as its cause
   * @param begun whether the attempt is past that
   */
  <T> T served(Supplier<T> attempt, BooleanSupplier begun) {
    for (int lost = 1; ; lost++) {
      long start = System.nanoTime();
      try {
        return attempt.get();
      } catch (MigrationException thrown) {
        boolean occupied =
            isOccupied(thrown) && !isOver(Duration.ofNanos(System.nanoTime() - start));
        if (begun.getAsBoolean()
            || lost > MOST_LOST
            || !occupied && !isCausedBy(thrown, Dialects::isServedNoMore)) {
          throw thrown;
        }
        DatabaseLock.sleep(PAUSE);
      }
    }
  }

  private boolean isOver(Duration waited) {
    return waited.toMillis() >= Math.min(PATIENCE, lockTimeout.toMillis());
  }

  private static boolean isOccupied(Exception thrown) {
    return isCausedBy(thrown, Dialects::isOccupied);
  }

  /** A data source may have put a sentence of its own around what the driver says. */
  private static boolean isCausedBy(Exception thrown, Predicate<SQLException> reason) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused && reason.test(refused)) {
        return true;
      }
    }
    return false;
  }

  private static RuntimeException refused(Exception thrown) {
    return thrown instanceof RuntimeException own
        ? own
        : new MigrationException(
            "Cannot connect to the database: "
                + Failures.sentence(Failures.reason(thrown))
                + " Check its address, user and password.",
            thrown);
  }
}
