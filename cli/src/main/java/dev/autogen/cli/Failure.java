package dev.autogen.cli;

/** Work that cannot be done, in a sentence that says why and what to do next. Exit code 2. */
final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Failure(String message) {
    super(message);
  }

  Failure(String message, Throwable cause) {
    super(message, cause);
  }
}
