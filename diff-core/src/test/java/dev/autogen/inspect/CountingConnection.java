package dev.autogen.inspect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A real connection that counts what is asked of the server through it. */
final class CountingConnection {

  private final AtomicInteger count = new AtomicInteger();
  private final Connection connection;

  CountingConnection(Connection connection) {
    this.connection = (Connection) counting(connection, Connection.class);
  }

  Connection connection() {
    return connection;
  }

  /** Statements executed, and metadata that the driver asks the server for. */
  int count() {
    return count.get();
  }

  private Object counting(Object target, Class<?> type) {
    return Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          boolean asks =
              method.getName().startsWith("execute")
                  || (target instanceof DatabaseMetaData
                      && method.getReturnType() == ResultSet.class);
          if (asks) {
            count.incrementAndGet();
          }
          try {
            Object result = method.invoke(target, arguments);
            Class<?> returned = method.getReturnType();
            boolean counted =
                List.of(Statement.class, PreparedStatement.class, DatabaseMetaData.class)
                    .contains(returned);
            return counted ? counting(result, returned) : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
