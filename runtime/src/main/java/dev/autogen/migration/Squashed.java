package dev.autogen.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Migrations some of which replace chains of others.
 *
 * @param scripts all but those that are replaced
 * @param chains all but those that replace a chain which is still there, if there is any
 */
record Squashed(List<MigrationScript> scripts, Optional<List<MigrationScript>> chains) {

  static Squashed in(Collection<MigrationScript> all) {
    Map<String, MigrationScript> replacing = new HashMap<>();
    Set<String> replaced = new HashSet<>();
    for (MigrationScript script : all) {
      if (!replaces(script).isEmpty()) {
        replaced.addAll(replaces(script));
        replacing.put(script.id(), script);
      }
    }
    if (replacing.isEmpty()) {
      return new Squashed(List.copyOf(all), Optional.empty());
    }
    Set<String> plain = new HashSet<>();
    all.stream().filter(one -> replaces(one).isEmpty()).forEach(one -> plain.add(one.id()));
    List<MigrationScript> scripts = new ArrayList<>();
    List<MigrationScript> chains = new ArrayList<>();
    for (MigrationScript script : all) {
      boolean isSquash = !replaces(script).isEmpty();
      boolean isReplaced =
          replaced.contains(script.id()) || !isSquash && replacing.containsKey(script.id());
      if (!isReplaced) {
        scripts.add(script);
      }
      boolean hasChain =
          isSquash && plain.contains(script.id()) && plain.containsAll(replaces(script));
      boolean isOfBrokenChain = isReplaced && !isWhole(script.id(), replacing, plain);
      if (!hasChain && !isOfBrokenChain) {
        chains.add(script);
      }
    }
    return new Squashed(scripts, chains.equals(scripts) ? Optional.empty() : Optional.of(chains));
  }

  private static List<String> replaces(MigrationScript script) {
    return script.header().links().replaces();
  }

  /** Whether the chain that a replaced revision is of is all there. */
  private static boolean isWhole(
      String id, Map<String, MigrationScript> replacing, Set<String> plain) {
    return replacing.values().stream()
        .filter(squash -> squash.id().equals(id) || replaces(squash).contains(id))
        .allMatch(squash -> plain.contains(squash.id()) && plain.containsAll(replaces(squash)));
  }
}
