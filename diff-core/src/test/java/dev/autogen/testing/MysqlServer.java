package dev.autogen.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * MySQL, or MariaDB, which is started in the same way. Nothing is flushed to the disk: no test asks
 * what is left after the machine loses power.
 */
record MysqlServer(Engine engine, String image, String protocol, MysqlHome home)
    implements ServerSource {

  /** Those that both take. */
  private static final List<String> SETTINGS =
      List.of(
          "--character-set-server=utf8mb4",
          "--max-connections=300",
          "--innodb-flush-log-at-trx-commit=0",
          "--innodb-doublewrite=0",
          "--innodb-buffer-pool-size=64M",
          "--performance-schema=0",
          "--skip-log-bin",
          "--skip-ssl");

  private static final int PORT = 3306;

  static MysqlServer mysql() {
    return new MysqlServer(Engine.MYSQL, "mysql:8.0", "mysql", MysqlHome.ofMysql());
  }

  static MysqlServer mariadb() {
    return new MysqlServer(Engine.MARIADB, "mariadb:11.4", "mariadb", MysqlHome.ofMariadb());
  }

  @Override
  public String user() {
    return "root";
  }

  @Override
  @SuppressWarnings("resource")
  public Server container() {
    GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image));
    container.addExposedPort(PORT);
    container.setEnv(
        List.of("MYSQL_ALLOW_EMPTY_PASSWORD=yes", "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD=yes"));
    container.setCommand(SETTINGS.toArray(String[]::new));
    container.withTmpFs(Map.of("/var/lib/mysql", "rw"));
    container.start();
    Server server = at(container.getHost(), container.getMappedPort(PORT));
    ServerProcess.awaitConnection(server, container::isRunning);
    return server;
  }

  private Server at(String host, int port) {
    String plain = engine == Engine.MARIADB ? "?sslMode=disable" : "";
    return new Server(
        "jdbc:" + protocol + "://" + host + ":" + port + "/mysql" + plain, user(), "");
  }

  @Override
  public Server ownBinaries() throws IOException {
    Path installed = home.installed();
    Path engines = Files.createDirectories(Path.of("target", "engines").toAbsolutePath());
    Leftovers.delete(engines, protocol);
    Path data = engines.resolve(Leftovers.own(protocol));
    // A server that starts deletes the temporary tables of all others that share the folder.
    String temporary = "tmp-" + protocol;
    Leftovers.delete(engines, temporary);
    Path tables = Files.createDirectories(engines.resolve(Leftovers.own(temporary)));
    Leftovers.copyTree(installed.resolve(MysqlHome.DATA), data);
    int port = ServerProcess.freePort();
    List<String> command = new ArrayList<>(home.command(installed));
    command.addAll(SETTINGS);
    command.addAll(
        List.of(
            "--datadir=" + data,
            "--tmpdir=" + tables,
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--socket=" + data.resolve("socket"),
            "--pid-file=" + data.resolve("pid"),
            "--innodb-flush-method=nosync"));
    Server server = at("127.0.0.1", port);
    ServerProcess.start(command, home.environment(installed), data, server);
    return server;
  }
}
