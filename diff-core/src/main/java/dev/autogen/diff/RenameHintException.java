package dev.autogen.diff;

/** A rename that was asked for and cannot be. The message is a sentence for a person. */
public final class RenameHintException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RenameHintException(String message) {
    super(message);
  }
}
