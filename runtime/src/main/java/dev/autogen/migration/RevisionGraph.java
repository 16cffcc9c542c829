package dev.autogen.migration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The revisions and which follows which. Immutable. Where a database stands is a set of ids, the
 * heads of what has been applied to it; the empty set is a database before the first revision.
 *
 * <p>Does not know any database, and does not read what {@link Targets} reads.
 */
public final class RevisionGraph {

  public static final RevisionGraph EMPTY = of(List.of());

  private final Map<String, MigrationScript> inOrder;
  private final Map<String, SortedSet<String>> children;

  private RevisionGraph(
      Map<String, MigrationScript> inOrder, Map<String, SortedSet<String>> children) {
    this.inOrder = inOrder;
    this.children = children;
  }

  /**
   * Links scripts up.
   *
   * @throws MigrationException if two have one id, one follows an id that is not there, or some
   *     follow each other in a circle
   */
  public static RevisionGraph of(Collection<MigrationScript> scripts) {
    Map<String, MigrationScript> byId = new TreeMap<>();
    for (MigrationScript script : scripts) {
      MigrationScript other = byId.putIfAbsent(script.id(), script);
      if (other != null) {
        throw new MigrationException(
            "Revision \"%s\" is there twice: in %s and in %s. Give one of them another id."
                .formatted(script.id(), other.origin(), script.origin()));
      }
    }
    Map<String, SortedSet<String>> children = new TreeMap<>();
    for (MigrationScript script : byId.values()) {
      for (String parent : script.revises()) {
        requireParent(script, parent, byId);
        children.computeIfAbsent(parent, id -> new TreeSet<>()).add(script.id());
      }
    }
    return new RevisionGraph(order(byId, children), children);
  }

  private static void requireParent(
      MigrationScript script, String parent, Map<String, MigrationScript> byId) {
    if (!byId.containsKey(parent)) {
      throw new MigrationException(
          ("%s follows revision \"%s\", which no migration has. Bring that migration back, or"
                  + " correct \"revises\" there.")
              .formatted(script.origin(), parent));
    }
  }

  /** Parents first; among those that could come next, by date of creation and id. */
  private static Map<String, MigrationScript> order(
      Map<String, MigrationScript> byId, Map<String, SortedSet<String>> children) {
    Map<String, Integer> waitingFor = new TreeMap<>();
    PriorityQueue<MigrationScript> next =
        new PriorityQueue<>(
            Comparator.comparing((MigrationScript script) -> script.header().created())
                .thenComparing(MigrationScript::id));
    for (MigrationScript script : byId.values()) {
      int parents = new HashSet<>(script.revises()).size();
      waitingFor.put(script.id(), parents);
      if (parents == 0) {
        next.add(script);
      }
    }
    Map<String, MigrationScript> ordered = new LinkedHashMap<>();
    while (!next.isEmpty()) {
      MigrationScript script = next.remove();
      ordered.put(script.id(), script);
      for (String child : children.getOrDefault(script.id(), Collections.emptySortedSet())) {
        if (waitingFor.merge(child, -1, Integer::sum) == 0) {
          next.add(byId.get(child));
        }
      }
    }
    requireAll(byId, ordered);
    return Collections.unmodifiableMap(ordered);
  }

  private static void requireAll(
      Map<String, MigrationScript> byId, Map<String, MigrationScript> ordered) {
    if (ordered.size() < byId.size()) {
      throw new MigrationException(
          "These revisions follow each other in a circle, or follow one that does: "
              + byId.values().stream()
                  .filter(script -> !ordered.containsKey(script.id()))
                  .map(script -> "\"" + script.id() + "\" (" + script.origin() + ")")
                  .collect(Collectors.joining(", "))
              + ". Correct \"revises\" in one of them.");
    }
  }

  /** All scripts, each after those that it follows. */
  public List<MigrationScript> scripts() {
    return List.copyOf(inOrder.values());
  }

  public boolean isEmpty() {
    return inOrder.isEmpty();
  }

  public Optional<MigrationScript> find(String id) {
    return Optional.ofNullable(inOrder.get(id));
  }

  /**
   * The script of that revision.
   *
   * @throws MigrationException if there is none
   */
  public MigrationScript script(String id) {
    return find(id)
        .orElseThrow(
            () -> new MigrationException("There is no migration with revision \"" + id + "\"."));
  }

  /** The revisions that nothing follows. */
  public SortedSet<String> heads() {
    return headsOf(inOrder.keySet());
  }

  /** The revisions that follow nothing. */
  public SortedSet<String> bases() {
    SortedSet<String> bases = new TreeSet<>();
    for (MigrationScript script : inOrder.values()) {
      if (script.revises().isEmpty()) {
        bases.add(script.id());
      }
    }
    return bases;
  }

  /** The revisions that directly follow one. */
  public SortedSet<String> children(String id) {
    return Collections.unmodifiableSortedSet(
        children.getOrDefault(id, Collections.emptySortedSet()));
  }

  /** The given revisions and all that they follow, directly or not. */
  public Set<String> withAncestors(Collection<String> ids) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(ids);
    while (!open.isEmpty()) {
      String id = open.remove();
      if (found.add(id)) {
        open.addAll(script(id).revises());
      }
    }
    return found;
  }

  /** Those of the given revisions that no other of them follows. */
  public SortedSet<String> headsOf(Collection<String> ids) {
    SortedSet<String> heads = new TreeSet<>(ids);
    for (String id : ids) {
      script(id).revises().forEach(heads::remove);
    }
    return heads;
  }

  /**
   * What is to be applied, in that order, so that a database that stands at {@code from} holds
   * {@code to} as well.
   */
  public List<MigrationScript> upgradePath(Collection<String> from, Collection<String> to) {
    Set<String> wanted = withAncestors(to);
    wanted.removeAll(withAncestors(from));
    return only(wanted);
  }

  /**
   * What is to be taken back, in that order, so that a database that stands at {@code from} holds
   * nothing that follows {@code to}.
   *
   * @param to where to end; all that follows these revisions is taken back, and with none, all
   */
  public List<MigrationScript> downgradePath(Collection<String> from, Collection<String> to) {
    Set<String> applied = withAncestors(from);
    List<MigrationScript> path = new ArrayList<>(only(applied));
    if (!to.isEmpty()) {
      Set<String> after = descendants(to);
      path.removeIf(script -> !after.contains(script.id()));
    }
    Collections.reverse(path);
    return List.copyOf(path);
  }

  /** All scripts of the given revisions and those that they follow, in order. */
  public List<MigrationScript> history(Collection<String> heads) {
    return only(withAncestors(heads));
  }

  private Set<String> descendants(Collection<String> ids) {
    Set<String> found = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    ids.forEach(id -> open.addAll(children(id)));
    while (!open.isEmpty()) {
      String id = open.remove();
      if (found.add(id)) {
        open.addAll(children(id));
      }
    }
    return found;
  }

  private List<MigrationScript> only(Set<String> ids) {
    return inOrder.values().stream().filter(script -> ids.contains(script.id())).toList();
  }
}
