package dev.autogen.migration;

import dev.autogen.change.Change;
import java.util.List;
import java.util.Objects;

/**
 * Rows that a change cannot be made over.
 *
 * @param change the change
 * @param problem what cannot be done and why: a sentence
 * @param rows how many rows are in the way
 * @param sample up to three of them, in words
 * @param remedy what to do next: a sentence
 */
public record Obstacle(
    Change change, String problem, long rows, List<String> sample, String remedy) {

  public Obstacle {
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(problem, "problem");
    sample = List.copyOf(sample);
    Objects.requireNonNull(remedy, "remedy");
  }

  /** The whole of it, as a person reads it. */
  public String message() {
    return problem
        + (sample.isEmpty() ? "" : " For example: " + String.join("; ", sample) + ".")
        + " "
        + remedy;
  }
}
