package dev.autogen.dialect;

/** A database that no dialect knows. */
public final class UnsupportedDatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnsupportedDatabaseException(String wanted, String known) {
    super("There is no dialect for \"" + wanted + "\". Known are: " + known + ".");
  }
}
