package dev.autogen.migration;

import dev.autogen.dialect.MigrationSession;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.migration.JournalEntry.Kind;
import dev.autogen.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A migration that cannot be rolled back as a whole: each statement is entered into the journal
 * before it runs and marked after it, so that the next run goes on where this one breaks off. What
 * changes rows alone is committed together with its mark.
 *
 * <p>Expects a connection without autocommit.
 */
final class JournalledRun extends ScriptRun {

  private final MigrationScript script;
  private final Direction direction;
  private final Verdict verdict;
  private final Journal journal;
  private final MigrationSession settings;
  private final Schema state;
  private Contents contents = new Contents(List.of(), List.of());
  private List<JournalEntry> left = List.of();
  private boolean resumed;
  private Optional<JournalEntry> unmarked = Optional.empty();
  private boolean inBatches;
  private boolean inDoubt;
  private boolean halfDone;

  /**
   * What a run goes on from.
   *
   * @param verdict what a person says of a statement of which it cannot be told
   */
  record Past(Journal journal, Verdict verdict, MigrationSession settings) {}

  JournalledRun(Site site, MigrationScript script, Schema state, Direction direction, Past past) {
    super(site, script, state);
    this.script = script;
    this.state = state;
    this.direction = direction;
    this.verdict = past.verdict();
    this.journal = past.journal();
    this.settings = past.settings();
  }

  @Override
  protected int begin(List<Piece> pieces) throws StepException, SQLException {
    List<Step> again = Recording.of(script, direction, state);
    contents = Contents.of(pieces, Piece.of(again, dialect, Schema.EMPTY));
    Resumption resumption = new Resumption(connection, dialect, journal, verdict);
    List<JournalEntry> entries = journal.entries();
    resumed = !entries.isEmpty();
    Resumption.Point point =
        entries.isEmpty()
            ? new Resumption.Point(0, List.of())
            : resumption.point(entries, contents.digests());
    left = point.left();
    requireOneOrigin(point.step() + (left.isEmpty() ? 0 : 1));
    if (!dialect.hasTransactionalDdl()) {
      requireWritable(pieces.subList(point.step() + (left.isEmpty() ? 0 : 1), pieces.size()));
    }
    if (resumed) {
      connection.commit();
      restore(LostSession.of(entries), pieces.subList(point.step(), pieces.size()));
    }
    new BackfillsAhead(connection, dialect)
        .require(pieces.subList(point.step(), pieces.size()), point.step());
    return point.step();
  }

  /** What earlier steps told the session that was lost is told to this one. */
  private void restore(LostSession lost, List<Piece> toCome) throws StepException, SQLException {
    lost.requireNoneGone(toCome, dialect);
    for (String setting : lost.settings()) {
      try {
        execute(setting);
      } catch (SQLException refused) {
        throw new StepException(
            "what an earlier step had set cannot be set again in a new session: %s The reason given: %s"
                .formatted(
                    Failures.sentence(Failures.shown(setting)),
                    Failures.sentence(Failures.reason(refused))),
            refused);
      }
    }
    connection.commit();
  }

  /** Rows that belong together by a random key must be of one recording. */
  private void requireOneOrigin(int kept) throws StepException {
    OptionalInt sharing = contents.sharing(kept);
    if (sharing.isPresent()) {
      throw new StepException(
          ("step %s of it uses a value that is another each time, and an earlier step took effect"
                  + " with the one that it was then: their rows would not belong together. Finish"
                  + " or undo the migration by hand, and set the version with stamp.")
              .formatted(sharing.getAsInt() + 1),
          null);
    }
  }

  /**
   * Where what has run cannot be rolled back, what can be known to be refused is refused before
   * anything runs. A step may need what an earlier one makes, and is then known by the model alone.
   * What a view is in the way of is known as long as nothing else runs before, which may drop it.
   */
  private void requireWritable(List<Piece> pieces) throws StepException {
    boolean first = true;
    for (Piece piece : pieces) {
      first = first && piece instanceof Piece.Batch;
      if (piece instanceof Piece.Batch batch) {
        Optional<UnsupportedChangeException> refusal = refusal(batch, first);
        if (refusal.isPresent()) {
          throw unwritable(count() - pieces.size() + pieces.indexOf(piece) + 1, refusal.get());
        }
      }
    }
  }

