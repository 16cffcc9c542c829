package dev.autogen.verify;

import dev.autogen.change.Change;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.diff.SchemaDiff;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.inspect.DatabaseSource;
import dev.autogen.migration.Direction;
import dev.autogen.migration.MigrationException;
import dev.autogen.migration.MigrationRunner;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.Obstacle;
import dev.autogen.migration.PlannedMigration;
import dev.autogen.migration.Replay;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Step;
import dev.autogen.plan.Comparer;
import dev.autogen.plan.Comparison;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.verify.Proof.Claim;
import dev.autogen.verify.Proof.Verdict;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javax.sql.DataSource;

/**
 * Proves one migration on a scratch database: it runs on tables with rows, leads to what the
 * entities declare if nothing follows it, together with other heads if there are some, and back to
 * the catalog before it, and forth again; rows that it does not say it destroys survive.
 */
public final class Verification {

  /** Where the claim on the entities stands among the others. */
  private static final int BEHIND_ROWS_FORTH = 2;

  private final RevisionGraph graph;
  private final Scratch scratch;
  private final DatabaseScope scope;
  private final Comparers comparers;
  private final Accepted accepted;

  /** What compares the entities with a database. */
  @FunctionalInterface
  public interface Comparers extends BiFunction<Replay, Scratch, Comparer> {}

  /**
   * What a person says is meant, so that it is no failure.
   *
   * @param lostRows that rows and values are gone
   * @param irreversible that a migration has no way back, and says so
   */
  public record Accepted(boolean lostRows, boolean irreversible) {}

  /**
   * @param scope what of the database is looked at
   * @param accepted what is no failure
   */
  public Verification(
      RevisionGraph graph,
      Scratch scratch,
      DatabaseScope scope,
      Comparers comparers,
      Accepted accepted) {
    this.graph = graph;
    this.scratch = scratch;
    this.scope = scope;
    this.comparers = comparers;
    this.accepted = accepted;
  }

  /**
   * All that can be shown of a migration, up to the first claim without which the next means
   * nothing.
   *
   * @throws VerificationException if the proof cannot be begun
   */
  public List<Proof> of(MigrationScript script) {
    RevisionGraph lineage = RevisionGraph.of(graph.history(List.of(script.id())));
    try {
      reach(script, lineage);
      return new Course(script, lineage).proofs();
    } catch (SQLException e) {
      throw new VerificationException(
          "The scratch database refused what the proof asked of it: " + e.getMessage(), e);
    }
  }

  /** Brings the scratch database to where the migration is next. */
  private void reach(MigrationScript script, RevisionGraph lineage) {
    Set<String> ahead = new HashSet<>(lineage.withAncestors(Set.of(script.id())));
    ahead.remove(script.id());
    try {
      Set<String> stands = runner(graph).current();
      if (!ahead.containsAll(graph.withAncestors(stands))) {
        scratch.renew();
      }
      try {
        upgradeTo(lineage.headsOf(ahead), lineage);
      } catch (MigrationException overMadeUpRows) {
        scratch.renew();
        upgradeTo(lineage.headsOf(ahead), lineage);
      }
    } catch (MigrationException e) {
      throw new VerificationException(
          "Cannot get to where revision "
              + script
              + " starts: "
              + e.getMessage()
              + " Mend that migration first.",
          e);
    }
  }

  private void upgradeTo(Set<String> heads, RevisionGraph lineage) {
    heads.forEach(head -> runner(lineage).upgrade(head));
  }

  /** One for the scratch database as it is now: a renewed one is another. */
  private MigrationRunner runner(RevisionGraph migrations) {
    return MigrationRunner.on(scratch.source()).migrations(migrations);
  }

  /** A catalog and its rows. */
  private record State(Schema schema, Rows rows) {}

  /** One migration's proof. */
  private final class Course {

    private final MigrationScript script;
    private final RevisionGraph lineage;
    private final List<Proof> proofs = new ArrayList<>();
    private OwnWork own = OwnWork.NONE;
    private boolean filled;
    private Optional<Claim> refused = Optional.empty();
    private List<String> emptied = List.of();

    Course(MigrationScript script, RevisionGraph lineage) {
      this.script = script;
      this.lineage = lineage;
    }

