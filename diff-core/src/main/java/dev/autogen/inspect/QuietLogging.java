package dev.autogen.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the libraries that read entities and databases from writing to standard error, until it is
 * closed. What they have to say reaches a person through exceptions and findings.
 *
 * <p>It holds for the whole process and only for loggers of {@code java.util.logging}, which is
 * what those libraries use where no other logging is on the tool's own class path.
 */
public final class QuietLogging implements AutoCloseable {

  private static final List<String> NAMES =
      List.of(
          "org.hibernate", "org.jboss", "schemacrawler", "us.fatehi", "org.glassfish", "jakarta");

  /** Held here: a logger that nobody holds forgets its level. */
  private final List<Silenced> silenced = new ArrayList<>();

  private record Silenced(Logger logger, Level before) {}

  /** Silences them from now on. */
  public QuietLogging() {
    for (String name : NAMES) {
      Logger logger = Logger.getLogger(name);
      silenced.add(new Silenced(logger, logger.getLevel()));
      logger.setLevel(Level.OFF);
    }
  }

  /** Lets them speak as before. */
  @Override
  public void close() {
    silenced.forEach(one -> one.logger().setLevel(one.before()));
  }
}
