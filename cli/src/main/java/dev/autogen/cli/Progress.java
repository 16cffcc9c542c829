package dev.autogen.cli;

import java.io.PrintStream;

/** Shows what is being done once it has taken a second, and takes it away when it is done. */
final class Progress {

  private static final long PATIENCE_MILLIS = 1_000;
  private static final long STEP_MILLIS = 200;
  private static final String[] WHEEL = {"|", "/", "-", "\\"};

  private final PrintStream terminal;
  private final Thread thread;

  Progress(PrintStream terminal, String doing) {
    this.terminal = terminal;
    this.thread = new Thread(() -> turn(doing), "progress");
    thread.setDaemon(true);
    thread.start();
  }

  private void turn(String doing) {
    boolean shown = false;
    try {
      Thread.sleep(PATIENCE_MILLIS);
      shown = true;
      for (int turn = 0; ; turn++) {
        terminal.print("\r" + WHEEL[turn % WHEEL.length] + " " + doing + " ...");
        terminal.flush();
        Thread.sleep(STEP_MILLIS);
      }
    } catch (InterruptedException done) {
      if (shown) {
        terminal.print("\r\u001b[K");
        terminal.flush();
      }
    }
  }

  /** Takes it away. */
  void end() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
