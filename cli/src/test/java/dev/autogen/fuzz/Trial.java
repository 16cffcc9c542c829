package dev.autogen.fuzz;

import dev.autogen.change.Change;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.diff.RenameHints;
import dev.autogen.diff.Unmanaged;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.matrix.Catalog;
import dev.autogen.migration.KnownSchema;
import dev.autogen.migration.Replay;
import dev.autogen.plan.Comparer;
import dev.autogen.plan.Comparison;
import dev.autogen.plan.Fills;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.Schema;
import dev.autogen.testing.ReusedDatabases;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Takes one pair through the product on one engine: compare, write, compile, upgrade, downgrade,
 * with rows in the tables.
 */
final class Trial {

  /**
   * What does not hold.
   *
   * @param oracle which of the properties
   * @param text what is there instead
   */
  record Failure(String oracle, String text) {
    @Override
    public String toString() {
      return oracle + ": " + text;
    }
  }

  /** One of the properties does not hold. */
  private static final class Refuted extends Exception {
    private static final long serialVersionUID = 1L;

    Refuted(String text) {
      super(text);
    }
  }

  private final Vocabulary vocabulary;
  private final Pair pair;
  private final Schema before;
  private final Schema after;
  private final Written migrations;
  private String oracle = "model";

  private Trial(Grounds grounds, Pair pair) {
    this.migrations = new Written(grounds.compiler());
    this.vocabulary = grounds.vocabulary();
    this.pair = pair;
    this.before = vocabulary.dialect().canonical(pair.before());
    this.after = vocabulary.dialect().canonical(pair.after());
  }

  /** Nothing if all properties hold. */
  static Optional<Failure> of(Grounds grounds, Pair pair) {
    return new Trial(grounds, pair.applicable()).failure(grounds.databases());
  }

  private Optional<Failure> failure(ReusedDatabases databases) {
    try (TestDatabase live = databases.take();
        TestDatabase fresh = databases.take()) {
      run(live, fresh);
      return Optional.empty();
    } catch (Refuted refuted) {
      return Optional.of(new Failure(oracle, refuted.getMessage()));
    } catch (Exception | LinkageError | ServiceConfigurationError thrown) {
      return Optional.of(new Failure(oracle, withCauses(thrown)));
    }
  }

  private static String withCauses(Throwable thrown) {
    StringBuilder text = new StringBuilder(thrown.toString());
    for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
      text.append(" because of ").append(cause);
    }
    return text.toString();
  }

  private void run(TestDatabase live, TestDatabase fresh) throws SQLException, Refuted {
    oracle = "creates";
    migrations.write("000000000001", compare(live, before, false));
    migrations.upgrade(live);
    Contents contents = new Contents(vocabulary, before);
    oracle = "takes rows";
    live.execute(contents.inserts().toArray(String[]::new));
    Catalog start = Catalog.of(live);

    oracle = "detects";
    Comparison found = compare(live, after, true);
    requireEdits(found);
    Survivors survivors = survivors(found);
    Map<String, List<String>> rows = contents.read(live, survivors.before());

    oracle = "runs";
    if (!found.isInStep()) {
      migrations.write("000000000002", found);
    }
    migrations.upgrade(live);
    requireSame("keeps rows", rows, contents.read(live, survivors.after()));

    oracle = "exact";
    build(fresh);
    requireNothing(Catalog.of(live).difference(Catalog.of(fresh)));
    requireInStep("converges", compare(live, after, false));

    oracle = "restores";
    migrations.downgrade(live);
    requireNothing(Catalog.of(live).difference(start));
    requireSame("keeps rows back", rows, contents.read(live, survivors.before()));
  }

  /** Prunes, so that nothing that was made up goes unseen. */
  private Comparison compare(TestDatabase database, Schema model, boolean hinted)
      throws SQLException {
    try (Connection connection = database.connect()) {
      return new Comparer(
              new Declared(model),
              DatabaseScope.DEFAULT,
              Replay.of(migrations.scripts()),
              RenameHints.parse(hinted ? pair.renames() : List.of()),
              Fills.parse(hinted ? pair.fills() : List.of()),
              Unmanaged.PRUNE)
          .withDatabase(connection, Dialects.of(connection));
    }
  }

  /** The model on an empty database, by the plan from nothing. */
  private void build(TestDatabase fresh) throws SQLException {
    try (Connection connection = fresh.connect();
        Statement statement = connection.createStatement()) {
      Dialect dialect = Dialects.of(connection);
      Comparison found =
          new Comparer(
                  new Declared(after),
                  DatabaseScope.DEFAULT,
                  Replay.EMPTY,
                  RenameHints.parse(List.of()),
                  Fills.none(),
                  Unmanaged.KEEP)
              .withDatabase(connection, dialect);
      KnownSchema known = new KnownSchema(Schema.EMPTY);
      for (List<Change> batch : dialect.batches(found.plan().upgrade().changes())) {
        for (String sql : dialect.statements(batch, known.schema(), connection)) {
          statement.execute(sql);
        }
        for (Change change : batch) {
          known = known.after(change);
        }
      }
    }
  }

  private void requireEdits(Comparison found) throws Refuted {
    if (!found.notCompared().isEmpty()) {
      throw new Refuted("not compared " + found.notCompared());
    }
    List<Change> changes = found.plan().changes();
    List<Change> renames = changes.stream().filter(Renames::isRename).toList();
    SortedSet<ObjectName> others =
        Delta.of(changes.stream().filter(change -> !Renames.isRename(change)).toList());
    SortedSet<ObjectName> expected =
        Delta.between(vocabulary.dialect().canonical(pair.renamed()), after);
    requireSame("detects", expected, others);
    requireSame("renames", pair.renames().size(), renames.size());
  }

  private Survivors survivors(Comparison found) {
    List<Change> renames =
        found.plan().upgrade().changes().stream().filter(Renames::isRename).toList();
    Set<String> filled =
        pair.fills().stream()
            .map(fill -> fill.substring(0, fill.indexOf('=')))
            .collect(Collectors.toSet());
    return Survivors.of(before, after, renames, filled);
  }

  private void requireInStep(String property, Comparison found) throws Refuted {
    oracle = property;
    if (!found.isInStep()) {
      throw new Refuted(found.plan().changes() + " " + found.notCompared());
    }
  }

  private static void requireNothing(String difference) throws Refuted {
    if (!difference.isEmpty()) {
      throw new Refuted("\n" + difference);
    }
  }

  private void requireSame(String property, Object expected, Object actual) throws Refuted {
    oracle = property;
    if (!expected.equals(actual)) {
      throw new Refuted("\nexpected " + expected + "\nfound    " + actual);
    }
  }
}
