package dev.autogen.migration;

/** The stretch of a migration in which one call may still be added to. */
final class Scope {

  private final String call;
  private boolean closed;

  /**
   * @param call the call that opens it, as it stands in the migration: for messages
   */
  Scope(String call) {
    this.call = call;
  }

  String call() {
    return call;
  }

  void close() {
    closed = true;
  }

  void requireOpen() {
    if (closed) {
      throw new IllegalStateException(
          call
              + " is complete: another call has begun since. Say all about one thing in one chain"
              + " of calls.");
    }
  }

  IllegalStateException lacks(String what, String remedy) {
    return new IllegalStateException(call + " does not say " + what + ": add " + remedy + ".");
  }
}
