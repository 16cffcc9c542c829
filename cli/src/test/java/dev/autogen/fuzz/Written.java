package dev.autogen.fuzz;

import dev.autogen.codegen.MigrationRequest;
import dev.autogen.codegen.MigrationSource;
import dev.autogen.codegen.MigrationWriter;
import dev.autogen.migration.DriverDataSource;
import dev.autogen.migration.MigrationRunner;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.MigrationScript.Links;
import dev.autogen.migration.MigrationSources;
import dev.autogen.migration.Replay;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.plan.Comparison;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The migrations of one trial: written as files, compiled once, run by the runner. */
final class Written implements AutoCloseable {

  private static final String PACKAGE = "db.migrations";

  private final Path folder;
  private RevisionGraph graph = RevisionGraph.EMPTY;

  Written() throws IOException {
    this.folder = Files.createTempDirectory("fuzz");
  }

  List<MigrationScript> scripts() {
    return List.copyOf(graph.scripts());
  }

  /** Writes a migration behind those that there are. */
  void write(String id, Comparison found) throws IOException {
    Replay before = Replay.of(graph.scripts());
    MigrationSource source =
        new MigrationWriter()
            .write(
                new MigrationRequest(
                    new MigrationRequest.Header(
                        id,
                        Links.after(List.copyOf(graph.heads())),
                        "fuzz",
                        Instant.EPOCH,
                        Optional.empty()),
                    PACKAGE,
                    List.of(),
                    found.plan().upgrade(),
                    found.seeds(),
                    found.plan().downgrade(),
                    before.schema(),
                    before.then(found.plan().upgrade()).schema(),
                    found.declared(),
                    found.withdrawn()));
    Path file = folder.resolve(source.path());
    Files.createDirectories(file.getParent());
    Files.writeString(file, source.text());
    graph = MigrationSources.folder(folder, PACKAGE).load();
  }

  /** Removes the files. */
  @Override
  public void close() throws IOException {
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  void upgrade(TestDatabase database) {
    runner(database).upgrade();
  }

  /** To the first migration. */
  void downgrade(TestDatabase database) {
    runner(database).downgrade("000000000001");
  }

  private MigrationRunner runner(TestDatabase database) {
    return MigrationRunner.on(
            new DriverDataSource(database.url(), database.user(), database.password()))
        .migrations(graph);
  }
}
