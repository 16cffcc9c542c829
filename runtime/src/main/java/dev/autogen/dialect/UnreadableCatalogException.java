package dev.autogen.dialect;

/** A database's catalog says something that this tool does not understand. */
public final class UnreadableCatalogException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableCatalogException(String message) {
    super(message);
  }
}
