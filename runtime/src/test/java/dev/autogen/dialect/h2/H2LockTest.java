package dev.autogen.dialect.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;

class H2LockTest {

  private static final int SESSIONS = 8;
  private static final int ROUNDS = 20;

  private final H2Lock lock = H2Lock.onMigrations();

  @Test
  void isHeldByOneSessionAndFreeWhenItEnds() throws SQLException {
    String url = "jdbc:h2:mem:one;DB_CLOSE_DELAY=-1";
    try (Connection second = DriverManager.getConnection(url)) {
      try (Connection first = DriverManager.getConnection(url)) {
        assertTrue(lock.take(first));
        long start = System.nanoTime();
        assertFalse(lock.take(second));
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(waited.compareTo(Duration.ofSeconds(1)) < 0, waited.toString());
      }
      assertTrue(lock.take(second));
    }
  }

  @Test
  void namesTheSessionThatHoldsIt() throws SQLException {
    Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    String database = "mem:named;DB_CLOSE_DELAY=-1";
    H2Lock apart = H2Lock.onScratch();
    try (Connection near = DriverManager.getConnection("jdbc:h2:" + database);
        Connection far =
            DriverManager.getConnection(
                "jdbc:h2:tcp://localhost:" + server.getPort() + "/" + database)) {
      assertTrue(apart.take(far));
      assertEquals(Optional.empty(), lock.holder(near));
      assertTrue(lock.take(far));
      String holder = lock.holder(near).orElseThrow();
      assertTrue(holder.matches("session \\d+ (.*) from .+:\\d+"), holder);
      assertEquals(Connection.TRANSACTION_READ_COMMITTED, near.getTransactionIsolation());
      lock.release(far);
      assertEquals(Optional.empty(), lock.holder(near));
      assertTrue(lock.take(near));
      String here = lock.holder(far).orElseThrow();
      assertTrue(here.matches("session \\d+ (.*)"), here);
    } finally {
      server.stop();
    }
  }

  /** What H2 says of processes that open one file at once: the next try finds who has it. */
  @Test
  void takesAFileThatSeveralOpenAtOnceForOccupied() {
    for (String reason : List.of("Another process was faster", "Lock file recently modified")) {
      SQLException refused = opening(reason);
      assertTrue(new H2Provider().isOccupied(refused), refused.getMessage());
    }
    assertFalse(new H2Provider().isOccupied(opening("Could not load properties x.lock.db")));
  }

  private static SQLException opening(String reason) {
    return DbException.getJdbcSQLException(ErrorCode.ERROR_OPENING_DATABASE_1, reason);
  }

  /** HikariCP closes a connection on which anything was said to have taken too long. */
  @Test
  void leavesThePoolNothingToCloseAConnectionFor() throws SQLException {
    String url = "jdbc:h2:mem:strict;DB_CLOSE_DELAY=-1";
    try (Connection first = DriverManager.getConnection(url);
        Connection second = DriverManager.getConnection(url)) {
      Connection lent = (Connection) closingOnTimeouts(Connection.class, second, second);
      assertTrue(lock.take(first));
      assertFalse(lock.take(lent));
      assertFalse(second.isClosed());
      lock.release(first);
      assertTrue(lock.take(lent));
    }
  }

  private static Object closingOnTimeouts(Class<?> type, Object target, Connection connection) {
    return Proxy.newProxyInstance(
        H2LockTest.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          if (target == connection && method.getName().equals("hashCode")) {
            return System.identityHashCode(proxy);
          }
          try {
            Object result = method.invoke(target, arguments);
            return result instanceof Statement
                ? closingOnTimeouts(Statement.class, result, connection)
                : result;
          } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof SQLTimeoutException) {
              connection.close();
            }
            throw thrown.getCause();
          }
        });
  }

  @Test
  void leavesTheSessionWaitingAsLongAsBefore() throws SQLException {
    String url = "jdbc:h2:mem:pooled;DB_CLOSE_DELAY=-1";
    try (Connection first = DriverManager.getConnection(url);
        Connection second = DriverManager.getConnection(url)) {
      first.createStatement().execute("set lock_timeout 4321");
      second.createStatement().execute("set lock_timeout 8765");
      assertTrue(lock.take(first));
      assertFalse(lock.take(second));
      assertEquals(8765, timeout(second));
      lock.release(first);
      assertEquals(4321, timeout(first));
    }
  }

  private static int timeout(Connection connection) throws SQLException {
    try (ResultSet row = connection.createStatement().executeQuery("select lock_timeout()")) {
      row.next();
      return row.getInt(1);
    }
  }

  /** The table and its row are made by whoever comes first; nobody is to stumble over that. */
  @Test
  void isTakenByOneOfManyOnFirstUse() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(SESSIONS);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        String url = "jdbc:h2:mem:many" + round + ";DB_CLOSE_DELAY=-1";
        CyclicBarrier start = new CyclicBarrier(SESSIONS);
        CyclicBarrier end = new CyclicBarrier(SESSIONS);
        Callable<Integer> runner =
            () -> {
              try (Connection connection = DriverManager.getConnection(url)) {
                start.await();
                boolean taken = lock.take(connection);
                end.await();
                return taken ? 1 : 0;
              }
            };
        List<Future<Integer>> runners = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
          runners.add(threads.submit(runner));
        }
        int holders = 0;
        for (Future<Integer> future : runners) {
          holders += future.get();
        }
        assertTrue(holders <= 1, holders + " hold it in round " + round);
        try (Connection connection = DriverManager.getConnection(url)) {
          assertTrue(lock.take(connection), "round " + round);
        }
      }
    } finally {
      assertEquals(List.of(), threads.shutdownNow());
    }
  }
}
