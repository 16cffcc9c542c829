package dev.autogen.migration;

/** Somewhere migrations can be loaded from. */
@FunctionalInterface
public interface MigrationSource {

  /**
   * Loads all migrations there and links them up; an empty graph where there are none.
   *
   * @throws MigrationException if one does not compile or load, or if they do not fit together
   */
  RevisionGraph load();
}