  private Optional<UnsupportedChangeException> refusal(Piece.Batch batch, boolean first) {
    try {
      batch.sql(dialect);
      if (first) {
        dialect.requireUnused(batch.changes(), connection);
      }
      return Optional.empty();
    } catch (SQLException unknown) {
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

  @Override
  protected void run(Piece piece) throws StepException, SQLException {
    List<JournalEntry> begun = left;
    List<JournalEntry> entries = begun.isEmpty() ? entries(piece) : begun;
    left = List.of();
    takeTurn();
    if (piece instanceof Piece.Batch && dialect.hasTransactionalDdl()) {
      if (begun.isEmpty()) {
        journal.add(entries);
      }
      together(entries);
      return;
    }
    for (JournalEntry entry : entries) {
      mark();
      String trace = journal.trace(entry.kind(), entry.text());
      if (begun.isEmpty() && entry.place().statement() == 0) {
        journal.addBegun(entries, trace);
      } else {
        journal.begin(entry, trace);
      }
      boolean commits = piece instanceof Piece.Batch && dialect.commitsFirst(entry.text());
      if (!commits) {
        connection.commit();
      }
      if (entry.kind() != Kind.BATCHES) {
        takeTurn();
      }
      halfDone = !commits;
      carryOut(piece, entry);
      inBatches = false;
      count(1);
    }
  }

  /** Where one writes at a time, the place is taken before anything is read; nothing is open. */
  private void takeTurn() throws SQLException {
    if (dialect.hasTransactionalDdl()) {
      connection.commit();
      settings.begun(connection);
    }
  }

  /**
   * A mark is committed with what comes next, for each commit costs as much as a small statement.
   * So are rows, with their mark; what is final already can be told from its trace meanwhile.
   */
  private void carryOut(Piece piece, JournalEntry entry) throws StepException, SQLException {
    try {
      attempt(piece, entry);
    } catch (StepException failed) {
      inDoubt = mayHaveTakenEffect(entry);
      throw failed;
    }
    Effect effect = Effect.of(entry.kind(), entry.text());
    if (dialect.hasTransactionalDdl() || effect == Effect.SEVERAL) {
      journal.done(entry);
      connection.commit();
    } else if (effect == Effect.ROWS) {
      journal.done(entry);
    } else {
      unmarked = Optional.of(entry);
    }
    halfDone = false;
  }

  private void mark() throws SQLException {
    if (unmarked.isPresent()) {
      journal.done(unmarked.get());
      unmarked = Optional.empty();
    }
  }

  /** What is done and waits for a commit is kept. */
  @Override
  protected void settle() throws SQLException {
    if (halfDone || dialect.hasTransactionalDdl()) {
      connection.rollback();
    } else {
      mark();
      connection.commit();
    }
  }

  private void attempt(Piece piece, JournalEntry entry) throws StepException {
    if (piece instanceof Piece.Own own && own.step() instanceof Step.Run work) {
      attempt(work.what(), () -> work.work().run(LentConnection.of(connection)));
    } else if (piece instanceof Piece.Own own && own.step() instanceof Step.Backfill backfill) {
      attempt(entry.text(), () -> batches(backfill, entry));
    } else {
      attempt(entry.text(), () -> alone(entry.text()));
    }
  }

  /** What does several things may have done some of them, and committed its rows with that. */
  private boolean mayHaveTakenEffect(JournalEntry entry) throws SQLException {
    boolean isWhole =
        dialect.hasTransactionalDdl() || Effect.of(entry.kind(), entry.text()) != Effect.SEVERAL;
    if (isWhole || MigrationRun.isLost(connection)) {
      return false;
    }
    connection.rollback();
    return Interruption.begun(connection, dialect).isPresent();
  }

  private List<JournalEntry> entries(Piece piece) throws StepException {
    Kind kind = Kind.STATEMENT;
    List<String> texts;
    if (piece instanceof Piece.Own own && own.step() instanceof Step.Run work) {
      kind = Kind.WORK;
      texts = List.of(work.what());
    } else if (piece instanceof Piece.Own own && own.step() instanceof Step.Backfill backfill) {
      kind = Kind.BATCHES;
      texts = List.of(backfill.words());
    } else {
      texts = statements(piece);
    }
    List<JournalEntry> entries = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      var place =
          new JournalEntry.Place(
              script.id(), direction, done(), count(), i, contents.digests().get(done()));
      entries.add(JournalEntry.planned(place, kind, texts.get(i)));
    }
    return entries;
  }

  /** Each batch is committed with how far it came. */
  private void batches(Step.Backfill backfill, JournalEntry entry)
      throws SQLException, InterruptedException {
    new Batches(connection, dialect, backfill)
        .run(
            entry.reached(),
            new Batches.Commit() {
              @Override
              public void begin() throws SQLException {
                takeTurn();
              }

              @Override
              public void at(String position, long rows) throws SQLException {
                journal.reached(entry, position);
                connection.commit();
                inBatches = true;
                progress(backfill.words(), rows);
              }
            });
  }

  /** What the database takes as a whole is a whole. */
  private void together(List<JournalEntry> entries) throws StepException, SQLException {
    for (JournalEntry entry : entries) {
      journal.begin(entry, "");
    }
    connection.commit();
    takeTurn();
    halfDone = true;
    for (JournalEntry entry : entries) {
      attempt(entry.text(), () -> execute(entry.text()));
      journal.done(entry);
    }
    connection.commit();
    halfDone = false;
  }

  /** What is not taken in a transaction is run outside of one, on what an earlier try left. */
  private void alone(String sql) throws SQLException {
    try {
      execute(sql);
    } catch (SQLException refused) {
      if (!dialect.wantsNoTransaction(refused)) {
        throw refused;
      }
      connection.rollback();
      connection.setAutoCommit(true);
      try {
        dialect.traces().sweep(sql, connection);
        execute(sql);
      } finally {
        connection.setAutoCommit(false);
      }
    }
  }

  @Override
  protected void end() throws SQLException {
    halfDone = true;
    journal.clear();
  }

  /** A run of which nothing took effect is none. */
  @Override
  protected void fail() throws SQLException {
    if (isNothing()) {
      journal.clear();
    }
  }

  private boolean isNothing() {
    return !resumed && !inBatches && !inDoubt && done() == 0 && doneOfNext() == 0;
  }

  @Override
  protected String aftermath(Direction way, String standing) {
    if (inBatches) {
      return ("Some batches of step %s of %s are done and stay; the version stays %s. Mend what is"
              + " in the way and run %s again: it goes on after the last of them.")
          .formatted(done() + 1, count(), standing, way.word());
    }
    if (inDoubt) {
      return ("Step %s of %s may have changed something before it failed; the version stays %s."
              + " Mend what is in the way and run %s again: it looks first.")
          .formatted(done() + 1, count(), standing, way.word());
    }
    if (resumed && done() == 0 && doneOfNext() == 0) {
      return "This run changed nothing; the version stays %s.".formatted(standing);
    }
    if (isNothing()) {
      return "Nothing of it was applied: the database stands %s. Correct it and run %s again."
          .formatted(standing, way.word());
    }
    return ("%s %s applied and cannot be rolled back; the version stays %s. Correct the rest of the"
            + " migration and run %s again: it goes on with step %s. Or finish or undo by hand what"
            + " was begun, and set the version with stamp.")
        .formatted(
            came(),
            done() + doneOfNext() == 1 ? "was" : "were",
            standing,
            way.word(),
            Math.min(done() + 1, count()));
  }

  /** A server may carry a statement to its end though nobody waits for it. */
  @Override
  protected String afterLoss(Direction way, String standing) {
    return ("The connection is lost, so it is not known whether that took effect; the version stays"
            + " %s. Run %s again: it looks, and goes on from there.")
        .formatted(standing, way.word());
  }

  /** How far a run came that cannot be rolled back. */
  private String came() {
    String whole = (done() == 1 ? "Step 1" : "Steps 1-" + done()) + " of " + count();
    if (doneOfNext() == 0) {
      return whole;
    }
    String part =
        (doneOfNext() == 1 ? "statement" : doneOfNext() + " statements")
            + " of step %s of %s".formatted(done() + 1, count());
    return done() == 0 ? "The first " + part : whole + ", and the first " + part + ",";
  }
}
