package dev.autogen.cli;

import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** How revisions look in lists. */
final class Revisions {

  private Revisions() {}

  /** {@code 7f3a9c1e2b4d [reports] (head) add user preferences}. */
  static String line(MigrationScript script, RevisionGraph graph) {
    return script.id() + marks(script.id(), graph) + "  " + script.title();
  }

  /** {@code 51c0aa9d8e77 -> 7f3a9c1e2b4d (head) add user preferences}. */
  static String step(MigrationScript script, RevisionGraph graph) {
    SortedSet<String> needed = graph.dependencies(script.id());
    return before(script.revises())
        + (needed.isEmpty() ? "" : " (needs " + String.join(", ", needed) + ")")
        + " -> "
        + line(script, graph);
  }

  /** The ids that a revision follows, or {@code <base>}. */
  static String before(Collection<String> revises) {
    return revises.isEmpty() ? "<base>" : String.join(", ", revises);
  }

  /** {@code the database is at 7f3a9c1e2b4d}. */
  static String standing(SortedSet<String> current) {
    return current.isEmpty()
        ? "the database is before the first revision"
        : "the database is at " + String.join(", ", current);
  }

  /** What sets a revision apart: its branch labels, and where it stands in the graph. */
  static String marks(String id, RevisionGraph graph) {
    List<String> marks = new ArrayList<>();
    SortedSet<String> labels = graph.branchLabels(id);
    if (!labels.isEmpty()) {
      marks.add("[" + String.join(", ", labels) + "]");
    }
    if (graph.children(id).isEmpty()) {
      marks.add(graph.dependents(id).isEmpty() ? "(head)" : "(effective head)");
    } else if (graph.children(id).size() > 1) {
      marks.add("(branchpoint)");
    }
    if (graph.script(id).revises().size() > 1) {
      marks.add("(mergepoint)");
    }
    return marks.isEmpty() ? "" : " " + String.join(" ", marks);
  }
}
