package dev.autogen.cli;

import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Discards what the application's libraries and classes print themselves while they are read, until
 * it is closed: a logging framework without a configuration writes to standard output, where the
 * report goes.
 *
 * <p>It holds for the whole process; only a process of the tool's own may do that. The streams of
 * the {@link Host} are not affected.
 */
final class StrayOutput implements AutoCloseable {

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  StrayOutput() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    System.setOut(nowhere);
    System.setErr(nowhere);
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
  }
}
