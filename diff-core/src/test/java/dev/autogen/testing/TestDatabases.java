package dev.autogen.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives each test an empty database of its own on a real engine.
 *
 * <p>H2 runs in memory, SQLite on a file under {@code target}. A server is, in this order: the one
 * that the environment names ({@code AUTOGEN_TEST_MYSQL_URL}, with {@code _USER} and {@code
 * _PASSWORD}); a container where a Docker engine answers; else the server's own binaries, on a free
 * loopback port. It is started when a test first asks, and stops with the JVM. Where it cannot be
 * started, the test fails and says why: nothing is skipped.
 */
public final class TestDatabases {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabases() {}

  /** A new empty database. */
  public static TestDatabase create(Engine engine) {
    try {
      return switch (engine) {
        case POSTGRESQL, POSTGRESQL_13 -> postgresql(engine);
        case MYSQL, MARIADB -> mysql(engine);
        case H2 -> h2("");
        case SQLITE -> sqlite();
      };
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("Cannot create a test database on " + engine.label(), e);
    }
  }

  /**
   * A new empty H2 database with settings of its own.
   *
   * @param settings as they stand in the URL: {@code ;MODE=PostgreSQL}
   */
  public static TestDatabase h2(String settings) throws SQLException {
    String url = "jdbc:h2:mem:" + freshName() + ";DB_CLOSE_DELAY=-1" + settings;
    return new TestDatabase(Engine.H2, url, "sa", "", () -> run(url, "sa", "", "shutdown"));
  }

  /** A file, so that several connections see the same; nothing is flushed to the disk. */
  private static TestDatabase sqlite() throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "sqlite").toAbsolutePath());
    String name = freshName();
    Path file = folder.resolve(name + ".db");
    Files.deleteIfExists(file);
    return new TestDatabase(
        Engine.SQLITE,
        "jdbc:sqlite:" + file + "?foreign_keys=true&synchronous=OFF",
        "",
        "",
        () -> {
          for (String end : List.of(".db", ".db-journal", ".db-wal", ".db-shm")) {
            folder.resolve(name + end).toFile().delete();
          }
        });
  }

  private static TestDatabase mysql(Engine engine) throws SQLException {
    Server server = Server.running(engine);
    String name = freshName();
    run(server.url(), server.user(), server.password(), "create database " + name);
    return new TestDatabase(
        engine,
        server.urlOf(name),
        server.user(),
        server.password(),
        () ->
            run(
                server.url(),
                server.user(),
                server.password(),
                // An open transaction that a test forgot would hold this up for a year.
                "set lock_wait_timeout = 10",
                "drop database if exists " + name));
  }

  private static TestDatabase postgresql(Engine engine) throws SQLException {
    Server server = Server.running(engine);
    String name = freshName();
    run(server.url(), server.user(), server.password(), "create database " + name);
    return new TestDatabase(
        engine,
        server.urlOf(name),
        server.user(),
        server.password(),
        () ->
            run(
                server.url(),
                server.user(),
                server.password(),
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                    + name
                    + "'",
                "drop database if exists " + name));
  }

  private static void run(String url, String user, String password, String... statements)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Unlike any other, on a server that several test runs may share. */
  private static String freshName() {
    return "autogen_test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
  }
}
