package dev.autogen.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL server of this JVM's tests.
 *
 * @param url the JDBC URL of a database that is there already
 * @param user a user who may create databases
 * @param password the user's password
 */
record PostgresqlServer(String url, String user, String password) {

  private static final String VARIABLE = "AUTOGEN_TEST_POSTGRESQL_URL";

  /** Starts the server when it is first asked for; the JVM's class loading makes that once. */
  private static final class Started {
    static final PostgresqlServer SERVER = start();
  }

  static PostgresqlServer running() {
    return Started.SERVER;
  }

  /** The URL of another database of this server. */
  String urlOf(String database) {
    int parameters = url.indexOf('?');
    String end = parameters < 0 ? "" : url.substring(parameters);
    String base = parameters < 0 ? url : url.substring(0, parameters);
    return base.substring(0, base.lastIndexOf('/') + 1) + database + end;
  }

  private static PostgresqlServer start() {
    Optional<String> given = Optional.ofNullable(System.getenv(VARIABLE));
    if (given.isPresent()) {
      announce("the server that " + VARIABLE + " names");
      return new PostgresqlServer(
          given.get(), variable("_USER", "postgres"), variable("_PASSWORD", ""));
    }
    return dockerAnswers() ? container() : embedded();
  }

  private static String variable(String suffix, String otherwise) {
    return Optional.ofNullable(System.getenv(VARIABLE.replace("_URL", suffix))).orElse(otherwise);
  }

  /** Looks for a socket first: asking the client library without one takes seconds. */
  private static boolean dockerAnswers() {
    boolean likely =
        System.getenv("DOCKER_HOST") != null
            || List.of("/var/run/docker.sock", System.getProperty("user.home") + "/.docker/run")
                .stream()
                .anyMatch(socket -> Files.exists(Path.of(socket)));
    return likely && DockerClientFactory.instance().isDockerAvailable();
  }

  /** Stopped by the client library when the JVM ends. */
  @SuppressWarnings("resource")
  private static PostgresqlServer container() {
    PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine");
    container.setCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
    container.start();
    announce("a container of " + container.getDockerImageName());
    return new PostgresqlServer(
        container.getJdbcUrl(), container.getUsername(), container.getPassword());
  }

  /** Stopped by the library's shutdown hook. As root it starts the server through unshare. */
  @SuppressWarnings("resource")
  private static PostgresqlServer embedded() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("full_page_writes", "off")
              .setServerConfig("autovacuum", "off")
              .start();
      announce("its own binaries on port " + server.getPort());
      return new PostgresqlServer(
          "jdbc:postgresql://localhost:" + server.getPort() + "/postgres", "postgres", "");
    } catch (IOException e) {
      throw new IllegalStateException(
          "Cannot start PostgreSQL from its binaries: "
              + e.getMessage()
              + ". Name a server in "
              + VARIABLE
              + ", or start Docker.",
          e);
    }
  }

  private static void announce(String which) {
    System.out.println("Tests on PostgreSQL use " + which + ".");
  }
}
