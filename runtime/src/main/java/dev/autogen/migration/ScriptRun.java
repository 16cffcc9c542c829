package dev.autogen.migration;

import dev.autogen.change.Change;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs the steps of one migration. What is committed when is what the two kinds of run differ in.
 *
 * <p>Does not write the version, nor commit it.
 */
abstract class ScriptRun {

  /**
   * Where a run takes place.
   *
   * @param listener is told how it goes
   */
  record Site(Connection connection, Dialect dialect, RunListener listener) {}

  private static final Duration BETWEEN_NEWS = Duration.ofSeconds(2);

  protected final Connection connection;
  protected final Dialect dialect;
  private final RunListener listener;
  private final MigrationScript script;
  private final Schema state;
  private int done;
  private int doneOfNext;
  private int count;
  private long told = System.nanoTime();

  /**
   * @param state the schema before the first step as far as it is known
   */
  protected ScriptRun(Site site, MigrationScript script, Schema state) {
    this.connection = site.connection();
    this.dialect = site.dialect();
    this.listener = site.listener();
    this.script = script;
    this.state = state;
  }

  /** How many of the steps have run to their end. */
  final int done() {
    return done;
  }

  /** How many statements of the step after those have run to their end. */
  final int doneOfNext() {
    return doneOfNext;
  }

  /** How many steps there are, those counted as one that the database takes together. */
  final int count() {
    return count;
  }

  /** One statement more of the step that is going on has run to its end. */
  protected final void count(int statements) {
    doneOfNext += statements;
  }

  /**
   * @throws StepException if one of them fails, or rows are in the way of one
   */
  final void run(List<Step> steps) throws StepException, SQLException {
    List<Piece> pieces = Piece.of(steps, dialect, state);
    count = pieces.size();
    done = begin(pieces);
    boolean looked = false;
    for (Piece piece : pieces.subList(done, count)) {
      if (!looked || pieces.get(done - 1) instanceof Piece.Own) {
        requireNoObstacle(pieces.subList(done, count));
        looked = true;
      }
      run(piece);
      done++;
      doneOfNext = 0;
    }
  }

  /**
   * Called before the first step.
   *
   * @return how many steps are done already
   */
  protected abstract int begin(List<Piece> pieces) throws StepException, SQLException;

  /** Runs the step after those that are done. */
  protected abstract void run(Piece piece) throws StepException, SQLException;

  /** Called in the transaction that ends the run, before the version is moved. */
  protected void end() throws SQLException {}

  /** Called within a transaction when a run has failed: ends it. */
  protected void settle() throws SQLException {
    connection.rollback();
  }

  /** Called when a run has failed and what could be rolled back is, outside of any transaction. */
  protected void fail() throws SQLException {}

  /** What is left where it is when a run fails, and how to go on. */
  protected abstract String aftermath(Direction direction, String standing);

  /** The same where the connection was lost, so that nothing can be asked or rolled back. */
  protected abstract String afterLoss(Direction direction, String standing);

  /** What a person's own statement does to rows is not known: what follows it is looked at then. */
  private void requireNoObstacle(List<Piece> rest) throws StepException {
    List<Change> changes = new ArrayList<>();
    for (Piece piece : rest) {
      if (!(piece instanceof Piece.Batch batch)) {
        break;
      }
      changes.addAll(batch.changes());
    }
    List<Obstacle> obstacles = new Preflight(connection, dialect, state).obstacles(changes);
    if (!obstacles.isEmpty()) {
      throw new StepException(
          "rows are in the way. "
              + obstacles.stream().map(Obstacle::message).collect(Collectors.joining(" ")),
          null);
    }
  }

  protected final List<String> statements(Piece piece) throws StepException {
    try {
      return piece instanceof Piece.Batch batch
          ? batch.sql(dialect, connection)
          : piece.sql(dialect);
    } catch (SQLException | UnsupportedChangeException thrown) {
      throw unwritable(done + 1, thrown);
    }
  }

  protected final StepException unwritable(int step, Exception thrown) {
    return new StepException(
        "step %s of %s cannot be written down: %s"
            .formatted(step, count, Failures.sentence(Failures.reason(thrown))),
        thrown);
  }

  @FunctionalInterface
  protected interface Attempt {
    void run() throws Exception;
  }

  protected final void attempt(String what, Attempt attempt) throws StepException {
    try {
      listener.step(script, done + 1, count, what);
      attempt.run();
    } catch (Exception | LinkageError | AssertionError | StackOverflowError thrown) {
      throw new StepException(
          "step %s of %s failed: %s The reason given: %s"
              .formatted(
                  done + 1,
                  count,
                  Failures.sentence(Failures.shown(what)),
                  Failures.sentence(Failures.reason(thrown))),
          thrown);
    }
  }

  /** Tells of a step that is going on, now and then. */
  protected final void progress(String what, long rows) {
    long now = System.nanoTime();
    if (now - told >= BETWEEN_NEWS.toNanos()) {
      told = now;
      listener.progress(script, what, rows);
    }
  }

  protected final void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      dialect.execute(statement, sql);
    }
  }

  /** A step that could not be run, and why, as the part of a sentence after a colon. */
  static final class StepException extends Exception {
    private static final long serialVersionUID = 1L;

    StepException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
