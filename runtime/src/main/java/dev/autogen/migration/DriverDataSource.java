package dev.autogen.migration;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Connections by URL, user and password, a new one each time. Keeps no pool. The password shows
 * neither in {@link #toString} nor in errors.
 */
public final class DriverDataSource implements DataSource {

  private final JdbcUrl url;
  private final Properties properties = new Properties();
  private final Set<String> secrets;
  private final ClassLoader drivers;

  /**
   * @param user the user, or the empty string to leave that to the URL
   * @param password the password, or the empty string for none
   */
  public DriverDataSource(String url, String user, String password) {
    this(url, user, password, DriverDataSource.class.getClassLoader());
  }

  /**
   * @param drivers the class loader to look for JDBC drivers in
   */
  public DriverDataSource(String url, String user, String password, ClassLoader drivers) {
    this.url = new JdbcUrl(url);
    this.secrets =
        new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(s -> s));
    secrets.addAll(this.url.passwords());
    if (!Objects.requireNonNull(password, "password").isEmpty()) {
      secrets.add(password);
    }
    this.drivers = Objects.requireNonNull(drivers, "drivers");
    put("user", user);
    put("password", password);
  }

  private void put(String key, String value) {
    if (!value.isEmpty()) {
      properties.setProperty(key, value);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    return connect(properties);
  }

  @Override
  public Connection getConnection(String user, String otherPassword) throws SQLException {
    return new DriverDataSource(url.value(), user, otherPassword, drivers).getConnection();
  }

  private Connection connect(Properties login) throws SQLException {
    Driver driver =
        driver()
            .orElseThrow(
                () ->
                    new SQLException(
                        "No JDBC driver on the class path knows the address "
                            + url
                            + ". Put the driver's jar there, or correct the address"));
    try {
      Properties copy = new Properties();
      copy.putAll(login);
      Connection connection = driver.connect(url.value(), copy);
      if (connection == null) {
        throw new SQLException("The driver took the address " + url + " for another's");
      }
      return connection;
    } catch (SQLException thrown) {
      throw withoutPassword(thrown);
    }
  }

  private Optional<Driver> driver() throws SQLException {
    Optional<Driver> own = accepting(ownDrivers());
    return own.isPresent() ? own : accepting(Collections.list(DriverManager.getDrivers()).stream());
  }

  /**
   * One after the other, those first whose names speak of the address: to create a driver may take
   * long, and {@link DriverManager} creates all there are.
   */
  private Stream<Driver> ownDrivers() {
    return ServiceLoader.load(Driver.class, drivers).stream()
        .sorted(Comparator.comparing(driver -> !driver.type().getName().contains(product())))
        .map(ServiceLoader.Provider::get);
  }

  /** {@code postgresql} of {@code jdbc:postgresql:...}. */
  private String product() {
    String[] parts = url.value().split(":", 3);
    return parts.length < 3 ? url.value() : parts[1];
  }

  private Optional<Driver> accepting(Stream<Driver> found) throws SQLException {
    try {
      for (Iterator<Driver> each = found.iterator(); each.hasNext(); ) {
        Driver driver = each.next();
        if (driver.acceptsURL(url.value())) {
          return Optional.of(driver);
        }
      }
      return Optional.empty();
    } catch (ServiceConfigurationError broken) {
      throw new SQLException("A JDBC driver cannot be loaded: " + broken.getMessage(), broken);
    }
  }

  /** The same exception, unless it or a cause of it tells a password or the URL as it is. */
  private SQLException withoutPassword(SQLException thrown) {
    boolean tells = false;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      tells |= !hide(String.valueOf(cause.getMessage())).equals(String.valueOf(cause.getMessage()));
    }
    if (!tells) {
      return thrown;
    }
    SQLException hidden =
        new SQLException(
            hide(String.valueOf(thrown.getMessage())), thrown.getSQLState(), thrown.getErrorCode());
    if (thrown.getCause() != null) {
      hidden.initCause(hidden(thrown.getCause()));
    }
    return hidden;
  }

  /** One that says the same: of the same type, where it can be made with a message. */
  private Throwable hidden(Throwable thrown) {
    String message = hide(String.valueOf(thrown.getMessage()));
    Throwable hidden;
    try {
      hidden = thrown.getClass().getConstructor(String.class).newInstance(message);
      if (thrown.getCause() != null && hidden.getCause() == null) {
        hidden.initCause(hidden(thrown.getCause()));
      }
    } catch (ReflectiveOperationException | RuntimeException unusual) {
      hidden = new SQLException(message);
      if (thrown.getCause() != null) {
        hidden.initCause(hidden(thrown.getCause()));
      }
    }
    hidden.setStackTrace(thrown.getStackTrace());
    return hidden;
  }

  private String hide(String message) {
    String shown = message.replace(url.value(), url.redacted());
    for (String secret : secrets) {
      shown = shown.replace(secret, "***");
    }
    return shown;
  }

  /** The URL without the passwords in it. */
  @Override
  public String toString() {
    return url.redacted();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return DriverManager.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("Log writers belong to DriverManager.");
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException("Put the time into the JDBC URL.");
  }

  @Override
  public int getLoginTimeout() {
    return DriverManager.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("There is no logger.");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (isWrapperFor(type)) {
      return type.cast(this);
    }
    throw new SQLException("No " + type.getName() + " is wrapped here.");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
