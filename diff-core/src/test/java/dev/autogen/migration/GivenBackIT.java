package dev.autogen.migration;

import static dev.autogen.migration.MigratingProcess.script;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A pool gets its connections back as it gave them, whatever a migration has told them. */
class GivenBackIT {

  private final List<Connection> lent = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MYSQL | set foreign_key_checks = 0; set time_zone = '+05:00'"
            + " | concat_ws(' ', @@foreign_key_checks, @@time_zone)",
        "MARIADB | set unique_checks = 0; set sql_mode = 'ANSI_QUOTES'"
            + " | concat_ws(' ', @@unique_checks, @@sql_mode)",
        "POSTGRESQL | set lock_timeout = '9s'; set time zone 'Asia/Tokyo'"
            + " | concat_ws(' ', current_setting('lock_timeout'), current_setting('timezone'))",
        "POSTGRESQL | set search_path = pg_catalog | current_schema()",
        "MYSQL | use mysql | database() = 'mysql'",
        "H2 | set lock_timeout 12 | lock_timeout()",
        "H2 | set schema information_schema | schema()",
        "SQLITE | pragma ignore_check_constraints = on"
            + " | (select ignore_check_constraints from pragma_ignore_check_constraints)",
      })
  void whatEachWasTold(Engine engine, String settings, String asked) throws SQLException {
    try (TestDatabase database = TestDatabases.create(engine)) {
      String before;
      try (Connection fresh = database.connect()) {
        before = value(fresh, asked);
      }
      MigrationRunner.on(pool(database))
          .migrations(
              RevisionGraph.of(
                  List.of(
                      script(
                          "a",
                          List.of(),
                          op -> {
                            for (String setting : settings.split("; ")) {
                              op.execute(setting);
                            }
                          }),
                      script(
                          "b",
                          List.of("a"),
                          op -> op.createTable("t", t -> t.column("id", Types.bigint()))))))
          .upgrade();
      for (Connection connection : lent) {
        assertEquals(before, value(connection, asked));
        connection.close();
      }
      try (Connection fresh = database.connect()) {
        assertEquals("0", value(fresh, "(select count(*) from t)"));
      }
    }
  }

  /** Rows and their mark in the journal are committed together, after such a migration too. */
  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void butTheTransactionIsTheRunners(Engine engine) throws SQLException {
    List<String> seen = new ArrayList<>();
    try (TestDatabase database = TestDatabases.create(engine)) {
      MigrationRunner.on(new DriverDataSource(database.url(), database.user(), database.password()))
          .migrations(
              RevisionGraph.of(
                  List.of(
                      script("a", List.of(), op -> op.execute("set time_zone = '+05:00'")),
                      script(
                          "b",
                          List.of("a"),
                          op -> op.run("look", c -> seen.add(value(c, "@@autocommit")))))))
          .upgrade();
    }
    assertEquals(List.of("0"), seen);
  }

  private static String value(Connection connection, String asked) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select " + asked)) {
      row.next();
      return row.getString(1);
    }
  }

  private DataSource pool(TestDatabase database) {
    return (DataSource)
        Proxy.newProxyInstance(
            GivenBackIT.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              lent.add(database.connect());
              return kept(lent.get(lent.size() - 1));
            });
  }

  private static Connection kept(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            GivenBackIT.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              try {
                return switch (method.getName()) {
                  case "close" -> null;
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "equals" -> proxy == arguments[0];
                  default -> method.invoke(connection, arguments);
                };
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
