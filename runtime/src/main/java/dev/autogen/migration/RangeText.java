package dev.autogen.migration;

import java.util.Optional;
import java.util.Set;
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
    return isEndCounted() || !from.isFromCurrent() || from.steps() > 0;
  }

  Targets.Range read(Targets targets, RevisionGraph graph) {
    if (isEndCounted()) {
      SortedSet<String> start =
          from.text().isEmpty() ? new TreeSet<>() : targets.resolve(from.text());
      return new Targets.Range(start, targets.counting(start).resolve(to.text()));
    }
    SortedSet<String> end = end(targets, graph);
    if (!isStartNamed()) {
      return new Targets.Range(before(end, targets, graph), end);
    }
    return new Targets.Range(
        from.text().isEmpty() ? new TreeSet<>() : targets.resolve(from.text()), end);
  }

  /** Steps back from each end. Who looks sees all of one that has less before it than others. */
  private SortedSet<String> before(SortedSet<String> end, Targets targets, RevisionGraph graph) {
    SortedSet<String> start = new TreeSet<>();
    SortedSet<String> whole = new TreeSet<>();
    for (String id : end) {
      SortedSet<String> before = targets.counting(new TreeSet<>(Set.of(id))).resolve(from.text());
      if (before.isEmpty() && targets.isCutOff()) {
        graph.bases().stream().filter(graph.line(id)::contains).forEach(whole::add);
      }
      start.addAll(before);
    }
    if (!start.isEmpty()) {
      start.addAll(whole);
    }
    return start;
  }

  /** A branch that is named at the start of a range is that of its end as well. */
  private SortedSet<String> end(Targets targets, RevisionGraph graph) {
    String text = to.text().isEmpty() ? "heads" : to.text();
    Optional<String> branch = from.branch();
    if (branch.isPresent() && text.equals("heads")) {
      return targets.resolve(branch.get() + "@heads");
    }
    SortedSet<String> end = targets.resolve(text);
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
