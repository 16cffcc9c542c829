package dev.autogen.migration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The revisions and which follows which. Immutable. Where a database stands is a set of ids, the
 * heads of what has been applied to it; the empty set is a database before the first revision.
 *
 * <p>A revision may also depend on others that it does not follow: they are applied before it and
 * taken back after it, but are of another branch.
 *
 * <p>Does not know any database, and does not read what {@link Targets} reads.
 */
public final class RevisionGraph {

  public static final RevisionGraph EMPTY = of(List.of());

  private final RevisionLinks links;
  private final Optional<RevisionGraph> spread;
  private final Map<String, SortedSet<String>> branchLabels = new HashMap<>();

  private RevisionGraph(RevisionLinks links, Optional<RevisionGraph> spread) {
    this.links = links;
    this.spread = spread;
    links
        .labels()
        .forEach(
            (label, start) ->
                branch(start)
                    .forEach(
                        id -> branchLabels.computeIfAbsent(id, key -> new TreeSet<>()).add(label)));
  }

  /**
   * Links scripts up.
   *
   * @throws MigrationException if two have one id or one branch label, one follows or depends on
   *     what is not there, or some follow each other in a circle
   */
  public static RevisionGraph of(Collection<MigrationScript> scripts) {
    Squashed squashed = Squashed.in(scripts);
    Optional<RevisionGraph> spread =
        squashed
            .chains()
            .map(chains -> new RevisionGraph(RevisionLinks.of(chains), Optional.empty()));
    return new RevisionGraph(RevisionLinks.of(squashed.scripts()), spread);
  }

  /**
   * This graph as a database sees it: where that stands within a chain that one migration replaces,
   * with the chain in that migration's place.
   *
   * @param current where the database stands
   */
  public RevisionGraph at(Collection<String> current) {
    boolean within =
        spread.isPresent()
            && current.stream()
                .anyMatch(id -> find(id).isEmpty() && spread.get().find(id).isPresent());
    return within ? spread.get() : this;
  }

  /** The migration that does the work of a revision which is no longer one of its own. */
  public Optional<MigrationScript> replacing(String id) {
    return links.inOrder().values().stream()
        .filter(script -> script.header().links().replaces().contains(id))
        .findFirst();
  }

  /** All scripts, each after those that it follows or depends on. */
  public List<MigrationScript> scripts() {
    return List.copyOf(links.inOrder().values());
  }

  public boolean isEmpty() {
    return links.inOrder().isEmpty();
  }

  public Optional<MigrationScript> find(String id) {
    return Optional.ofNullable(links.inOrder().get(id));
  }

