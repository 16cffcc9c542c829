package dev.autogen.cli;

import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Revisions drawn as a graph beside their lines, newest first, as {@code git log --graph} does. A
 * column is a line of descent that waits for its next revision. Lines that only depend on each
 * other are not drawn.
 */
final class GraphDrawing {

  private final RevisionGraph graph;
  private final List<String> columns = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  private GraphDrawing(RevisionGraph graph) {
    this.graph = graph;
  }

  /**
   * The lines of the drawing.
   *
   * @param newestFirst the revisions to draw, each before those that it follows
   */
  static List<String> of(Collection<MigrationScript> newestFirst, RevisionGraph graph) {
    GraphDrawing drawing = new GraphDrawing(graph);
    List<String> shown = newestFirst.stream().map(MigrationScript::id).toList();
    for (MigrationScript script : newestFirst) {
      drawing.add(script, shown);
    }
    return drawing.lines;
  }

  private void add(MigrationScript script, List<String> shown) {
    String id = script.id();
    if (!columns.contains(id)) {
      columns.add(id);
    }
    int column = columns.indexOf(id);
    join(id, column);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      line.append(i == column ? "* " : "| ");
    }
    lines.add(line + Revisions.line(script, graph));
    LinkedHashSet<String> parents = new LinkedHashSet<>(script.revises());
    parents.removeIf(parent -> !shown.contains(parent));
    fork(column, List.copyOf(parents));
  }

  /** Draws the columns that wait for the same revision into the first of them. */
  private void join(String id, int column) {
    for (int last = columns.lastIndexOf(id); last > column; last = columns.lastIndexOf(id)) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns.size(); i++) {
        line.append(i == last ? "/ " : i == column ? "|-" : i > column && i < last ? "--" : "| ");
      }
      lines.add(line.toString().stripTrailing());
      columns.remove(last);
    }
  }

  /** Puts the revisions that come next in the place of the one that has been drawn. */
  private void fork(int column, List<String> parents) {
    if (parents.isEmpty()) {
      columns.remove(column);
      return;
    }
    columns.set(column, parents.get(0));
    for (int i = 1; i < parents.size(); i++) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c <= columns.size(); c++) {
        line.append(c < column ? "| " : c == column ? "|-" : c == columns.size() ? "\\" : "--");
      }
      lines.add(line.toString());
      columns.add(parents.get(i));
    }
  }
}
