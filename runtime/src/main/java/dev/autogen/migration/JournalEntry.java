package dev.autogen.migration;

import java.util.Objects;

/**
 * A statement, or a piece of Java work, of a run that has not ended.
 *
 * @param place which one it is
 * @param kind what it is
 * @param state how far it came when the journal last heard of it
 * @param trace a digest of what the catalog showed right before it; the empty string where its mark
 *     is committed together with it
 * @param reached for work that commits on its way: how far it came, in words of its own
 * @param text the statement, or what the work says it does
 */
record JournalEntry(
    Place place, Kind kind, State state, String trace, String reached, String text) {

  /** What is journalled. */
  enum Kind {
    STATEMENT,
    WORK,
    /** Updates in batches, each committed with how far they came. */
    BATCHES
  }

  /** How far it came. */
  enum State {
    PLANNED,
    RUNNING,
    DONE
  }

  /**
   * A place within a run, from 0.
   *
   * @param revision the migration's id
   * @param direction which way it runs
   * @param step which of its steps
   * @param steps how many there are
   * @param statement which of the step's statements
   * @param content a digest of the step as the migration recorded it
   */
  record Place(
      String revision, Direction direction, int step, int steps, int statement, String content) {
    Place {
      Objects.requireNonNull(revision, "revision");
      Objects.requireNonNull(direction, "direction");
      Objects.requireNonNull(content, "content");
    }
  }

  JournalEntry {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(reached, "reached");
    Objects.requireNonNull(text, "text");
  }

  static JournalEntry planned(Place place, Kind kind, String text) {
    return new JournalEntry(place, kind, State.PLANNED, "", "", text);
  }

  JournalEntry running(String newTrace) {
    return new JournalEntry(place, kind, State.RUNNING, newTrace, reached, text);
  }

  boolean isDone() {
    return state == State.DONE;
  }
}
