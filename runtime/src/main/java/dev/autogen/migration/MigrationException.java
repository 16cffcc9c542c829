package dev.autogen.migration;

/**
 * Migrations that could not be loaded, ordered or run. The message is for a person: what could not
 * be done, to which thing, why, and what to do next. It never holds a password.
 */
public final class MigrationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MigrationException(String message) {
    super(message);
  }

  public MigrationException(String message, Throwable cause) {
    super(message, cause);
  }
}
