package dev.autogen.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * A sequence that belongs to no column.
 *
 * @param name where it lives
 * @param start the first value
 * @param increment the step from one value to the next
 * @param minimum the least value, where it is not the database's own for the direction
 * @param maximum the greatest value, where it is not the database's own
 * @param cache how many values a session takes at once
 * @param cycle whether it starts again after the last value
 */
public record Sequence(
    QualifiedName name,
    long start,
    long increment,
    Optional<Long> minimum,
    Optional<Long> maximum,
    long cache,
    boolean cycle) {

  /** The names of its options. */
  public static final String CACHE = "cache";

  public static final String MINIMUM = "minvalue";
  public static final String MAXIMUM = "maxvalue";
  public static final String CYCLE = "cycle";

  public Sequence {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(minimum, "minimum");
    Objects.requireNonNull(maximum, "maximum");
  }

  public static Sequence of(QualifiedName name, long start, long increment) {
    return new Sequence(name, start, increment, Optional.empty(), Optional.empty(), 1, false);
  }

  public Sequence withName(QualifiedName newName) {
    return new Sequence(newName, start, increment, minimum, maximum, cache, cycle);
  }

  public Sequence withStep(long newStart, long newIncrement) {
    return new Sequence(name, newStart, newIncrement, minimum, maximum, cache, cycle);
  }

  public Sequence withLimits(Optional<Long> newMinimum, Optional<Long> newMaximum) {
    return new Sequence(name, start, increment, newMinimum, newMaximum, cache, cycle);
  }

  public Sequence withCache(long newCache, boolean newCycle) {
    return new Sequence(name, start, increment, minimum, maximum, newCache, newCycle);
  }
}
