package dev.autogen.cli;

/** The process's entry: runs one command and exits with what it says. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    // Drivers bring SLF4J without anything that logs, which it would tell on standard error.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    int code = Autogen.run(Host.ofProcess(), arguments);
    System.out.flush();
    System.exit(code);
  }
}
