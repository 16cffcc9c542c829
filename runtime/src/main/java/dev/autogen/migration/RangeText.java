package dev.autogen.migration;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A range taken apart: {@code FROM:TO}, either of which may be left out.
 *
 * @param from where it starts
 * @param to where it ends
 */
record RangeText(TargetText from, TargetText to) {

  /**
   * @throws MigrationException if it is no range
   */
  static RangeText of(String text, RevisionGraph graph) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new MigrationException(
          "\"" + text + "\" is not a range. Write it as FROM:TO, for example base:head.");
    }
    return new RangeText(
        TargetText.of(text.substring(0, colon), graph),
        TargetText.of(text.substring(colon + 1), graph));
  }

  /** Whether what it means hangs on where a database stands. */
  boolean isFromCurrent() {
    return isTheEndFromCurrent() || isStartNamed() && from.isTakenFromCurrent();
  }

  private boolean isTheEndFromCurrent() {
    return !isEndCounted() && to.isTakenFromCurrent();
  }

  /** Whether the end is told from the start: {@code ae10:+2}. */
  private boolean isEndCounted() {
    return to.isFromCurrent() && to.steps() > 0;
  }

  /** Whether the start is not told from the end: {@code -2:head}. */
  private boolean isStartNamed() {
    return isEndCounted() || !from.isFromCurrent();
  }

  Targets.Range read(Targets targets, RevisionGraph graph) {
    if (isEndCounted()) {
      SortedSet<String> start =
          from.text().isEmpty() ? new TreeSet<>() : targets.resolve(from.text());
      return new Targets.Range(start, targets.counting(start).resolve(to.text()));
    }
    SortedSet<String> end = end(targets, graph);
    Targets counted = isStartNamed() ? targets : targets.counting(end);
    return new Targets.Range(
        from.text().isEmpty() ? new TreeSet<>() : counted.resolve(from.text()), end);
  }

  /** A branch that is named at the start of a range is that of its end as well. */
  private SortedSet<String> end(Targets targets, RevisionGraph graph) {
    SortedSet<String> end = to.text().isEmpty() ? graph.heads() : targets.resolve(to.text());
    Optional<String> branch = from.branch();
    if (branch.isEmpty() || to.branch().isPresent()) {
      return end;
    }
    SortedSet<String> ofBranch = new TreeSet<>(end);
    ofBranch.removeIf(targets.membership(branch).negate());
    if (ofBranch.isEmpty() && !end.isEmpty()) {
      throw new MigrationException(
          "The range holds nothing: %s is not of the branch \"%s\" that it starts with."
              .formatted(TargetText.quoted(end), branch.get()));
    }
    return ofBranch;
  }
}