  /**
   * The script of that revision.
   *
   * @throws MigrationException if there is none
   */
  public MigrationScript script(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new MigrationException(
                    "There is no migration with revision \"%s\"%s."
                        .formatted(
                            id,
                            replacing(id)
                                .map(squash -> ": revision " + squash + " replaces it")
                                .orElse(""))));
  }

  /** The revisions that nothing follows, whether or not something depends on them. */
  public SortedSet<String> heads() {
    SortedSet<String> heads = new TreeSet<>(links.inOrder().keySet());
    heads.removeIf(id -> !children(id).isEmpty());
    return heads;
  }

  /** The heads that nothing depends on either. */
  public SortedSet<String> effectiveHeads() {
    SortedSet<String> heads = heads();
    heads.removeIf(id -> !dependents(id).isEmpty());
    return heads;
  }

  /** The revisions that follow nothing. */
  public SortedSet<String> bases() {
    SortedSet<String> bases = new TreeSet<>();
    for (MigrationScript script : links.inOrder().values()) {
      if (script.revises().isEmpty()) {
        bases.add(script.id());
      }
    }
    return bases;
  }

  /** The revisions that directly follow one. */
  public SortedSet<String> children(String id) {
    return Collections.unmodifiableSortedSet(RevisionLinks.of(links.children(), id));
  }

  /** The revisions that one depends on without following them. */
  public SortedSet<String> dependencies(String id) {
    return Collections.unmodifiableSortedSet(RevisionLinks.of(links.dependencies(), id));
  }

  /** The revisions that depend on one without following it. */
  public SortedSet<String> dependents(String id) {
    return Collections.unmodifiableSortedSet(RevisionLinks.of(links.dependents(), id));
  }

  /** Those whose id, or a branch label that they carry, begins so. */
  List<MigrationScript> beginningWith(String text) {
    return links.inOrder().values().stream()
        .filter(
            script ->
                script.id().startsWith(text)
                    || script.header().links().branchLabels().stream()
                        .anyMatch(label -> label.startsWith(text)))
        .toList();
  }

  /** The revision that carries a branch label. */
  public Optional<String> labelled(String label) {
    return Optional.ofNullable(links.labels().get(label));
  }

  /**
   * The labels of the branches that a revision is in: its own, those of what it follows, and those
   * of what follows it up to where its branch leaves another or joins one.
   */
  public SortedSet<String> branchLabels(String id) {
    return Collections.unmodifiableSortedSet(RevisionLinks.of(branchLabels, id));
  }

  private Set<String> branch(String start) {
    Set<String> branch = reached(Set.of(start), this::children);
    MigrationScript at = script(start);
    while (at.revises().size() == 1 && followers(at.id()).size() <= 1) {
      at = script(at.revises().get(0));
      if (followers(at.id()).size() > 1 || at.revises().size() > 1) {
        break;
      }
      branch.add(at.id());
    }
    return branch;
  }

  /** A revision, all that it follows, and all that follow it, directly or not. */
  public Set<String> lineage(String id) {
    Set<String> lineage = reached(Set.of(id), this::children);
    lineage.addAll(line(id));
    return lineage;
  }

  /** A revision and all that it follows, directly or not; not what it only depends on. */
  public Set<String> line(String id) {
    return reached(Set.of(id), each -> script(each).revises());
  }

  /** The given revisions and all that they follow or depend on, directly or not. */
  public Set<String> withAncestors(Collection<String> ids) {
    return reached(ids, this::parents);
  }

  /** The given revisions and all that follow or depend on them, directly or not. */
  public Set<String> withDescendants(Collection<String> ids) {
    return reached(ids, this::followers);
  }

  /** Those of the given revisions that no other of them follows or depends on. */
  public SortedSet<String> headsOf(Collection<String> ids) {
    SortedSet<String> heads = new TreeSet<>(ids);
    for (String id : ids) {
      heads.removeAll(parents(id));
    }
    return heads;
  }

  /**
   * Where a database stands once a revision more is applied, or one of its heads no longer is.
   *
   * @param heads where it stood
   * @param applied what is applied then
   */
  SortedSet<String> headsAfter(Collection<String> heads, String moved, Set<String> applied) {
    SortedSet<String> after = new TreeSet<>(heads);
    if (applied.contains(moved)) {
      after.removeAll(parents(moved));
      after.add(moved);
      return after;
    }
    after.remove(moved);
    for (String parent : parents(moved)) {
      if (followers(parent).stream().noneMatch(applied::contains)) {
        after.add(parent);
      }
    }
    return after;
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
   * none of {@code roots}, and hence nothing that follows or depends on one.
   */
  public List<MigrationScript> downgradePath(Collection<String> from, Collection<String> roots) {
    Set<String> back = withDescendants(roots);
    back.retainAll(withAncestors(from));
    List<MigrationScript> path = new ArrayList<>(only(back));
    Collections.reverse(path);
    return List.copyOf(path);
  }

  /** All scripts of the given revisions and those that they follow or depend on, in order. */
  public List<MigrationScript> history(Collection<String> heads) {
    return only(withAncestors(heads));
  }

  /**
   * All that lies between two ends, in order, the ends included. What only depends on the lower end
   * counts where nothing follows it on the way.
   *
   * @param from the lower end; with none, from the beginning
   * @throws MigrationException if {@code to} does not come after {@code from}
   */
  public List<MigrationScript> between(Collection<String> from, Collection<String> to) {
    Set<String> within = withAncestors(to);
    for (String id : from) {
      if (!within.contains(id)) {
        throw new MigrationException(
            "The range holds nothing: \"%s\" does not come before \"%s\". Write the older end first."
                .formatted(id, to.isEmpty() ? "base" : String.join("\", \"", to)));
      }
    }
    if (!from.isEmpty()) {
      Set<String> after = reached(from, this::children);
      within.retainAll(Collections.disjoint(after, to) ? withDescendants(from) : after);
    }
    return only(within);
  }

  /** These revisions' scripts, each after those that it follows or depends on. */
  public List<MigrationScript> only(Set<String> ids) {
    return links.inOrder().values().stream().filter(script -> ids.contains(script.id())).toList();
  }

  /** The revisions that one directly follows or depends on. */
  Collection<String> parents(String id) {
    return both(script(id).revises(), dependencies(id));
  }

  private Collection<String> followers(String id) {
    return both(children(id), dependents(id));
  }

  private static Collection<String> both(Collection<String> some, Collection<String> others) {
    if (others.isEmpty()) {
      return some;
    }
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return all;
  }

  private static Set<String> reached(
      Collection<String> ids, Function<String, ? extends Collection<String>> next) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(ids);
    while (!open.isEmpty()) {
      String id = open.remove();
      if (found.add(id)) {
        open.addAll(next.apply(id));
      }
    }
    return found;
  }
}
