package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A run that is not at its end, as the journal tells of it: it broke off, or is going on.
 *
 * @param revision the migration that it was in
 * @param direction which way
 * @param last the last that it began
 * @param outcome what became of that, as far as the database shows
 */
public record Interruption(String revision, Direction direction, Last last, Outcome outcome) {

  /** What became of a statement. */
  public enum Outcome {
    /** It took effect. */
    DONE,
    /** It did not. */
    NOT_DONE,
    /** It cannot be told. */
    UNKNOWN
  }

  /**
   * The last statement that was begun.
   *
   * @param step which step of the migration it belongs to, from 1
   * @param steps how many there are
   * @param text the statement, or what Java work says it does
   * @param inPart whether it works in batches, some of which are done
   */
  public record Last(int step, int steps, String text, boolean inPart) {}

  public Interruption {
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(outcome, "outcome");
  }

  /** What the journal of a database tells; empty where no run is open. Changes nothing. */
  public static Optional<Interruption> of(Connection connection, Dialect dialect)
      throws SQLException {
    Journal journal = new Journal(connection, dialect);
    List<JournalEntry> entries = journal.entries();
    Optional<JournalEntry> last =
        entries.stream()
            .filter(entry -> entry.state() != JournalEntry.State.PLANNED)
            .reduce((before, after) -> after)
            .or(() -> entries.stream().findFirst());
    return last.isEmpty()
        ? Optional.empty()
        : Optional.of(of(last.get(), outcome(last.get(), journal)));
  }

  private static Interruption of(JournalEntry entry, Outcome outcome) {
    JournalEntry.Place place = entry.place();
    return new Interruption(
        place.revision(),
        place.direction(),
        new Last(
            place.step() + 1,
            place.steps(),
            entry.text(),
            !entry.isDone() && !entry.reached().isEmpty()),
        outcome);
  }

  /** What became of a statement that was running, or of one that was not begun. */
  static Outcome outcome(JournalEntry entry, Journal journal) throws SQLException {
    if (entry.isDone()) {
      return Outcome.DONE;
    }
    boolean committedWithItsMark = entry.trace().isEmpty();
    if (committedWithItsMark || journal.trace(entry.kind(), entry.text()).equals(entry.trace())) {
      return Outcome.NOT_DONE;
    }
    return Effect.of(entry.kind(), entry.text()) == Effect.SEVERAL ? Outcome.UNKNOWN : Outcome.DONE;
  }

  /** A sentence: which step was last, and what became of it. */
  public String message() {
    return "The %s of revision %s came to step %s of %s: %s %s"
        .formatted(
            direction.word(),
            revision,
            last.step(),
            last.steps(),
            Failures.sentence(Failures.shown(last.text())),
            switch (outcome) {
              case DONE -> "That took effect.";
              case NOT_DONE ->
                  last.inPart() ? "Some of its batches are done." : "That did not take effect.";
              case UNKNOWN -> "Whether that took effect cannot be told.";
            });
  }

  /** The same, but empty where nothing of the run took effect, so that it is none. */
  static Optional<Interruption> begun(Connection connection, Dialect dialect) throws SQLException {
    boolean anyDone =
        new Journal(connection, dialect)
            .entries().stream().anyMatch(entry -> entry.isDone() || !entry.reached().isEmpty());
    return of(connection, dialect).filter(open -> anyDone || open.outcome() != Outcome.NOT_DONE);
  }

  MigrationException inTheWay() {
    return new MigrationException(
        ("%s Run autogen %s to go on from there before anything else; or finish or undo it by"
                + " hand, and set the version with stamp.%s")
            .formatted(message(), direction.word(), back()));
  }

  /** What took effect is a migration of its own once the rest is taken out of the class. */
  private String back() {
    if (direction == Direction.DOWNGRADE) {
      return "";
    }
    boolean some = outcome != Outcome.NOT_DONE || last.inPart();
    return (" To take back what took effect: remove %s from the migration, and from its downgrade"
            + " what undoes that; then run autogen upgrade and autogen downgrade.")
        .formatted(some ? "the steps behind that one" : "that step and those behind it");
  }
}
