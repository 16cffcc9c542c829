package dev.autogen.cli;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Turns what a driver throws while connecting into a sentence with what to do next. Knows the SQL
 * states of the standard and the words of the bundled drivers; what it does not know it passes on.
 */
final class DatabaseErrors {

  private DatabaseErrors() {}

  /**
   * @param url the URL, which the caller scrubs with the rest of the message
   * @param user the user, if one was given
   */
  static String connecting(String url, Optional<String> user, SQLException thrown) {
    return "Cannot connect to " + url + ": " + reason(user, thrown);
  }

  private static String reason(Optional<String> user, SQLException thrown) {
    String text = words(thrown);
    String state = states(thrown);
    String who = user.map(name -> " for user \"" + name + "\"").orElse("");
    if (has(text, "locked by another process", "database may be already in use", "90020")) {
      return "another process has the database file open. Stop that application, or have both"
          + " use a server (H2: AUTO_SERVER=TRUE).";
    }
    if (has(state, "90028", "90031")) {
      return "its file cannot be opened or made. Check the path and the rights of this user.";
    }
    if (has(state, "42000 1044")
        || has(text, "access denied for user") && has(text, "to database")) {
      return "the password is right, but the user"
          + user.map(name -> " \"" + name + "\"").orElse("")
          + " has no rights on that database. Have them granted, or correct the URL or --user.";
    }
    if (state.lines().anyMatch(line -> line.startsWith("28"))
        || has(text, "wrong user name or password", "access denied for user")) {
      return "the database refused the password"
          + who
          + ". Set AUTOGEN_PASSWORD, or use --password-file; check --user.";
    }
    if (has(text, "no password was provided", "the server requested password-based")) {
      return "the database wants a password" + who + ". Set AUTOGEN_PASSWORD or --password-file.";
    }
    if (has(state, "3D000", "42000 1049", "90146", "90013")
        || has(text, "unknown database", "database does not exist")
        || (text.contains("database \"") && text.contains("not found"))) {
      return "there is no such database. Create it first, or correct the URL.";
    }
    if (isCausedBy(thrown, UnknownHostException.class)) {
      return "the host name is not known. Correct the URL, or check the network.";
    }
    if (isCausedBy(thrown, SocketTimeoutException.class)
        || isCausedBy(thrown, NoRouteToHostException.class)
        || thrown instanceof SQLTimeoutException
        || has(
            text,
            "timed out",
            "connect timeout",
            "connection timeout",
            "login timeout",
            "socket timeout")) {
      return "the server did not answer in time. Check host, port and firewall.";
    }
    Optional<SSLException> tls = cause(thrown, SSLException.class);
    if (tls.isPresent()) {
      return "the encrypted connection failed: "
          + sentence(String.valueOf(tls.get().getMessage()))
          + " Correct what the URL says of TLS, or have the server's certificate trusted.";
    }
    if (isCausedBy(thrown, ConnectException.class)
        || has(text, "connection refused", "communications link failure", "socket fail to connect")
        || has(state, "08001")) {
      return "nothing answers at that host and port. Start the database, or correct the URL.";
    }
    return sentence(firstMessage(thrown));
  }

  /** A driver's message as one sentence, on one line. */
  static String sentence(String message) {
    String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
    return line.endsWith(".") ? line : line + ".";
  }

  private static String firstMessage(SQLException thrown) {
    return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
  }

  private static boolean has(String text, String... parts) {
    for (String part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCausedBy(Throwable thrown, Class<? extends Throwable> kind) {
    return cause(thrown, kind).isPresent();
  }

  private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> kind) {
    return chain(thrown).stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  private static String words(Throwable thrown) {
    StringBuilder words = new StringBuilder();
    chain(thrown).forEach(link -> words.append(link.getMessage()).append('\n'));
    return words.toString().toLowerCase(Locale.ROOT);
  }

  /** The SQL states of all causes, each with its vendor code, a line each. */
  private static String states(Throwable thrown) {
    StringBuilder states = new StringBuilder();
    for (Throwable link : chain(thrown)) {
      if (link instanceof SQLException sql && sql.getSQLState() != null) {
        states.append(sql.getSQLState()).append(' ').append(sql.getErrorCode()).append('\n');
      }
    }
    return states.toString();
  }

  private static List<Throwable> chain(Throwable thrown) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable link = thrown; link != null && !chain.contains(link); link = link.getCause()) {
      chain.add(link);
    }
    return chain;
  }
}
