package dev.autogen.migration;

import dev.autogen.change.Change;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Runs the steps of one migration. Where DDL is transactional they belong to the transaction that
 * is open; elsewhere each is a transaction of its own, so that it is known how far a failed one
 * came.
 *
 * <p>Does not commit where DDL is transactional, and does not write the version.
 */
final class ScriptRun {

  private final Connection connection;
  private final Dialect dialect;
  private final RunListener listener;
  private final MigrationScript script;
  private final Schema state;
  private int done;
  private int doneOfNext;
  private int count;

  /**
   * @param state the schema before the first step as far as it is known
   */
  ScriptRun(
      Connection connection,
      Dialect dialect,
      RunListener listener,
      MigrationScript script,
      Schema state) {
    this.connection = connection;
    this.dialect = dialect;
    this.listener = listener;
    this.script = script;
    this.state = state;
  }

  /** How many of the steps have run to their end. */
  int done() {
    return done;
  }

  /** How many statements of the step after those have run to their end. */
  int doneOfNext() {
    return doneOfNext;
  }

  /** How many steps there are, those counted as one that the database takes together. */
  int count() {
    return count;
  }

  /**
   * @throws StepException if one of them fails, or rows are in the way of one
   */
  void run(Direction direction) throws StepException {
    List<Step> steps = Recording.of(script, direction, state);
    List<Piece> pieces = Piece.of(steps, dialect, state);
    count = pieces.size();
    requireWritable(pieces);
    for (Piece piece : pieces) {
      if (done == 0 || pieces.get(done - 1) instanceof Piece.Own) {
        requireNoObstacle(pieces.subList(done, count));
      }
      run(piece);
      done++;
      doneOfNext = 0;
    }
  }

  /**
   * Where what has run cannot be rolled back, what can be known to be refused is refused before
   * anything runs. A step may need what an earlier one makes, and is then known by the model alone.
   */
  private void requireWritable(List<Piece> pieces) throws StepException {
    if (dialect.hasTransactionalDdl()) {
      return;
    }
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Batch batch) {
        Optional<UnsupportedChangeException> refusal = refusal(batch);
        if (refusal.isPresent()) {
          throw unwritable(pieces.indexOf(piece) + 1, refusal.get());
        }
      }
    }
  }

  private Optional<UnsupportedChangeException> refusal(Piece.Batch batch) {
    try {
      batch.sql(dialect);
      return Optional.empty();
    } catch (UnsupportedChangeException refused) {
      try {
        batch.sql(dialect, connection);
        return Optional.empty();
      } catch (UnsupportedChangeException asWell) {
        return Optional.of(asWell);
      } catch (SQLException unknown) {
        return Optional.empty();
      }
    }
  }

  private StepException unwritable(int step, Exception thrown) {
    return new StepException(
        "step %d of %d cannot be written down: %s"
            .formatted(step, count, Failures.sentence(Failures.reason(thrown))),
        thrown);
  }

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

  private void run(Piece piece) throws StepException {
    if (piece instanceof Piece.Own own && own.step() instanceof Step.Run work) {
      attempt(work.what(), () -> run(work));
      return;
    }
    for (String statement : statements(piece)) {
      attempt(statement, () -> execute(statement));
      doneOfNext++;
    }
  }

  private List<String> statements(Piece piece) throws StepException {
    try {
      return piece instanceof Piece.Batch batch
          ? batch.sql(dialect, connection)
          : piece.sql(dialect);
    } catch (SQLException | UnsupportedChangeException thrown) {
      throw unwritable(done + 1, thrown);
    }
  }

  @FunctionalInterface
  private interface Attempt {
    void run() throws Exception;
  }

  private void attempt(String what, Attempt attempt) throws StepException {
    try {
      listener.step(script, done + 1, count, what);
      attempt.run();
    } catch (Exception | LinkageError thrown) {
      throw new StepException(
          "step %d of %d failed: %s The reason given: %s"
              .formatted(
                  done + 1,
                  count,
                  Failures.sentence(Failures.shown(what)),
                  Failures.sentence(Failures.reason(thrown))),
          thrown);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  private void run(Step.Run work) throws Exception {
    if (dialect.hasTransactionalDdl()) {
      work.work().run(connection);
      return;
    }
    connection.setAutoCommit(false);
    try {
      work.work().run(connection);
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
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
