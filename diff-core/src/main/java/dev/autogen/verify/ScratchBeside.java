package dev.autogen.verify;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.ScratchDatabases;
import dev.autogen.inspect.DatabaseSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A scratch database beside the one that the proof is for: made for it, dropped after it. What an
 * earlier run left that was killed is dropped first.
 */
public final class ScratchBeside implements Scratch {

  private final Function<String, DataSource> databases;
  private final String url;
  private final Connection beside;
  private final Dialect dialect;
  private String name = "";
  private @Nullable Connection held;

  /**
   * @param databases the database of a URL, with the user's name and password
   * @param url the database beside which it lies; only read
   * @param beside a connection to that one, which this closes
   * @throws VerificationException if none can be made
   */
  public ScratchBeside(Function<String, DataSource> databases, String url, Connection beside) {
    this.databases = databases;
    this.url = url;
    this.beside = beside;
    try {
      this.dialect = Dialects.of(beside);
      dropLeftovers();
    } catch (SQLException e) {
      throw refused("look for what an earlier proof left", e);
    }
    start();
  }

  private ScratchDatabases kind() {
    return dialect.scratchDatabases();
  }

  private void dropLeftovers() throws SQLException {
    for (String leftover : kind().leftovers(beside)) {
      kind().drop(beside, leftover);
    }
  }

  private void start() {
    name =
        String.format(
            Locale.ROOT,
            "%s%d_%08x",
            ScratchDatabases.PREFIX,
            ProcessHandle.current().pid(),
            ThreadLocalRandom.current().nextInt());
    try {
      kind().url(url, name);
      kind().create(beside, name);
      Connection connection = source().getConnection();
      held = connection;
      kind().occupy(beside, connection, name);
    } catch (SQLException e) {
      VerificationException refused = refused("make a scratch database", e);
      try {
        close();
      } catch (VerificationException also) {
        refused.addSuppressed(also);
      }
      throw refused;
    } catch (IllegalArgumentException e) {
      throw new VerificationException(
          e.getMessage() + " Name an empty database with --scratch-url.", e);
    }
  }

  @Override
  public DataSource source() {
    return databases.apply(kind().url(url, name));
  }

  @Override
  public Optional<String> connectionSchema() {
    return Optional.of(DatabaseSource.connectionSchema(beside, dialect));
  }

  @Override
  public void renew() {
    stop();
    start();
  }

  private void stop() {
    try {
      if (held != null) {
        held.close();
        held = null;
      }
      kind().drop(beside, name);
    } catch (SQLException e) {
      throw refused("drop the scratch database \"" + name + "\"", e);
    }
  }

  @Override
  public void close() {
    try {
      stop();
    } finally {
      try {
        beside.close();
      } catch (SQLException e) {
        throw refused("close the connection", e);
      }
    }
  }

  private static VerificationException refused(String what, SQLException e) {
    return new VerificationException(
        "Cannot "
            + what
            + " beside the database: "
            + e.getMessage()
            + ". Let the user create databases, or name an empty database with --scratch-url.",
        e);
  }
}
