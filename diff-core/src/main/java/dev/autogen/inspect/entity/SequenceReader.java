package dev.autogen.inspect.entity;

import dev.autogen.schema.Sequence;
import java.util.Optional;

/** Reads one sequence of the bound mapping. */
final class SequenceReader {

  private SequenceReader() {}

  static Sequence read(org.hibernate.boot.model.relational.Sequence sequence, ModelNames names) {
    SequenceOptions options = options(sequence);
    long start = sequence.getInitialValue();
    long increment = sequence.getIncrementSize();
    return new Sequence(
        names.of(sequence.getName()),
        start,
        increment,
        // Hibernate states the limit that a start on the far side of zero needs.
        options
            .minimum()
            .or(() -> increment > 0 && start <= 0 ? Optional.of(start) : Optional.empty()),
        options
            .maximum()
            .or(() -> increment < 0 && start >= 0 ? Optional.of(start) : Optional.empty()),
        options.cache().orElse(1L),
        options.cycle());
  }

  static SequenceOptions options(org.hibernate.boot.model.relational.Sequence sequence) {
    return SequenceOptions.parse(sequence.getOptions() == null ? "" : sequence.getOptions());
  }
}
