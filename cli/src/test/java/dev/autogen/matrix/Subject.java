package dev.autogen.matrix;

import dev.autogen.change.ColumnChange;
import dev.autogen.change.TableChange;
import dev.autogen.codegen.MigrationRequest;
import dev.autogen.codegen.MigrationSource;
import dev.autogen.codegen.MigrationWriter;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.diff.RenameHints;
import dev.autogen.diff.Unmanaged;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.inspect.EntityOptions;
import dev.autogen.migration.DriverDataSource;
import dev.autogen.migration.MigrationRunner;
import dev.autogen.migration.MigrationScript.Links;
import dev.autogen.migration.MigrationSources;
import dev.autogen.migration.Replay;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.plan.Comparer;
import dev.autogen.plan.Comparison;
import dev.autogen.plan.Fills;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tool under test, on one database: what its commands do, by the classes that they call.
 * Migrations are written as files, compiled and applied by the runner.
 */
final class Subject {

  private static final String PACKAGE = "db.migrations";

  private final TestDatabase database;
  private final Case measured;
  private final Path sources;
  private final MigrationRunner runner;

  Subject(TestDatabase database, Case measured, Path sources) {
    this.database = database;
    this.measured = measured;
    this.sources = sources;
    this.runner =
        MigrationRunner.on(
                new DriverDataSource(database.url(), database.user(), database.password()))
            .migrations(MigrationSources.folder(sources, PACKAGE));
  }

  /**
   * Writes the migration that makes the entities before the change out of nothing, while the
   * database is still empty.
   */
  void writeBefore() throws SQLException, IOException {
    write("000000000001", "before", compare(measured.before(), List.of()));
  }

  /** Marks that migration as applied, now that Hibernate has created the tables. */
  void stamp() {
    runner.stamp("head");
  }

  /** Has the tool itself make the tables before the change. */
  void createBefore() throws SQLException, IOException {
    writeBefore();
    upgrade();
  }

  /** Has the tool itself make the tables after the change, out of nothing. */
  void createAfter() throws SQLException, IOException {
    write("000000000001", "fresh", compare(measured.after(), List.of()));
    upgrade();
  }

  /** Writes the migration that follows from a comparison. */
  void writeAfter(Comparison found) throws IOException {
    write("000000000002", "after", found);
  }

  void upgrade() {
    runner.upgrade();
  }

  void downgrade() {
    runner.downgrade("000000000001");
  }

  private void write(String id, String message, Comparison found) throws IOException {
    RevisionGraph graph = MigrationSources.folder(sources, PACKAGE).load();
    Replay before = Replay.of(graph.scripts());
    MigrationSource source =
        new MigrationWriter()
            .write(
                new MigrationRequest(
                    new MigrationRequest.Header(
                        id,
                        Links.after(List.copyOf(graph.heads())),
                        message,
                        Instant.EPOCH,
                        Optional.empty()),
                    PACKAGE,
                    List.of(),
                    found.plan().preparing(),
                    found.plan().upgrade(),
                    found.seeds(),
                    found.plan().downgrade(),
                    found.restoring(),
                    before.schema(),
                    before.then(found.plan().upgrade()).schema(),
                    found.declared(),
                    found.withdrawn()));
    Path file = sources.resolve(source.path());
    Files.createDirectories(file.getParent());
    Files.writeString(file, source.text());
  }

  /** What the tool finds between the database and the entities after the change. */
  Comparison compareAfter() throws SQLException {
    return compare(measured.after(), measured.hints());
  }

  /** The same once more, by someone who gives no hints: there is nothing left to hint at. */
  Comparison compareAgain() throws SQLException {
    return compare(measured.after(), List.of());
  }

  private Comparison compare(Class<?> side, List<String> hints) throws SQLException {
    RevisionGraph graph = MigrationSources.folder(sources, PACKAGE).load();
    try (Connection connection = database.connect()) {
      Dialect dialect = Dialects.of(connection);
      return new Comparer(
              entities(side),
              DatabaseScope.DEFAULT,
              Replay.of(graph.scripts()),
              RenameHints.parse(values("--rename", hints)),
              Fills.parse(values("--fill", hints)),
              hints.contains("--prune") ? Unmanaged.PRUNE : Unmanaged.KEEP)
          .withDatabase(connection, dialect);
    }
  }

  /** Columns whose values are gone after a downgrade: those that the upgrade dropped. */
  Set<String> lost(Comparison found, Set<String> converted) {
    Set<String> lost = new HashSet<>(converted);
    found
        .plan()
        .upgrade()
        .of(ColumnChange.DropColumn.class)
        .forEach(drop -> lost.add(drop.table() + "." + drop.column().name()));
    found
        .plan()
        .upgrade()
        .of(TableChange.DropTable.class)
        .forEach(drop -> lost.add(drop.definition().name() + ".*"));
    return lost;
  }

  private EntityOptions entities(Class<?> side) {
    return EntityOptions.of(List.of(classPath()))
        .withSettings(Hibernate.naming(database.engine()))
        .withClasses(Hibernate.classes(side).stream().map(Class::getName).toList());
  }

  private static Path classPath() {
    try {
      return Path.of(Case.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> values(String option, List<String> hints) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < hints.size(); i += 2) {
      if (hints.get(i).equals(option)) {
        values.add(hints.get(i + 1));
      }
    }
    return values;
  }
}
