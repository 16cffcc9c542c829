package dev.autogen.cli;

import dev.autogen.codegen.MigrationRequest;
import dev.autogen.codegen.MigrationSource;
import dev.autogen.codegen.MigrationWriter;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.MigrationScript.Links;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Targets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A revision that is about to be written: its id and its place in the graph, and its file. */
final class NewRevision {

  private final Project project;
  private final RevisionGraph graph;

  NewRevision(Project project, RevisionGraph graph) {
    this.project = project;
    this.graph = graph;
  }

  /** The given id, or one made up. It becomes part of a class name and of a file name. */
  String id(@Nullable String given) {
    String id = given == null ? project.host().revisionIds().get() : given;
    if (Targets.isWord(id) || !id.matches("[A-Za-z0-9_]{1,32}")) {
      throw new Failure(
          "\""
              + id
              + "\" cannot be a revision's id: use 1 to 32 letters, digits and underscores, and no"
              + " word that names a revision, such as head.");
    }
    if (graph.find(id).isPresent() || graph.labelled(id).isPresent()) {
      throw new Failure(
          "There is a revision or a branch label \"" + id + "\" already. Choose another --rev-id.");
    }
    requireNotReplaced(id, "--rev-id");
    return id;
  }

  /** A squash hides what has the id of one that it replaces. */
  private void requireNotReplaced(String name, String option) {
    graph
        .replacing(name)
        .ifPresent(
            squash -> {
              throw new Failure(
                  "Revision "
                      + squash
                      + " replaces one with the id \""
                      + name
                      + "\". Choose another "
                      + option
                      + ".");
            });
  }

  /** Where the options put it. */
  Links links(RevisionOptions options) {
    return new Links(
        List.copyOf(parents(options.head, options.splice)),
        options.dependsOn.stream().map(this::dependency).toList(),
        labels(options.branchLabels));
  }

  private Set<String> parents(@Nullable String head, boolean splice) {
    if (head == null) {
      return onlyHead();
    }
    SortedSet<String> parents = Lookup.of(project, graph, head).targets().resolve(head);
    if (parents.size() > 1) {
      throw new Failure(
          "\""
              + head
              + "\" means several revisions: "
              + String.join(", ", parents)
              + ". Name one of them, or join them with `autogen merge`.");
    }
    if (parents.isEmpty() && !graph.isEmpty() && !head.endsWith("base")) {
      throw new Failure(
          "\""
              + head
              + "\" is before the first revision: name a revision, or base to begin another branch.");
    }
    for (String id : parents) {
      MigrationScript parent = graph.script(id);
      if (!graph.children(id).isEmpty() && !splice) {
        throw new Failure(
            "Revision " + parent + " is no head. Add --splice to start another branch from it.");
      }
    }
    return parents;
  }

  private Set<String> onlyHead() {
    Set<String> heads = graph.heads();
    if (heads.size() > 1) {
      throw new Failure(
          "There are "
              + heads.size()
              + " heads: "
              + String.join(", ", heads.stream().map(id -> graph.script(id).toString()).toList())
              + ". Say which one to follow with --head, join them with `autogen merge`, or put one"
              + " behind the other with `autogen rebase`.");
    }
    return heads;
  }

  /** A label stays one, for it goes with the branch; all else becomes a full id. */
  private String dependency(String name) {
    return graph.labelled(name).isPresent()
        ? name
        : graph.script(Lookup.of(project, graph, name).targets().script(name).id()).id();
  }

  /** Labels that can be ones and are free. */
  List<String> labels(List<String> labels) {
    for (String label : labels) {
      if (!Targets.isLabel(label)) {
        throw new Failure(
            "\""
                + label
                + "\" cannot be a branch label: use letters, digits, \"_\", \"-\" and \".\", starting"
                + " with a letter, and no word that names a revision, such as head.");
      }
      Optional<String> taken =
          graph.labelled(label).or(() -> graph.find(label).map(MigrationScript::id));
      if (taken.isPresent()) {
        throw new Failure(
            "The branch label \""
                + label
                + "\" is taken by revision "
                + taken.get()
                + ". Choose another.");
      }
      requireNotReplaced(label, "--branch-label");
    }
    return new ArrayList<>(labels);
  }

  /** Writes the class, and the SQL beside it if there is any; returns the path to show. */
  String write(MigrationRequest request, String sql) {
    MigrationSource source = new MigrationWriter().write(request);
    Path file = project.migrationRoot().resolve(source.path());
    NewFile.write(file, source.text());
    if (!sql.isEmpty()) {
      NewFile.write(file.resolveSibling(source.className() + ".sql"), sql);
    }
    return project.shown(file);
  }
}
