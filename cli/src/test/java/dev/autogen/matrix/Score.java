package dev.autogen.matrix;

import dev.autogen.testing.Engine;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How one case went on one engine.
 *
 * @param failures for each oracle that does not hold, what is wrong
 */
record Score(Case measured, Engine engine, Map<Oracle, String> failures) {

  Score {
    Map<Oracle, String> sorted = new EnumMap<>(Oracle.class);
    sorted.putAll(failures);
    failures = Collections.unmodifiableMap(sorted);
  }

  boolean passes() {
    return failures.isEmpty();
  }

  int passed() {
    return Oracle.values().length - failures.size();
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(measured.title() + " on " + engine.label() + ": " + passed() + " of 5\n");
    failures.forEach(
        (oracle, failure) ->
            text.append("  ").append(oracle).append(": ").append(failure.strip()).append('\n'));
    return text.toString();
  }
}
