package dev.autogen.fuzz;

import dev.autogen.codegen.MigrationRequest;
import dev.autogen.codegen.MigrationSource;
import dev.autogen.codegen.MigrationWriter;
import dev.autogen.migration.DriverDataSource;
import dev.autogen.migration.Migration;
import dev.autogen.migration.MigrationRunner;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.MigrationScript.Links;
import dev.autogen.migration.MigrationSources;
import dev.autogen.migration.Replay;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.plan.Comparison;
import dev.autogen.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The migrations of one trial: written as sources, compiled once, run by the runner. */
final class Written {

  private static final String PACKAGE = "db.migrations";

  private final Compiled compiler;
  private final List<Migration> migrations = new ArrayList<>();
  private RevisionGraph graph = RevisionGraph.EMPTY;

  Written(Compiled compiler) {
    this.compiler = compiler;
  }

  List<MigrationScript> scripts() {
    return List.copyOf(graph.scripts());
  }

  /** Writes a migration behind those that there are. */
  void write(String id, Comparison found) {
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
                    found.restoring(),
                    before.schema(),
                    before.then(found.plan().upgrade()).schema(),
                    found.declared(),
                    found.withdrawn()));
    migrations.add(compiler.migration(source.path().toString(), source.text()));
    graph = MigrationSources.of(migrations.toArray(Migration[]::new)).load();
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
