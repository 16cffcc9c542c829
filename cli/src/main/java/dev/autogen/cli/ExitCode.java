package dev.autogen.cli;

/** What scripts are told. */
final class ExitCode {

  /** Done, or nothing to do. */
  static final int DONE = 0;

  /** Differences or findings. */
  static final int DIFFERENT = 1;

  /** Could not work: bad arguments, no connection, a broken migration. */
  static final int FAILED = 2;

  private ExitCode() {}
}