    List<Proof> proofs() throws SQLException {
      prove();
      Set<String> heads = graph.heads();
      boolean applied = proofs.get(0).verdict() != Verdict.FAILS;
      if (applied && heads.size() > 1 && heads.contains(script.id())) {
        proofs.add(BEHIND_ROWS_FORTH, withOtherHeads());
      }
      return proofs;
    }

    private void prove() throws SQLException {
      List<String> notes = new ArrayList<>(fill());
      PlannedMigration planned = planned();
      if (!planned.obstacles().isEmpty()) {
        planned.obstacles().stream().map(Obstacle::message).forEach(notes::add);
        empty();
      }
      there(planned, notes);
      if (refused.isPresent() && own.any() && planned.obstacles().isEmpty() && filled) {
        List<Proof> overRows = List.copyOf(proofs);
        Claim claim = refused.get();
        empty();
        proofs.clear();
        there(planned, List.of());
        List<Proof> shown = Proof.refusedOverRows(claim, overRows, List.copyOf(proofs));
        proofs.clear();
        proofs.addAll(shown);
      }
    }

    private void empty() {
      emptied = List.of("It ran without made-up rows.");
      scratch.renew();
      reach(script, lineage);
    }

    private void there(PlannedMigration planned, List<String> notes) throws SQLException {
      State before = state();
      filled = before.rows().isAny();
      Fate fate = Fate.of(before.schema(), planned);
      own = fate.own();
      if (!moves(Claim.UPGRADE, Direction.UPGRADE, javaWork(planned))) {
        return;
      }
      State after = state();
      rows(Claim.ROWS_FORTH, before, after, fate, notes);
      if (graph.heads().equals(Set.of(script.id()))) {
        proofs.add(entities());
      }
      Optional<String> irreversible = script.irreversible(Replay.of(lineage.scripts()).schema());
      if (irreversible.isPresent()) {
        proofs.add(withoutWayBack(irreversible.get()));
      } else {
        back(before, after, fate);
      }
    }

    private void back(State before, State after, Fate fate) throws SQLException {
      Fate thereAndBack = fate.thereAndBack(ownWorkBack());
      own = thereAndBack.own();
      if (!moves(Claim.DOWNGRADE, Direction.DOWNGRADE, List.of())) {
        return;
      }
      State back = state();
      proofs.add(Proof.unless(Claim.RESTORED, missing(back, before)));
      rows(Claim.ROWS_BACK, before, back, thereAndBack, List.of());
      if (moves(Claim.AGAIN, Direction.UPGRADE, List.of())) {
        proofs.remove(proofs.size() - 1);
        State again = state();
        List<String> against = new ArrayList<>(missing(again, after));
        against.addAll(after.rows().addedAgain(again.rows()));
        proofs.add(Proof.unless(Claim.AGAIN, against));
        if (fate.own().any()) {
          numbers(before, again, fate);
        }
      }
    }

    /** Rows with numbers of one's own do not move the counter of every database. */
    private void numbers(State before, State again, Fate fate) throws SQLException {
      List<QualifiedName> taken =
          asked((it, dialect) -> new MadeUpRows(it, dialect, again.schema()).numbersTaken());
      List<String> sentences =
          taken.stream()
              .map(
                  table ->
                      "The next row of %s gets a number that a row has already: move its counter on."
                          .formatted(table))
              .toList();
      boolean itself =
          taken.stream()
              .anyMatch(
                  table ->
                      !before.rows().tables().containsKey(table)
                          || fate.own().inserted(table, table) > 0);
      if (!taken.isEmpty()) {
        proofs.add(
            itself ? Proof.fails(Claim.NUMBERS, sentences) : Proof.open(Claim.NUMBERS, sentences));
      }
    }

    private Proof withoutWayBack(String why) {
      return accepted.irreversible()
          ? Proof.open(Claim.DOWNGRADE, List.of(why))
          : Proof.fails(
              Claim.DOWNGRADE, List.of(why, "If that is meant, say so with --allow-irreversible."));
    }

    private PlannedMigration planned() {
      List<PlannedMigration> planned = runner(lineage).planUpgrade(script.id());
      return planned.get(planned.size() - 1);
    }

    /** What it reaches nobody knows. */
    private static List<String> javaWork(PlannedMigration planned) {
      return planned.steps().stream()
          .flatMap(step -> step.parts().stream())
          .filter(Step.Run.class::isInstance)
          .map(step -> "Java work was done, outside of the database too: " + step.words() + ".")
          .toList();
    }

