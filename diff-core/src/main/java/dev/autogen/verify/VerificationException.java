package dev.autogen.verify;

/** Why a proof could not be tried, in a sentence for a person that says what to do. */
public final class VerificationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public VerificationException(String message, Throwable cause) {
    super(message, cause);
  }

  public VerificationException(String message) {
    super(message);
  }
}
