package dev.autogen.testing;

/** Where the server of an engine comes from, when no URL names one. */
interface ServerSource {

  Engine engine();

  /** Who may create databases. */
  String user();

  /** Starts a container, which the client library stops when the JVM ends. */
  Server container();

  /**
   * Starts the engine's own binaries on a free loopback port, with data under {@code target}; they
   * stop with the JVM.
   *
   * @throws Exception with a sentence that says what is missing
   */
  Server ownBinaries() throws Exception;

  /** The one of an engine that has a server. */
  static ServerSource of(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> PostgresqlServer.version18();
      case POSTGRESQL_13 -> PostgresqlServer.version13();
      case MYSQL -> MysqlServer.mysql();
      case MARIADB -> MysqlServer.mariadb();
      case H2, SQLITE ->
          throw new IllegalArgumentException(engine.label() + " runs in the test's own process.");
    };
  }
}
