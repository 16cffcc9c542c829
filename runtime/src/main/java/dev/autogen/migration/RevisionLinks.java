package dev.autogen.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which revision is linked to which, and an order that every link agrees with. Refuses scripts that
 * do not fit together.
 *
 * @param inOrder the scripts, each after those that it follows or depends on; among those that
 *     could come next, by date of creation and id
 * @param children for each that is followed, those that directly follow it
 * @param dependencies for each that depends on others without following them, those
 * @param dependents the same the other way round
 * @param labels for each branch label, the revision that carries it
 */
record RevisionLinks(
    Map<String, MigrationScript> inOrder,
    Map<String, SortedSet<String>> children,
    Map<String, SortedSet<String>> dependencies,
    Map<String, SortedSet<String>> dependents,
    Map<String, String> labels) {

  static RevisionLinks of(Collection<MigrationScript> scripts) {
    TreeMap<String, MigrationScript> byId = new TreeMap<>();
    for (MigrationScript script : scripts) {
      MigrationScript other = byId.putIfAbsent(script.id(), script);
      if (other != null) {
        throw new MigrationException(
            "Revision \"%s\" is there twice: in %s and in %s. Give one of them another id."
                .formatted(script.id(), other.origin(), script.origin()));
      }
    }
    Map<String, String> labels = labels(byId);
    Map<String, SortedSet<String>> children = new TreeMap<>();
    Map<String, SortedSet<String>> dependencies = new TreeMap<>();
    Map<String, SortedSet<String>> dependents = new TreeMap<>();
    for (MigrationScript script : byId.values()) {
      for (String parent : script.revises()) {
        requireParent(script, parent, byId);
        children.computeIfAbsent(parent, id -> new TreeSet<>()).add(script.id());
      }
      for (String name : script.header().links().dependsOn()) {
        String id = dependency(script, name, byId, labels);
        if (!script.revises().contains(id)) {
          dependencies.computeIfAbsent(script.id(), key -> new TreeSet<>()).add(id);
          dependents.computeIfAbsent(id, key -> new TreeSet<>()).add(script.id());
        }
      }
    }
    Map<String, MigrationScript> inOrder = order(byId, children, dependencies, dependents);
    if (inOrder.size() < byId.size()) {
      byId.keySet().removeAll(inOrder.keySet());
      throw circle(byId, dependencies);
    }
    return new RevisionLinks(
        Collections.unmodifiableMap(inOrder), children, dependencies, dependents, labels);
  }

  private static Map<String, String> labels(Map<String, MigrationScript> byId) {
    Map<String, String> labels = new TreeMap<>();
    for (MigrationScript script : byId.values()) {
      for (String label : script.header().links().branchLabels()) {
        MigrationScript other = byId.get(label);
        String earlier = labels.putIfAbsent(label, script.id());
        if (earlier != null) {
          other = byId.get(earlier);
        }
        if (other != null && !other.id().equals(script.id())) {
          throw new MigrationException(
              "The branch label \"%s\" of %s is taken by %s. Choose another."
                  .formatted(label, script.origin(), other.origin()));
        }
      }
    }
    return labels;
  }

  private static void requireParent(
      MigrationScript script, String parent, Map<String, MigrationScript> byId) {
    if (!byId.containsKey(parent)) {
      requireNotReplaced(script, parent, "revises", byId);
      throw new MigrationException(
          ("%s follows revision \"%s\", which no migration has. Bring that migration back, or"
                  + " correct \"revises\" there.")
              .formatted(script.origin(), parent));
    }
  }

  /**
   * What a squash has done may not be taken for what one of its chain did: a database that stands
   * within the chain has done less.
   */
  private static void requireNotReplaced(
      MigrationScript script, String id, String link, Map<String, MigrationScript> byId) {
    for (MigrationScript squash : byId.values()) {
      if (squash.header().links().replaces().contains(id)) {
        throw new MigrationException(
            ("%s %s revision \"%s\", which revision %s replaces. Write \"%s\" in its place in"
                    + " \"%s\" there.")
                .formatted(
                    script.origin(),
                    link.equals("revises") ? "follows" : "depends on",
                    id,
                    squash,
                    squash.id(),
                    link));
      }
    }
  }

  private static String dependency(
      MigrationScript script,
      String name,
      TreeMap<String, MigrationScript> byId,
      Map<String, String> labels) {
    if (byId.containsKey(name)) {
      return name;
    }
    if (labels.containsKey(name)) {
      return labels.get(name);
    }
    List<String> candidates =
        name.isEmpty()
            ? List.of()
            : byId.tailMap(name).keySet().stream().takeWhile(id -> id.startsWith(name)).toList();
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    requireNotReplaced(script, name, "dependsOn", byId);
    throw new MigrationException(
        ("%s depends on \"%s\", which is %s. Bring that migration back, or correct \"dependsOn\""
                + " there.")
            .formatted(
                script.origin(),
                name,
                candidates.isEmpty()
                    ? "no revision and no branch label"
                    : "the beginning of " + candidates.size() + " revisions"));
  }

  private static Map<String, MigrationScript> order(
      Map<String, MigrationScript> byId,
      Map<String, SortedSet<String>> children,
      Map<String, SortedSet<String>> dependencies,
      Map<String, SortedSet<String>> dependents) {
    Map<String, Integer> waitingFor = new TreeMap<>();
    PriorityQueue<MigrationScript> next =
        new PriorityQueue<>(
            Comparator.comparing((MigrationScript script) -> script.header().created())
                .thenComparing(MigrationScript::id));
    for (MigrationScript script : byId.values()) {
      int before = new TreeSet<>(script.revises()).size() + of(dependencies, script.id()).size();
      waitingFor.put(script.id(), before);
      if (before == 0) {
        next.add(script);
      }
    }
    Map<String, MigrationScript> ordered = new LinkedHashMap<>();
    while (!next.isEmpty()) {
      MigrationScript script = next.remove();
      ordered.put(script.id(), script);
      List<String> after = new ArrayList<>(of(children, script.id()));
      after.addAll(of(dependents, script.id()));
      for (String id : after) {
        if (waitingFor.merge(id, -1, Integer::sum) == 0) {
          next.add(byId.get(id));
        }
      }
    }
    return ordered;
  }

  /**
   * Walks back from any that waits for ever until one comes again: what lies between is a circle.
   */
  private static MigrationException circle(
      Map<String, MigrationScript> waiting, Map<String, SortedSet<String>> dependencies) {
    List<String> way = new ArrayList<>();
    String id = waiting.keySet().iterator().next();
    while (!way.contains(id)) {
      way.add(id);
      List<String> before = new ArrayList<>(waiting.get(id).revises());
      before.addAll(of(dependencies, id));
      id = before.stream().filter(waiting::containsKey).findFirst().orElseThrow();
    }
    List<String> circle = new ArrayList<>(way.subList(way.indexOf(id), way.size()));
    if (circle.size() == 1) {
      return new MigrationException(
          "%s follows itself. Correct \"revises\" or \"dependsOn\" there."
              .formatted(waiting.get(id).origin()));
    }
    return new MigrationException(
        "These revisions follow each other in a circle: "
            + circle.stream()
                .sorted()
                .map(each -> "\"" + each + "\" (" + waiting.get(each).origin() + ")")
                .collect(Collectors.joining(", "))
            + ". Correct \"revises\" or \"dependsOn\" in one of them.");
  }

  /** Those that a map has for an id; none if it has none. */
  static SortedSet<String> of(Map<String, SortedSet<String>> map, String id) {
    return map.getOrDefault(id, Collections.emptySortedSet());
  }
}
