package dev.autogen.verify;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.diff.SchemaDiff;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.inspect.DatabaseSource;
import dev.autogen.migration.Direction;
import dev.autogen.migration.MigrationException;
import dev.autogen.migration.MigrationRunner;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.PlannedMigration;
import dev.autogen.migration.Replay;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Step;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Proves on a scratch database that a migration is equal to the chain that it replaces, wherever in
 * that chain a database stands: the same catalog and rows come of each, also where tables hold rows
 * before; and that it can be taken back as the chain can.
 */
public final class SquashProof {

  private final RevisionGraph graph;
  private final Scratch scratch;
  private final DatabaseScope scope;

  /**
   * @param graph with the migration and the chain
   */
  public SquashProof(RevisionGraph graph, Scratch scratch, DatabaseScope scope) {
    this.graph = graph;
    this.scratch = scratch;
    this.scope = scope;
  }

  /**
   * What came of it: sentences.
   *
   * @param against what speaks against it; none if it is proved
   * @param open what could not be shown
   */
  public record Result(List<String> against, List<String> open) {
    public Result {
      against = List.copyOf(against);
      open = List.copyOf(open);
    }
  }

  /** A catalog and its rows. */
  private record State(Schema schema, Rows rows) {}

  /**
   * Compares a migration with its chain.
   *
   * @throws VerificationException if it cannot be tried
   */
  public Result of(MigrationScript squash) {
    Course course = new Course(squash);
    try {
      course.fromNothing();
      if (course.against.isEmpty() && !squash.revises().isEmpty()) {
        course.withRows();
      }
    } catch (MigrationException e) {
      course.against.add(String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      throw new VerificationException(
          "The scratch database refused what the proof asked of it: " + e.getMessage(), e);
    }
    return new Result(course.against, course.open);
  }

  /** One migration's proof. */
  private final class Course {

    private final MigrationScript squash;
    private final RevisionGraph chain;
    private final List<String> against = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    Course(MigrationScript squash) {
      this.squash = squash;
      this.chain = graph.at(squash.header().links().replaces());
    }

    /** Each way through the chain, on tables without rows but those that migrations put in. */
    void fromNothing() throws SQLException {
      State start = start();
      runner(graph).upgrade(squash.id());
      State wanted = state();
      List<String> back = back(graph, start, Optional.empty());
      for (String prefix : squash.header().links().replaces()) {
        if (chain.find(prefix).isPresent()) {
          scratch.renew();
          runner(chain).upgrade(prefix);
          runner(graph).upgrade(squash.id());
          compare("From %s on".formatted(prefix), state(), wanted);
        }
      }
      judge(back, () -> back(chain, start, Optional.empty()));
    }

    /** With rows in all that is there before: the chain may be needed where there are some. */
    void withRows() throws SQLException {
      Attempt one = new Attempt(graph);
      Attempt all = new Attempt(chain);
      if (one.end.isPresent() && all.end.isPresent()) {
        open.addAll(one.notes);
        compare("On rows that were there before", all.end.get(), one.end.get());
        judge(one.back, () -> all.back);
      } else if (all.end.isPresent()) {
        against.add("On rows that were there before, the chain runs and it does not: " + one.why);
      } else {
        open.add("The chain does not run on made-up rows, so it was not tried on any: " + all.why);
      }
    }

    /** What is no worse than in the chain is left as it is. */
    private void judge(List<String> back, Question<List<String>> chainBack) throws SQLException {
      if (back.isEmpty()) {
        return;
      }
      List<String> chained = chainBack.ask();
      if (chained.isEmpty()) {
        back.forEach(why -> against.add("On the way back, unlike the chain: " + why));
      } else {
        open.add(
            "Neither the chain nor it leads back to what was before: " + String.join(" ", back));
      }
    }

    /** One way through, on made-up rows. */
    private final class Attempt {
      private final List<String> notes;
      private List<String> back = List.of();
      private Optional<State> end = Optional.empty();
      private String why = "";

      Attempt(RevisionGraph by) throws SQLException {
        scratch.renew();
        start();
        notes = fill();
        State start = state();
        try {
          List<PlannedMigration> planned = runner(graph).planUpgrade(squash.id());
          Fate fate = Fate.of(start.schema(), planned.get(planned.size() - 1));
          runner(by).upgrade(squash.id());
          end = Optional.of(state());
          back = back(by, start, Optional.of(fate));
        } catch (MigrationException refused) {
          why = String.valueOf(refused.getMessage());
        }
      }
    }

    /** Where the chain begins. */
    private State start() throws SQLException {
      squash.revises().forEach(runner(graph)::upgrade);
      return state();
    }

    /** What is otherwise than before once it is taken back. */
    private List<String> back(RevisionGraph by, State start, Optional<Fate> fate)
        throws SQLException {
      List<String> wrong = new ArrayList<>();
      try {
        runner(by)
            .downgrade(
                squash.id()
                    + "@"
                    + (squash.revises().isEmpty() ? "base" : squash.revises().get(0)));
        State back = state();
        SchemaDiff.between(back.schema(), start.schema())
            .forEach(change -> wrong.add("missing: " + change.describe()));
        if (fate.isPresent()) {
          Fate kept = fate.get().thereAndBack(OwnWork.NONE);
          wrong.addAll(start.rows().lostIn(back.rows(), kept));
          start.rows().changedIn(back.rows(), kept).forEach(it -> wrong.add(it.sentence()));
        }
      } catch (MigrationException e) {
        wrong.add(String.valueOf(e.getMessage()));
      }
      return wrong;
    }

    private void compare(String where, State is, State wanted) {
      for (Change change : SchemaDiff.between(is.schema(), wanted.schema())) {
        against.add("%s, the chain leads elsewhere: %s".formatted(where, change.describe()));
      }
      for (ObjectName name : is.rows().differing(wanted.rows(), wanted.schema(), madeAnew())) {
        against.add("%s, the chain leaves other rows: see %s.".formatted(where, name));
      }
    }

    /** The columns whose values come of an expression that gives others each time. */
    private Set<ObjectName> madeAnew() {
      Set<ObjectName> anew = new TreeSet<>();
      Schema before = Replay.of(graph.history(squash.revises())).schema();
      for (Step step : squash.steps(Direction.UPGRADE, before)) {
        if (step instanceof Step.Alter alter
            && value(alter.change()).filter(Volatile::is).isPresent()) {
          anew.add(alter.change().object());
        }
      }
      return anew;
    }

    private static Optional<String> value(Change change) {
      if (change instanceof AddColumn add) {
        return add.fill().or(add.column()::defaultValue);
      }
      return change instanceof AlterColumn alter ? alter.fill() : Optional.empty();
    }
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask() throws SQLException;
  }

  /** One for the scratch database as it is now: a renewed one is another. */
  private MigrationRunner runner(RevisionGraph migrations) {
    return MigrationRunner.on(scratch.source()).migrations(migrations);
  }

  private State state() throws SQLException {
    try (Connection connection = scratch.source().getConnection()) {
      Dialect dialect = Dialects.of(connection);
      Schema schema = new DatabaseSource(connection, dialect, scope).read();
      return new State(schema, Rows.read(connection, dialect, schema));
    }
  }

  private List<String> fill() throws SQLException {
    try (Connection connection = scratch.source().getConnection()) {
      Dialect dialect = Dialects.of(connection);
      Schema schema = new DatabaseSource(connection, dialect, scope).read();
      return new MadeUpRows(connection, dialect, schema).insert();
    }
  }
}
