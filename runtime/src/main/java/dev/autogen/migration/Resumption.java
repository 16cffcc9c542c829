package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import dev.autogen.migration.JournalEntry.State;
import dev.autogen.migration.ScriptRun.StepException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Finds where a run goes on that broke off. Writes into the journal what it finds, uncommitted. */
final class Resumption {

  /** Where to go on. */
  record Point(int step, List<JournalEntry> left) {
    /**
     * @param step how many steps are done
     * @param left what is left of the step after those; nothing where it starts afresh
     */
    Point {
      left = List.copyOf(left);
    }
  }

  private final Connection connection;
  private final Journal journal;
  private final Dialect dialect;
  private final Verdict verdict;

  Resumption(Connection connection, Dialect dialect, Journal journal, Verdict verdict) {
    this.connection = connection;
    this.dialect = dialect;
    this.journal = journal;
    this.verdict = verdict;
  }

  /**
   * @param entries the journal, which is of this run
   * @param contents a digest of each step as the migration records it now; the empty string for one
   *     that it records anew each time
   * @throws StepException if that cannot be told, or the migration is no longer the same so far
   */
  Point point(List<JournalEntry> entries, List<String> contents)
      throws StepException, SQLException {
    JournalEntry last = entries.get(entries.size() - 1);
    Optional<JournalEntry> open = entries.stream().filter(entry -> !entry.isDone()).findFirst();
    int step = open.orElse(last).place().step();
    requireSame(entries, contents, open.isEmpty() ? step + 1 : step);
    if (open.isEmpty()) {
      return new Point(step + 1, List.of());
    }
    List<JournalEntry> left =
        entries.stream().filter(e -> e.place().step() == step && !e.isDone()).toList();
    boolean tookEffect = left.get(0).state() == State.RUNNING && tookEffect(left.get(0));
    if (tookEffect) {
      journal.done(left.get(0));
      left = left.subList(1, left.size());
    }
    boolean begun = tookEffect || open.get().place().statement() > 0;
    if (!begun && open.get().reached().isEmpty()) {
      journal.forget(step);
      return new Point(step, List.of());
    }
    requireSame(entries, contents, step + 1);
    return new Point(left.isEmpty() ? step + 1 : step, left);
  }

  private static void requireSame(List<JournalEntry> entries, List<String> contents, int steps)
      throws StepException {
    for (JournalEntry entry : entries) {
      JournalEntry.Place place = entry.place();
      boolean same =
          place.step() < contents.size()
              && (place.content().isEmpty()
                  || contents.get(place.step()).isEmpty()
                  || place.content().equals(contents.get(place.step())));
      if (place.step() < steps && !same) {
        throw new StepException(
            ("step %s of it took effect already, and the migration no longer says the same there"
                    + " (it was: %s). Restore that step; what comes after it may be changed. Or"
                    + " finish or undo the migration by hand, and set the version with stamp.")
                .formatted(place.step() + 1, Failures.shown(entry.text())),
            null);
      }
    }
  }

  private boolean tookEffect(JournalEntry running) throws StepException, SQLException {
    if (verdict != Verdict.UNSAID) {
      return verdict == Verdict.DONE;
    }
    connection.commit();
    connection.setAutoCommit(true);
    dialect.traces().sweep(running.text(), connection);
    connection.setAutoCommit(false);
    Interruption.Outcome outcome = Interruption.outcome(running, journal);
    if (outcome == Interruption.Outcome.UNKNOWN) {
      throw new StepException(
          ("a run broke off in step %s of %s, and it cannot be told whether that took effect: %s"
                  + " Look at what it makes or changes. If all of that is there, run again with"
                  + " --interrupted done; if nothing of it is, or you have undone it, with"
                  + " --interrupted again.")
              .formatted(
                  running.place().step() + 1,
                  running.place().steps(),
                  Failures.sentence(Failures.shown(running.text()))),
          null);
    }
    return outcome == Interruption.Outcome.DONE;
  }
}
