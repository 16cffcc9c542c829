package dev.autogen.cli;

/** The process's entry: runs one command and exits with what it says. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    int code = Autogen.run(Host.ofProcess(), arguments);
    System.out.flush();
    System.exit(code);
  }
}
