package dev.autogen.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/**
 * A database server of this JVM's tests: one of a kind, started when it is first asked for.
 *
 * @param url the JDBC URL of a database that is there already
 * @param user a user who may create databases
 * @param password the user's password
 */
record Server(String url, String user, String password) {

  private static final Map<Engine, Server> RUNNING = new EnumMap<>(Engine.class);

  private static final Map<Engine, Object> STARTING = new EnumMap<>(Engine.class);

  static {
    for (Engine engine : Engine.values()) {
      STARTING.put(engine, new Object());
    }
  }

  /** The one of an engine. Two engines may start at the same time, one engine only once. */
  static Server running(Engine engine) {
    synchronized (STARTING.get(engine)) {
      Server server;
      synchronized (RUNNING) {
        server = RUNNING.get(engine);
      }
      if (server == null) {
        server = start(ServerSource.of(engine));
        synchronized (RUNNING) {
          RUNNING.put(engine, server);
        }
      }
      return server;
    }
  }

  /** The URL of another database of this server. */
  String urlOf(String database) {
    int parameters = url.indexOf('?');
    String end = parameters < 0 ? "" : url.substring(parameters);
    String base = parameters < 0 ? url : url.substring(0, parameters);
    return base.substring(0, base.lastIndexOf('/') + 1) + database + end;
  }

  private static Server start(ServerSource source) {
    Engine engine = source.engine();
    String variable = variable(engine);
    Optional<String> given = Optional.ofNullable(System.getenv(variable));
    if (given.isPresent()) {
      announce(engine, "the server that " + variable + " names");
      return new Server(
          given.get(),
          setting(variable, "_USER", source.user()),
          setting(variable, "_PASSWORD", ""));
    }
    if (dockerAnswers()) {
      announce(engine, "a container");
      return source.container();
    }
    try {
      Server server = source.ownBinaries();
      announce(engine, "its own binaries, at " + server.url());
      return server;
    } catch (Exception e) {
      throw new IllegalStateException(
          "Cannot start %s from its binaries: %s Name a server in %s, or start Docker."
              .formatted(engine.label(), e.getMessage(), variable),
          e);
    }
  }

  /** {@code AUTOGEN_TEST_POSTGRESQL_13_URL}. */
  static String variable(Engine engine) {
    return "AUTOGEN_TEST_" + engine.name() + "_URL";
  }

  private static String setting(String variable, String suffix, String otherwise) {
    return Optional.ofNullable(System.getenv(variable.replace("_URL", suffix))).orElse(otherwise);
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

  private static void announce(Engine engine, String which) {
    System.out.println("Tests on " + engine.label() + " use " + which + ".");
  }
}
