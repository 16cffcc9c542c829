package dev.autogen.cli;

import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;
import java.util.SortedSet;

/** How revisions look in lists. */
final class Revisions {

  private Revisions() {}

  /** {@code 7f3a9c1e2b4d (head) add user preferences}. */
  static String line(MigrationScript script, RevisionGraph graph) {
    return script.id() + head(script, graph) + "  " + script.title();
  }

  /** {@code 51c0aa9d8e77 -> 7f3a9c1e2b4d (head) add user preferences}. */
  static String step(MigrationScript script, RevisionGraph graph) {
    String from = script.revises().isEmpty() ? "<base>" : String.join(", ", script.revises());
    return from + " -> " + line(script, graph);
  }

  /** {@code the database is at 7f3a9c1e2b4d}. */
  static String standing(SortedSet<String> current) {
    return current.isEmpty()
        ? "the database is before the first revision"
        : "the database is at " + String.join(", ", current);
  }

  private static String head(MigrationScript script, RevisionGraph graph) {
    return graph.heads().contains(script.id()) ? " (head)" : "";
  }
}
