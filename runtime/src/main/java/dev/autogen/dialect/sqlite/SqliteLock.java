package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.SessionLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A lock of the operating system on a file beside the database file: SQLite has no lock that a
 * second connection of the same runner could write under. It ends with the process at the latest,
 * and the file goes with it.
 *
 * <p>The database file itself must not be opened beside SQLite: closing it would end SQLite's own
 * locks (sqlite.org/howtocorrupt.html, section 2.2).
 */
final class SqliteLock implements SessionLock {

  private static final String MIGRATIONS = "-autogen-lock";
  private static final String SCRATCH = "-autogen-scratch-lock";

  /** In bytes. */
  private static final int LONGEST_MARK = 65_536;

  /**
   * What this process holds stands in its system properties, this before the path. An operating
   * system gives a lock to a process, and takes it back when the process closes the file once,
   * whoever in it opened it: another class loader's copy of this class must know too.
   */
  private static final String HELD = "dev.autogen.held:";

  private final String suffix;
  private Path path;
  private FileChannel channel;

  private SqliteLock(String suffix) {
    this.suffix = suffix;
  }

  /** Under which migrations run. */
  static SqliteLock onMigrations() {
    return new SqliteLock(MIGRATIONS);
  }

  /** Under which a proof uses a database that it was given. */
  static SqliteLock onScratch() {
    return new SqliteLock(SCRATCH);
  }

  @Override
  public synchronized boolean take(Connection connection) throws SQLException {
    Path wanted = file(connection);
    if (System.getProperties().putIfAbsent(HELD + wanted, owner()) != null) {
      return false;
    }
    boolean taken = false;
    try {
      taken = takeFile(wanted);
      if (taken) {
        requireWritable(connection);
      }
      return taken;
    } catch (IOException failed) {
      SqliteReadOnly.requireWritable(connection);
      throw new SQLException(
          "the lock file "
              + wanted.getFileName()
              + " beside the database cannot be made: "
              + failed.getMessage()
              + "; give this user the right to write in that folder, where SQLite has its journal",
          failed);
    } finally {
      if (!taken) {
        System.getProperties().remove(HELD + wanted);
      }
    }
  }

  /** It writes a moment, which whoever waits does not: that would be in the way of a run. */
  private void requireWritable(Connection connection) throws SQLException {
    try {
      SqliteReadOnly.requireWritable(connection);
    } catch (SQLException readOnly) {
      release();
      throw readOnly;
    }
  }

  private static String owner() {
    return "process " + ProcessHandle.current().pid();
  }

  /** Whoever ends takes the file away; a lock on a file that is not there any more is none. */
  private boolean takeFile(Path wanted) throws IOException {
    FileChannel opened =
        FileChannel.open(
            wanted, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean kept = false;
    try {
      FileLock lock = opened.tryLock(Long.MAX_VALUE - 1, 1, false);
      kept = lock != null && isStillThere(wanted, opened);
      if (kept) {
        path = wanted;
        channel = opened;
      }
      return kept;
    } finally {
      if (!kept) {
        opened.close();
      }
    }
  }

  /**
   * Whether the file that is open is the one that has the name. It must not be opened once more to
   * see that, so its length is made one that another has not.
   */
  private static boolean isStillThere(Path wanted, FileChannel opened) throws IOException {
    String mark = owner() + " ".repeat(1 + ThreadLocalRandom.current().nextInt(LONGEST_MARK));
    opened.truncate(0);
    opened.write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.UTF_8)), 0);
    try {
      return Files.size(wanted) == mark.length();
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  /** It is a file's, and no session's. */
  @Override
  public void release(Connection connection) throws SQLException {
    release();
  }

  private synchronized void release() throws SQLException {
    if (channel == null) {
      return;
    }
    try {
      Files.deleteIfExists(path);
    } catch (IOException inUse) {
      // Windows keeps a file that is open elsewhere: an empty claim, taken over by whoever is next.
    }
    try {
      channel.close();
    } catch (IOException failed) {
      throw new SQLException("the lock file cannot be closed: " + failed.getMessage(), failed);
    } finally {
      System.getProperties().remove(HELD + path);
      channel = null;
    }
  }

  @Override
  public Optional<String> holder(Connection connection) throws SQLException {
    Path wanted = file(connection);
    String held = System.getProperty(HELD + wanted);
    if (held != null) {
      return Optional.of(held);
    }
    try {
      return Optional.of(Files.readString(wanted).strip()).filter(text -> !text.isEmpty());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Beside the database file; for a database in memory, whose file is this process, a name of it.
   */
  private Path file(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select file from pragma_database_list where name = 'main'")) {
      String file = row.next() ? row.getString(1) : null;
      if (file != null && !file.isEmpty()) {
        return Path.of(file + suffix).toAbsolutePath().normalize();
      }
    }
    return Path.of(
        System.getProperty("java.io.tmpdir"),
        "sqlite-"
            + ProcessHandle.current().pid()
            + "-"
            + Integer.toHexString(connection.getMetaData().getURL().hashCode())
            + suffix);
  }
}