    private boolean moves(Claim claim, Direction direction, List<String> details) {
      try {
        if (direction == Direction.UPGRADE) {
          runner(lineage).upgrade(script.id());
        } else {
          runner(lineage).downgrade(before());
        }
        proofs.add(new Proof(claim, Verdict.HOLDS, details));
        return true;
      } catch (MigrationException e) {
        proofs.add(Proof.fails(claim, List.of(String.valueOf(e.getMessage()))));
        refused = Optional.of(claim);
        scratch.renew();
        return false;
      }
    }

    /** What is of its own branch goes back: that is it alone, for nothing follows it. */
    private String before() {
      return script.id() + "@" + (script.revises().isEmpty() ? "base" : script.revises().get(0));
    }

    private OwnWork ownWorkBack() {
      try {
        List<PlannedMigration> planned = runner(lineage).planDowngrade(before());
        return OwnWork.of(planned.get(planned.size() - 1));
      } catch (MigrationException unplannable) {
        return new OwnWork(true, List.of(), List.of());
      }
    }

    private void rows(Claim claim, State from, State to, Fate fate, List<String> notes) {
      List<String> lost = from.rows().lostIn(to.rows(), fate);
      if (lost.isEmpty()) {
        fate.own().removing().forEach(it -> lost.add("Its own statement removes rows: " + it));
      }
      List<String> against = new ArrayList<>();
      List<String> open = new ArrayList<>(notes);
      open.addAll(emptied);
      if (fate.own().any()) {
        open.addAll(from.rows().moreIn(to.rows(), fate));
      }
      boolean mayChange = fate.own().any() || claim == Claim.ROWS_BACK && accepted.lostRows();
      for (Rows.Changed changed : from.rows().changedIn(to.rows(), fate)) {
        if (changed.gone()) {
          lost.add(changed.sentence());
        } else {
          (mayChange ? open : against).add(changed.sentence());
        }
      }
      (accepted.lostRows() ? open : against).addAll(lost);
      if (!against.isEmpty()) {
        proofs.add(Proof.fails(claim, against));
      } else if (!open.isEmpty()) {
        proofs.add(Proof.open(claim, open));
      } else {
        proofs.add(Proof.holds(claim, from.rows().words()));
      }
    }

    /** The entities are those of all branches, so they are compared with what all lead to. */
    private Proof withOtherHeads() throws SQLException {
      try {
        try {
          runner(graph).upgrade("heads");
        } catch (MigrationException overMadeUpRows) {
          scratch.renew();
          runner(graph).upgrade("heads");
        }
        return entities();
      } catch (MigrationException e) {
        scratch.renew();
        return Proof.open(
            Claim.ENTITIES,
            List.of("It is one of several heads, and they do not go together: " + e.getMessage()));
      }
    }

    private Proof entities() throws SQLException {
      Replay replay = Replay.of(graph.history(graph.heads()));
      Comparison found =
          asked(
              (connection, dialect) ->
                  comparers.apply(replay, scratch).withDatabase(connection, dialect));
      List<String> lacking = words(found.plan().changes());
      return lacking.isEmpty() && !found.notCompared().isEmpty()
          ? Proof.open(Claim.ENTITIES, found.notCompared().stream().map(String::valueOf).toList())
          : Proof.unless(Claim.ENTITIES, lacking);
    }

    private static List<String> missing(State is, State wanted) {
      return words(SchemaDiff.between(is.schema(), wanted.schema()));
    }

    private static List<String> words(List<Change> changes) {
      return changes.stream().map(change -> "missing: " + change.describe()).toList();
    }
  }

  @FunctionalInterface
  private interface Question<T> {
    T of(Connection connection, Dialect dialect) throws SQLException;
  }

  private <T> T asked(Question<T> question) throws SQLException {
    DataSource source = scratch.source();
    try (Connection connection = source.getConnection()) {
      return question.of(connection, Dialects.of(connection));
    }
  }

  private State state() throws SQLException {
    return asked(
        (connection, dialect) -> {
          Schema schema = schema(connection, dialect);
          return new State(schema, Rows.read(connection, dialect, schema));
        });
  }

  private Schema schema(Connection connection, Dialect dialect) {
    return new DatabaseSource(connection, dialect, scope).read();
  }

  private List<String> fill() throws SQLException {
    return asked(
        (connection, dialect) ->
            new MadeUpRows(connection, dialect, schema(connection, dialect)).insert());
  }
}
