package dev.autogen.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All that a command takes from the process it runs in. Tests give another.
 *
 * @param out where results go
 * @param err where everything else goes
 * @param keyboard who can be asked
 * @param isTerminal whether {@code out} and {@code err} are terminals
 * @param environment the environment variables
 * @param directory the working directory
 * @param clock the time
 * @param revisionIds makes up a revision id: 12 hexadecimal digits
 */
public record Host(
    PrintStream out,
    PrintStream err,
    Keyboard keyboard,
    Terminals isTerminal,
    Map<String, String> environment,
    Path directory,
    Clock clock,
    Supplier<String> revisionIds) {

  /** Which streams are terminals. */
  public record Terminals(boolean out, boolean err) {}

  private static final int ID_BYTES = 6;

  /** The process's own. The launcher tells which streams are terminals. */
  static Host ofProcess() {
    String terminals =
        System.getProperty("autogen.terminal", System.console() == null ? "" : "ioe");
    SecureRandom random = new SecureRandom();
    return new Host(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        terminals.contains("i") && terminals.contains("e")
            ? new Keyboard.OfTerminal()
            : Keyboard.NONE,
        new Terminals(terminals.contains("o"), terminals.contains("e")),
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Clock.systemUTC(),
        () -> {
          byte[] bytes = new byte[ID_BYTES];
          random.nextBytes(bytes);
          return HexFormat.of().formatHex(bytes);
        });
  }

  Host withDirectory(Path newDirectory) {
    return new Host(out, err, keyboard, isTerminal, environment, newDirectory, clock, revisionIds);
  }

  Host withoutKeyboard() {
    return new Host(
        out, err, Keyboard.NONE, isTerminal, environment, directory, clock, revisionIds);
  }
}
