package dev.autogen.migration;

import static dev.autogen.migration.MigratingProcess.slowScripts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data source that gives one connection at a time. */
class PoolOfOneTest {

  @TempDir private Path folder;

  @Test
  void isEnoughForSqlite() {
    DataSource pool = poolOfOne("jdbc:sqlite:" + folder.resolve("app.db"));
    MigrationRunner runner = MigrationRunner.on(pool).migrations(slowScripts(0));
    assertEquals(2, runner.upgrade().size());
    runner.stamp("a");
    assertEquals(Set.of("a"), runner.current());
  }

  @Test
  void isNotEnoughForH2WhichSaysSo() {
    DataSource pool = poolOfOne("jdbc:h2:mem:pool;DB_CLOSE_DELAY=-1");
    MigrationRunner runner = MigrationRunner.on(pool).migrations(slowScripts(0));
    assertEquals(
        "Migrating h2 needs two connections at a time, one of them for the lock, and there was no"
            + " second: The only one is in use. Let the data source give two. Nothing was changed.",
        assertThrows(MigrationException.class, runner::upgrade).getMessage());
  }

  private static DataSource poolOfOne(String url) {
    DataSource source = new DriverDataSource(url, "", "");
    AtomicBoolean lent = new AtomicBoolean();
    return (DataSource)
        Proxy.newProxyInstance(
            PoolOfOneTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (lent.getAndSet(true)) {
                throw new SQLException("The only one is in use.");
              }
              return lent(source.getConnection(), lent);
            });
  }

  private static Connection lent(Connection connection, AtomicBoolean lent) {
    return (Connection)
        Proxy.newProxyInstance(
            PoolOfOneTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                lent.set(false);
              }
              if (method.getName().equals("hashCode")) {
                return System.identityHashCode(proxy);
              }
              if (method.getName().equals("equals")) {
                return proxy == arguments[0];
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
