package dev.autogen.noise;

import dev.autogen.noise.elsewhere.Elsewhere;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * A schema beside the one that a connection starts in, where one is wanted; in MySQL and MariaDB a
 * database beside it, of which the server has one at a time. Not there at first, and gone at the
 * end.
 *
 * @param database the one that it is beside
 * @param wanted whether there is to be one
 */
record SecondSchema(TestDatabase database, boolean wanted) implements AutoCloseable {

  private static final String NAME = Elsewhere.SECOND;

  private static final Map<Engine, Semaphore> ONE_AT_A_TIME =
      Map.of(Engine.MYSQL, new Semaphore(1), Engine.MARIADB, new Semaphore(1));

  /** Waits until no other test has one on this server. */
  static SecondSchema beside(TestDatabase database, boolean wanted) throws SQLException {
    SecondSchema second = new SecondSchema(database, wanted);
    if (second.isShared()) {
      ONE_AT_A_TIME.get(database.engine()).acquireUninterruptibly();
      second.drop();
    }
    return second;
  }

  private boolean isShared() {
    return wanted && isDatabase(database.engine());
  }

  /** Whether a schema is a database, which the entities call a catalog. */
  static boolean isDatabase(Engine engine) {
    return engine == Engine.MYSQL || engine == Engine.MARIADB;
  }

  /** What the database that a connection starts in is called. */
  static String nameOf(TestDatabase database) {
    return database.url().replaceAll("\\?.*", "").replaceAll(".*/", "");
  }

  void create() throws SQLException {
    if (wanted) {
      database.execute("create schema " + NAME);
    }
  }

  private void drop() throws SQLException {
    database.execute("set foreign_key_checks = 0", "drop database if exists " + NAME);
  }

  @Override
  public void close() throws SQLException {
    if (isShared()) {
      try {
        drop();
      } finally {
        ONE_AT_A_TIME.get(database.engine()).release();
      }
    }
  }
}
