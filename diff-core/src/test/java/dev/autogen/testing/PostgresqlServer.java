package dev.autogen.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * PostgreSQL, of one version.
 *
 * @param image the container's
 * @param archive the binaries; those on the class path where there is none
 */
record PostgresqlServer(Engine engine, String image, Optional<Archive> archive)
    implements ServerSource {

  static PostgresqlServer version18() {
    return new PostgresqlServer(Engine.POSTGRESQL, "postgres:18-alpine", Optional.empty());
  }

  static PostgresqlServer version13() {
    return new PostgresqlServer(
        Engine.POSTGRESQL_13, "postgres:13-alpine", Optional.of(Archive.of("postgresql13")));
  }

  @Override
  public String user() {
    return "postgres";
  }

  @Override
  @SuppressWarnings("resource")
  public Server container() {
    PostgreSQLContainer container = new PostgreSQLContainer(image);
    container.setCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
    container.start();
    return new Server(container.getJdbcUrl(), container.getUsername(), container.getPassword());
  }

  /** Stopped by the library's shutdown hook. As root it starts the server through unshare. */
  @Override
  @SuppressWarnings("resource")
  public Server ownBinaries() throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("full_page_writes", "off")
            .setServerConfig("autovacuum", "off");
    if (archive.isPresent()) {
      builder.setPgBinaryResolver(binariesIn(archive.get().require()));
    }
    EmbeddedPostgres server = builder.start();
    return new Server("jdbc:postgresql://localhost:" + server.getPort() + "/postgres", user(), "");
  }

  private static PgBinaryResolver binariesIn(Path jar) {
    return (system, machine) -> {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        ZipEntry binaries =
            zip.stream()
                .filter(entry -> entry.getName().endsWith(".txz"))
                .findFirst()
                .orElseThrow(() -> new IOException("There are no binaries in " + jar + "."));
        try (InputStream content = zip.getInputStream(binaries)) {
          return new ByteArrayInputStream(content.readAllBytes());
        }
      }
    };
  }
}
