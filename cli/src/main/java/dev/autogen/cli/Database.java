package dev.autogen.cli;

import dev.autogen.migration.DriverDataSource;
import dev.autogen.migration.JdbcUrl;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A project's database. Where a connection cannot be made, it says why in a {@link Failure} instead
 * of passing on what the driver says.
 */
final class Database implements DataSource {

  private static final String NO_DRIVER = "No JDBC driver";
  private static final int H2_ADMIN_RIGHTS_REQUIRED = 90040;

  private final JdbcUrl url;
  private final String user;
  private final String password;
  private final Supplier<ClassLoader> otherDrivers;

  /**
   * @param otherDrivers where to look for a driver that is none of those that come with autogen
   */
  Database(JdbcUrl url, String user, String password, Supplier<ClassLoader> otherDrivers) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.otherDrivers = otherDrivers;
  }

  @Override
  public Connection getConnection() {
    try {
      return connect();
    } catch (SQLException e) {
      throw new Failure(
          DatabaseErrors.connecting(
              url.redacted(), Optional.of(user).filter(name -> !name.isEmpty()), e),
          e);
    }
  }

  private Connection connect() throws SQLException {
    String untraced = withoutTrace(url.value());
    try {
      return new DriverDataSource(untraced, user, password).getConnection();
    } catch (SQLException e) {
      if (e.getErrorCode() == H2_ADMIN_RIGHTS_REQUIRED && !untraced.equals(url.value())) {
        return new DriverDataSource(url.value(), user, password).getConnection();
      }
      if (!String.valueOf(e.getMessage()).startsWith(NO_DRIVER)) {
        throw e;
      }
      return new DriverDataSource(url.value(), user, password, otherDrivers.get()).getConnection();
    }
  }

  /**
   * H2 in a file writes errors into a trace file beside it, or to the process's error stream where
   * it cannot: both are nothing that a user of autogen asked for. Only an administrator may say so.
   */
  private static String withoutTrace(String url) {
    boolean traces =
        url.startsWith("jdbc:h2:") && !url.toUpperCase(Locale.ROOT).contains(";TRACE_LEVEL_FILE=");
    return traces ? url + ";TRACE_LEVEL_FILE=0" : url;
  }

  @Override
  public Connection getConnection(String otherUser, String otherPassword) {
    return new Database(url, otherUser, otherPassword, otherDrivers).getConnection();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException("There is no log writer.");
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("There is no log writer.");
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException("Put the time into the JDBC URL.");
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("There is no logger.");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("No " + type.getName() + " is wrapped here.");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
