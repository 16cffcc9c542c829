package dev.autogen.cli;

import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * How revisions look in lists.
 *
 * @param graph where they stand
 * @param current those to mark as the ones that the database stands at
 */
record Revisions(RevisionGraph graph, Set<String> current) {

  static Revisions of(RevisionGraph graph) {
    return new Revisions(graph, Set.of());
  }

  /** One in a list: a line, or all that is known of it if more is to be said. */
  void print(String id, Project project) {
    if (project.isVerbose()) {
      Details.print(graph.script(id), this, project);
    } else {
      project.output().result(line(graph.script(id)));
    }
  }

  /** {@code 7f3a9c1e2b4d [reports] (head) add user preferences}. */
  String line(MigrationScript script) {
    return script.id() + marks(script.id()) + "  " + script.title();
  }

  /** {@code 51c0aa9d8e77 -> 7f3a9c1e2b4d (head) add user preferences}. */
  String step(MigrationScript script) {
    return before(script.revises()) + needs(script) + " -> " + line(script);
  }

  /** The same without what a drawing shows: that it follows others. */
  String drawn(MigrationScript script) {
    return script.id() + marks(script.id()) + needs(script) + "  " + script.title();
  }

  private String needs(MigrationScript script) {
    SortedSet<String> needed = graph.dependencies(script.id());
    return needed.isEmpty() ? "" : " (needs " + String.join(", ", needed) + ")";
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
  private String marks(String id) {
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
    if (current.contains(id)) {
      marks.add("(current)");
    }
    return marks.isEmpty() ? "" : " " + String.join(" ", marks);
  }
}
