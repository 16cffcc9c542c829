package dev.autogen.cli.project;

/** A build that did not tell its class path. The message says why and what to do next. */
public final class ClassPathException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ClassPathException(String message) {
    super(message);
  }

  ClassPathException(String message, Throwable cause) {
    super(message, cause);
  }
}
