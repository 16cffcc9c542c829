package dev.autogen.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Migrations some of which replace chains of others. A chain may itself hold one that replaces a
 * chain, once that is no longer there.
 *
 * @param scripts all but those that are replaced
 * @param chains all but those that replace a chain which is still there, if there is any
 */
record Squashed(List<MigrationScript> scripts, Optional<List<MigrationScript>> chains) {

  /**
   * One that replaces others.
   *
   * @param ids all whose work it does, its own among them
   */
  private record Squash(MigrationScript script, Set<String> ids) {

    static Squash of(MigrationScript script) {
      return new Squash(script, covered(script));
    }

    /** Whether another does a part of the same work. */
    boolean replaces(MigrationScript other) {
      if (other == script) {
        return false;
      }
      Set<String> part = covered(other);
      return ids.containsAll(part)
          && (other.header().links().replaces().isEmpty() || part.size() < ids.size());
    }

    /** Whether all of its work is that of others which are there. */
    boolean hasChain(Collection<MigrationScript> all) {
      Set<String> left = new HashSet<>(ids);
      all.stream().filter(this::replaces).forEach(part -> left.removeAll(covered(part)));
      return left.isEmpty();
    }

    private static Set<String> covered(MigrationScript script) {
      Set<String> ids = new HashSet<>(script.header().links().replaces());
      ids.add(script.id());
      return ids;
    }
  }

  static Squashed in(Collection<MigrationScript> all) {
    List<Squash> squashes =
        all.stream()
            .filter(script -> !script.header().links().replaces().isEmpty())
            .map(Squash::of)
            .toList();
    if (squashes.isEmpty()) {
      return new Squashed(List.copyOf(all), Optional.empty());
    }
    List<Squash> whole = squashes.stream().filter(squash -> squash.hasChain(all)).toList();
    List<MigrationScript> scripts = new ArrayList<>();
    List<MigrationScript> chains = new ArrayList<>();
    for (MigrationScript script : all) {
      List<Squash> instead = squashes.stream().filter(one -> one.replaces(script)).toList();
      if (instead.isEmpty()) {
        scripts.add(script);
      }
      boolean isSpread = whole.stream().anyMatch(squash -> squash.script() == script);
      if (!isSpread && whole.containsAll(instead)) {
        chains.add(script);
      }
    }
    return new Squashed(scripts, chains.equals(scripts) ? Optional.empty() : Optional.of(chains));
  }
}
