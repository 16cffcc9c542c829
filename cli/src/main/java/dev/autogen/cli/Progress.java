package dev.autogen.cli;

import java.io.PrintStream;

/** Shows what is being done once it has taken a second, and takes it away when it is done. */
final class Progress {

  private static final long PATIENCE_MILLIS = 1_000;
  private static final long STEP_MILLIS = 200;
  private static final String[] WHEEL = {"|", "/", "-", "\\"};

  private final PrintStream terminal;
  private final Thread thread;
  private boolean shown;

  Progress(PrintStream terminal, String doing) {
    this.terminal = terminal;
    this.thread = new Thread(() -> turn(doing), "progress");
    thread.setDaemon(true);
    thread.start();
  }

  private void turn(String doing) {
    try {
      Thread.sleep(PATIENCE_MILLIS);
      for (int turn = 0; ; turn++) {
        show(WHEEL[turn % WHEEL.length] + " " + doing + " ...");
        Thread.sleep(STEP_MILLIS);
      }
    } catch (InterruptedException done) {
      hide();
    }
  }

  private synchronized void show(String line) {
    terminal.print("\r" + line);
    terminal.flush();
    shown = true;
  }

  private synchronized void hide() {
    if (shown) {
      terminal.print("\r\u001b[K");
      terminal.flush();
      shown = false;
    }
  }

  /** Prints where it stands, which it leaves for as long. */
  synchronized void aside(Runnable printing) {
    hide();
    printing.run();
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
