package dev.autogen.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the dialect for a database. */
public final class Dialects {

  private Dialects() {}

  /**
   * The dialect for the database behind a connection.
   *
   * @throws UnsupportedDatabaseException if none of the dialects knows it
   */
  public static Dialect of(Connection connection) throws SQLException {
    for (DialectProvider provider : providers()) {
      Optional<Dialect> dialect = provider.forConnection(connection);
      if (dialect.isPresent()) {
        return dialect.get();
      }
    }
    throw new UnsupportedDatabaseException(
        connection.getMetaData().getDatabaseProductName(), names());
  }

  /**
   * Whether a connection was refused because another process has the database to itself for now.
   */
  public static boolean isOccupied(SQLException refused) {
    return providers().stream().anyMatch(provider -> provider.isOccupied(refused));
  }

  /** Whether a connection is lost since the process ended that served others beside itself. */
  public static boolean isServedNoMore(SQLException lost) {
    return providers().stream().anyMatch(provider -> provider.isServedNoMore(lost));
  }

  /**
   * The dialect of that name, without a connection.
   *
   * @throws UnsupportedDatabaseException if there is none of that name
   */
  public static Dialect named(String name, int major, int minor) {
    return providers().stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnsupportedDatabaseException(name, names()))
        .offline(major, minor);
  }

  /** The dialect that a JDBC URL names, as far as that tells: {@code jdbc:postgresql:...}. */
  public static Optional<Dialect> ofUrl(String url) {
    for (String word : url.split(":")) {
      for (DialectProvider provider : providers()) {
        if (provider.name().equals(word)) {
          return Optional.of(provider.offline(0, 0));
        }
      }
    }
    return Optional.empty();
  }

  private static String names() {
    return providers().stream()
        .map(DialectProvider::name)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static List<DialectProvider> providers() {
    return ServiceLoader.load(DialectProvider.class, Dialects.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
