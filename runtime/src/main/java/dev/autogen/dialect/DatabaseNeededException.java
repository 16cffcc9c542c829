package dev.autogen.dialect;

/** A change that can be written as statements only with the database at hand. */
public final class DatabaseNeededException extends UnsupportedChangeException {

  private static final long serialVersionUID = 1L;

  public DatabaseNeededException(String message) {
    super(message);
  }
}
