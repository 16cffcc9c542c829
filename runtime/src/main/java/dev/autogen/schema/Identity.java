package dev.autogen.schema;

import java.util.Objects;

/**
 * How a column gets its value from the database when an insert gives none.
 *
 * @param mode who may give the value
 * @param start the first value
 * @param increment the step from one value to the next
 */
public record Identity(Mode mode, long start, long increment) {

  /** The kinds of identity. */
  public enum Mode {
    /** An insert may give the value itself. */
    BY_DEFAULT,
    /** Only the database gives the value. */
    ALWAYS,
    /** A sequence that belongs to the column, named in its default: PostgreSQL's {@code serial}. */
    SERIAL
  }

  public Identity {
    Objects.requireNonNull(mode, "mode");
  }

  /** Identity that starts at 1 and counts by 1. */
  public static Identity of(Mode mode) {
    return new Identity(mode, 1, 1);
  }
}
