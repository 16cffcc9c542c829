package dev.autogen.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives each test an empty database of its own on a real engine.
 *
 * <p>H2 runs in memory. A server is, in this order: the one that the environment names ({@code
 * AUTOGEN_TEST_POSTGRESQL_URL}, with {@code _USER} and {@code _PASSWORD}); a container where a
 * Docker engine answers; else the server's own binaries, on a free loopback port. It is started
 * when a test first asks, and stops with the JVM. Where it cannot be started, the test fails and
 * says why: nothing is skipped.
 */
public final class TestDatabases {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabases() {}

  /** A new empty database. */
  public static TestDatabase create(Engine engine) {
    try {
      return engine == Engine.H2 ? h2("") : postgresql();
    } catch (SQLException e) {
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

  private static TestDatabase postgresql() throws SQLException {
    PostgresqlServer server = PostgresqlServer.running();
    String name = freshName();
    run(server.url(), server.user(), server.password(), "create database " + name);
    return new TestDatabase(
        Engine.POSTGRESQL,
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
