package dev.autogen.migration;

import static dev.autogen.migration.Scripts.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialects;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  /** As with AUTO_SERVER, where the first process serves the others until it ends. */
  @Test
  void nothingWhereTheServingProcessEndsWhileOneWaits(@TempDir Path directory) throws SQLException {
    DataSource file = new DriverDataSource("jdbc:h2:file:" + directory.resolve("db"), "sa", "");
    MigrationScript a =
        script("a", op -> op.createTable("t", t -> t.column("id", Types.bigint())), op -> {});
    try (Connection holder = file.getConnection()) {
      assertTrue(Dialects.of(holder).tryLock(holder));
      RunListener ending =
          new RunListener() {
            @Override
            public void waiting(Optional<String> who, Duration waited) {
              try (Statement statement = holder.createStatement()) {
                statement.execute("shutdown");
              } catch (SQLException thrown) {
                throw new IllegalStateException(thrown);
              }
            }
          };
      MigrationRunner runner =
          MigrationRunner.on(file).migrations(RevisionGraph.of(List.of(a))).listener(ending);
      assertEquals(List.of(a), runner.upgrade());
      assertEquals(Set.of("a"), runner.current());
    }
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
