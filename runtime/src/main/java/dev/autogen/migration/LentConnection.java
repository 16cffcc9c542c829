package dev.autogen.migration;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The runner's connection in the hands of a migration's own Java work: all but the end of the
 * transaction, and of the connection, which are the runner's to say. Rolling back to a savepoint is
 * the work's own affair.
 */
final class LentConnection {

  private LentConnection() {}

  static Connection of(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            LentConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> call(connection, proxy, method, arguments));
  }

  private static Object call(
      Connection connection, Object proxy, Method method, Object... arguments) throws Throwable {
    switch (method.getName()) {
      case "equals":
        return proxy == arguments[0];
      case "hashCode":
        return System.identityHashCode(proxy);
      case "commit", "close", "abort":
        throw refusal(method);
      case "rollback":
        if (arguments == null) {
          throw refusal(method);
        }
        break;
      case "setAutoCommit":
        if (connection.getAutoCommit() != (boolean) arguments[0]) {
          throw refusal(method);
        }
        break;
      default:
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static SQLException refusal(Method method) {
    return new SQLException(
        "op.run(...) must not call %s() on the connection: what it does is committed with the step, or with the migration. For rows in batches there is op.backfill(...)"
            .formatted(method.getName()));
  }
}
