package dev.autogen.migration;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is said of a database that is stamped.
 *
 * @param graph the revisions
 * @param targets reads the texts
 * @param before where it stands; nowhere if that is to be forgotten
 */
record StampTargets(RevisionGraph graph, Targets targets, SortedSet<String> before) {

  /** Of a database of which nothing is forgotten. */
  static StampTargets at(SortedSet<String> current, RevisionGraph graph) {
    return new StampTargets(graph, new Targets(graph, current), current);
  }

  /**
   * Where it stands once it is said to be at all of the texts: there instead of at what leads to
   * them or from them, be it as a dependency, and still where other branches had led it.
   *
   * @throws MigrationException as {@link Targets#resolve}
   */
  SortedSet<String> standing(Collection<String> texts) {
    Set<String> named = new TreeSet<>();
    Set<String> about = new TreeSet<>();
    for (String text : texts) {
      SortedSet<String> ids = targets.resolve(text);
      named.addAll(ids);
      about.addAll(ids.isEmpty() ? left(text) : ids);
    }
    Set<String> related = graph.withAncestors(about);
    related.addAll(graph.withDescendants(about));
    before.stream().filter(id -> !related.contains(id)).forEach(named::add);
    return graph.headsOf(graph.withAncestors(named));
  }

  /** The base leaves all that there is, or all of the branch that it is the base of. */
  private Collection<String> left(String text) {
    Optional<String> branch = TargetText.of(text, graph).branch();
    return branch.isPresent() ? Set.of(targets.branchStart(branch.get())) : before;
  }
}
