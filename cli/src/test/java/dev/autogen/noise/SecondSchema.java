package dev.autogen.noise;

import dev.autogen.noise.elsewhere.Elsewhere;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import java.sql.SQLException;

/**
 * A schema beside the one that a connection starts in; in MySQL and MariaDB a database beside it.
 * Not there at first, and gone at the end.
 *
 * @param database the one that it is beside
 */
record SecondSchema(TestDatabase database) implements AutoCloseable {

  private static final String NAME = Elsewhere.SECOND;

  static SecondSchema beside(TestDatabase database) throws SQLException {
    SecondSchema second = new SecondSchema(database);
    second.close();
    return second;
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
    database.execute("create schema " + NAME);
  }

  @Override
  public void close() throws SQLException {
    if (isDatabase(database.engine())) {
      database.execute("set foreign_key_checks = 0", "drop database if exists " + NAME);
    }
  }
}
