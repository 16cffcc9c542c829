package dev.autogen.migration;

import static dev.autogen.migration.Scripts.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What an application gets to catch. */
class RunnerErrorsTest {

  @Test
  void oneOfADatabaseThatNobodyKnows() throws SQLException {
    try (MemoryDatabase database = new MemoryDatabase()) {
      DataSource unknown = renamed(DataSource.class, database.source());
      String message =
          assertThrows(MigrationException.class, MigrationRunner.on(unknown)::current).getMessage();
      assertTrue(message.startsWith("There is no dialect for \"Nobody's\". Known are: "), message);
    }
  }

  @Test
  void oneOfAScriptThatTheDatabaseHasNoStatementsFor() throws SQLException {
    try (MemoryDatabase database = new MemoryDatabase()) {
      MigrationRunner runner =
          database.runner(script("a", op -> op.createEnumType("mood", "GOOD"), op -> {}));
      String message =
          assertThrows(MigrationException.class, () -> runner.upgradeSql("head")).getMessage();
      assertTrue(message.contains("H2 has no enum types with a name"), message);
    }
  }

  @Test
  void whatTheDataSourceThrowsItself() {
    IllegalStateException own = new IllegalStateException("The pool is closed.");
    DataSource closed =
        (DataSource)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                  throw own;
                });
    assertSame(own, assertThrows(IllegalStateException.class, MigrationRunner.on(closed)::current));
    assertEquals("The pool is closed.", own.getMessage());
  }

  /** The same, but that it leads to the database of another maker. */
  private static <T> T renamed(Class<T> type, T target) {
    Object renamed =
        Proxy.newProxyInstance(
            RunnerErrorsTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getDatabaseProductName")) {
                return "Nobody's";
              }
              try {
                Object result = method.invoke(target, arguments);
                if (result instanceof Connection connection) {
                  return renamed(Connection.class, connection);
                }
                return result instanceof DatabaseMetaData database
                    ? renamed(DatabaseMetaData.class, database)
                    : result;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
    return type.cast(renamed);
  }
}
