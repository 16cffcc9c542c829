package dev.autogen.change;

import dev.autogen.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What differs between two sequences of one name, in words. */
final class SequenceDifference {

  private final List<String> differences = new ArrayList<>();

  private SequenceDifference() {}

  static String between(Sequence from, Sequence to) {
    SequenceDifference found = new SequenceDifference();
    found.add("increment", from.increment(), to.increment());
    found.add("start", from.start(), to.start());
    found.add(Sequence.CACHE, from.cache(), to.cache());
    found.add(Sequence.MINIMUM, shown(from.minimum()), shown(to.minimum()));
    found.add(Sequence.MAXIMUM, shown(from.maximum()), shown(to.maximum()));
    found.add(Sequence.CYCLE, from.cycle(), to.cycle());
    return String.join(" ", found.differences);
  }

  private void add(String name, Object from, Object to) {
    if (!from.equals(to)) {
      differences.add(name + " " + from + " → " + to);
    }
  }

  private static String shown(Optional<Long> limit) {
    return limit.map(String::valueOf).orElse("none");
  }
}
