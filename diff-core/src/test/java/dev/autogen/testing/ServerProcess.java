package dev.autogen.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A server that is a child of this JVM, and ends with it in whatever way it ends. */
final class ServerProcess {

  private static final Duration START = Duration.ofSeconds(60);

  private static final long PAUSE = Duration.ofMillis(50).toNanos();

  /** Reads from this JVM until there is nothing that writes, even if it was killed. */
  private static final String WATCH =
      """
      trap '' INT TERM HUP
      data="$1"
      shift
      exec 3<&0
      "$@" < /dev/null 3<&- &
      server=$!
      (cat <&3 > /dev/null; kill -9 $server) &
      wait $server
      rm -rf "$data"
      """;

  private ServerProcess() {}

  /**
   * Starts it and waits until it takes connections.
   *
   * @param data its data, deleted when it has ended
   */
  static void start(List<String> command, Map<String, String> environment, Path data, Server server)
      throws IOException {
    Path log = data.resolveSibling(data.getFileName() + ".log");
    List<String> watched = new ArrayList<>(List.of("sh", "-c", WATCH, "sh", data.toString()));
    watched.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(watched).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      awaitConnection(server, process::isAlive);
    } catch (IllegalStateException e) {
      process.getOutputStream().close();
      throw new IOException(e.getMessage() + " It said: " + lastOf(log), e);
    }
  }

  /** Waits until a server takes connections, as long as it is there. */
  static void awaitConnection(Server server, BooleanSupplier isThere) {
    long end = System.nanoTime() + START.toNanos();
    while (true) {
      try {
        DriverManager.getConnection(server.url(), server.user(), server.password()).close();
        return;
      } catch (SQLException e) {
        if (!isThere.getAsBoolean() || System.nanoTime() > end) {
          throw new IllegalStateException("The server takes no connections: " + e.getMessage(), e);
        }
        LockSupport.parkNanos(PAUSE);
      }
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lastOf(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
  }
}
