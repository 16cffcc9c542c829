package dev.autogen.migration;

import dev.autogen.schema.Sequence;
import java.util.Optional;

/** A sequence being described. One about which nothing is said counts from 1 by 1. */
public final class SequenceDefinition {

  private final Slot<Sequence> sequence;

  SequenceDefinition(Slot<Sequence> sequence) {
    this.sequence = sequence;
  }

  Sequence build() {
    return sequence.get();
  }

  /** The first value. */
  public SequenceDefinition startsAt(long start) {
    sequence.edit(s -> s.withStep(start, s.increment()));
    return this;
  }

  /** The step from one value to the next. */
  public SequenceDefinition incrementsBy(long increment) {
    sequence.edit(s -> s.withStep(s.start(), increment));
    return this;
  }

  /** The least value. */
  public SequenceDefinition minimum(long value) {
    sequence.edit(s -> s.withLimits(Optional.of(value), s.maximum()));
    return this;
  }

  /** The greatest value. */
  public SequenceDefinition maximum(long value) {
    sequence.edit(s -> s.withLimits(s.minimum(), Optional.of(value)));
    return this;
  }

  /** How many values a session takes at once. */
  public SequenceDefinition cache(long values) {
    sequence.edit(s -> s.withCache(values, s.cycle()));
    return this;
  }

  /** Starts again after the last value. */
  public SequenceDefinition cycle() {
    sequence.edit(s -> s.withCache(s.cache(), true));
    return this;
  }
}
