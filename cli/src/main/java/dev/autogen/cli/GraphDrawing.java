package dev.autogen.cli;

import dev.autogen.migration.MigrationScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Revisions drawn as a graph beside their lines, newest first, as {@code git log --graph} does. A
 * lane is a line of descent that waits for its next revision, and stays in its place until then.
 * What a revision only depends on is told in its line, not drawn.
 */
final class GraphDrawing {

  private static final int NONE = -1;

  private final Revisions revisions;
  private final Set<String> shown;
  private final List<Optional<String>> lanes = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  /** The lane that the last revision drawn was the end of. */
  private int ended = NONE;

  private GraphDrawing(Revisions revisions, Set<String> shown) {
    this.revisions = revisions;
    this.shown = shown;
  }

  /**
   * The lines of the drawing.
   *
   * @param newestFirst the revisions to draw, each before those that it follows
   */
  static List<String> of(Collection<MigrationScript> newestFirst, Revisions revisions) {
    GraphDrawing drawing =
        new GraphDrawing(
            revisions, newestFirst.stream().map(MigrationScript::id).collect(Collectors.toSet()));
    newestFirst.forEach(drawing::add);
    return drawing.lines;
  }

  private void add(MigrationScript script) {
    Optional<String> id = Optional.of(script.id());
    if (!lanes.contains(id)) {
      begin(id);
    }
    int lane = lanes.indexOf(id);
    for (int other = lanes.lastIndexOf(id); other > lane; other = lanes.lastIndexOf(id)) {
      connect(lane, other, "/ ");
      end(other);
    }
    lines.add(row(lane, "* ") + revisions.drawn(script));
    goOn(lane, script.revises().stream().distinct().filter(shown::contains).toList());
  }

  /**
   * Puts a head into a free lane, but not right below a revision that it has nothing to do with.
   */
  private void begin(Optional<String> id) {
    int lane = free(0);
    if (lane == ended) {
      lines.add(row(NONE, "").stripTrailing());
    }
    lanes.set(lane, id);
  }

  /** Has the lane of a revision, and further ones, wait for what it follows. */
  private void goOn(int lane, List<String> parents) {
    ended = parents.isEmpty() ? lane : NONE;
    if (parents.isEmpty()) {
      end(lane);
      return;
    }
    lanes.set(lane, Optional.of(parents.get(0)));
    for (String parent : parents.subList(1, parents.size())) {
      int further = free(lane + 1);
      connect(lane, further, "\\ ");
      lanes.set(further, Optional.of(parent));
    }
  }

  private int free(int from) {
    int lane = from;
    while (lane < lanes.size() && lanes.get(lane).isPresent()) {
      lane++;
    }
    if (lane == lanes.size()) {
      lanes.add(Optional.empty());
    }
    return lane;
  }

  private void end(int lane) {
    lanes.set(lane, Optional.empty());
    while (!lanes.isEmpty() && lanes.get(lanes.size() - 1).isEmpty()) {
      lanes.remove(lanes.size() - 1);
    }
  }

  private String row(int lane, String mark) {
    StringBuilder line = new StringBuilder();
    for (int each = 0; each < lanes.size(); each++) {
      line.append(each == lane ? mark : lanes.get(each).isPresent() ? "| " : "  ");
    }
    return line.toString();
  }

  /** Draws a line from one lane to another, across those in between. */
  private void connect(int left, int right, String corner) {
    StringBuilder line = new StringBuilder(row(right, corner));
    for (int each = left; each < right; each++) {
      boolean crossed = each == left || lanes.get(each).isPresent();
      line.replace(2 * each, 2 * each + 2, crossed ? "|-" : "--");
    }
    lines.add(line.toString().stripTrailing());
  }
}
