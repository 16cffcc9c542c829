package dev.autogen.migration;

import java.time.Duration;
import java.util.Optional;

/**
 * Told of a run as it goes, from the thread that runs it. What a listener throws ends the run as a
 * failed step would.
 */
public interface RunListener {

  /** A listener that does nothing. */
  RunListener SILENT = new RunListener() {};

  /**
   * Another run holds the lock; called once at first and then about every ten seconds.
   *
   * @param holder who holds it, as far as the database tells
   * @param waited for how long so far
   */
  default void waiting(Optional<String> holder, Duration waited) {}

  /** A migration begins. */
  default void started(MigrationScript script, Direction direction) {}

  /**
   * A statement or a piece of Java work is about to run.
   *
   * @param number which of the migration's steps it belongs to, from 1; changes that the database
   *     takes together are one step
   * @param count how many steps there are in this migration
   * @param text the SQL, or what the Java work says it does
   */
  default void step(MigrationScript script, int number, int count, String text) {}

  /**
   * A step that works batch by batch has committed some: called about every two seconds.
   *
   * @param what what the step does, in words
   * @param rows how many rows it has changed in this run
   */
  default void progress(MigrationScript script, String what, long rows) {}

  /** A migration is done, and the version written. */
  default void finished(MigrationScript script, Direction direction, Duration took) {}
}
