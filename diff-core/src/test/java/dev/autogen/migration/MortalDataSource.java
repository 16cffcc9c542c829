package dev.autogen.migration;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections that are lost at a chosen moment, all of them and for good, as when the process that
 * has them is killed: nothing that the dead do reaches the database any more.
 */
final class MortalDataSource implements DataSource {

  /** What a process that is killed does not live to see. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** When it happens. */
  @FunctionalInterface
  interface Moment {
    /**
     * Asked before and after each statement that is no query, and each commit.
     *
     * @param what the statement, or {@code commit}
     */
    boolean isNow(String what, boolean before);
  }

  private final DataSource source;
  private final Moment moment;
  private final List<Connection> connections = new ArrayList<>();
  private boolean dead;

  MortalDataSource(DataSource source, Moment moment) {
    this.source = source;
    this.moment = moment;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = source.getConnection();
    connections.add(connection);
    return (Connection) mortal(Connection.class, connection, "");
  }

  private Object mortal(Class<?> type, Object target, String prepared) {
    return Proxy.newProxyInstance(
        MortalDataSource.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> call(target, method, arguments, prepared));
  }

  private Object call(Object target, Method method, Object[] arguments, String prepared)
      throws Throwable {
    requireAlive();
    String what = what(method, arguments, prepared);
    if (!what.isEmpty() && moment.isNow(what, true)) {
      die();
    }
    Object result;
    try {
      result = method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
    if (!what.isEmpty() && moment.isNow(what, false)) {
      die();
    }
    if (result instanceof Statement statement && target instanceof Connection) {
      String sql = arguments == null ? "" : String.valueOf(arguments[0]);
      return mortal(method.getReturnType(), statement, sql);
    }
    return result;
  }

  /** What a call changes, or nothing. */
  private static String what(Method method, Object[] arguments, String prepared) {
    if (method.getName().equals("commit")) {
      return "commit";
    }
    boolean executes =
        method.getName().equals("execute") || method.getName().equals("executeUpdate");
    String sql = arguments == null ? prepared : String.valueOf(arguments[0]);
    return executes && !sql.toLowerCase(Locale.ROOT).startsWith("select") ? sql : "";
  }

  private void requireAlive() {
    if (dead) {
      throw new Death();
    }
  }

  private void die() throws SQLException {
    dead = true;
    for (Connection connection : connections) {
      if (!connection.isClosed()) {
        if (!connection.getAutoCommit()) {
          connection.rollback();
        }
        connection.close();
      }
    }
    throw new Death();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getAnonymousLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
