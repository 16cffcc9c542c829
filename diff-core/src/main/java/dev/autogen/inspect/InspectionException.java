package dev.autogen.inspect;

/**
 * A schema that could not be read. The message says what could not be done, to which thing, why,
 * and what to do next; it never holds a password.
 */
public final class InspectionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InspectionException(String message) {
    super(message);
  }

  public InspectionException(String message, Throwable cause) {
    super(message, cause);
  }
}
