package dev.autogen.dialect;

/**
 * A change that one database has no statement for. The message is a sentence for a person and says
 * what to do instead; nothing has been sent to the database.
 */
public class UnsupportedChangeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnsupportedChangeException(String message) {
    super(message);
  }
}
