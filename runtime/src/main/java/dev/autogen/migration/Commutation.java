package dev.autogen.migration;

import dev.autogen.change.Change;
import dev.autogen.schema.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Whether branches that were written side by side lead to the same schema in either order. Found by
 * replaying both in memory, behind what they have in common. The order of columns in a table does
 * not count.
 *
 * @param collisions changes that do not go together; none where the order does not matter
 * @param unread how many steps were not looked into: statements of a person and Java work
 */
public record Commutation(List<Collision> collisions, long unread) {

  /**
   * Two changes that do not go together.
   *
   * @param one a change of one branch
   * @param other one of the other branch
   */
  public record Collision(Part one, Part other) {}

  /**
   * A change and where it is made.
   *
   * @param script the migration that makes it
   * @param change the change
   */
  public record Part(MigrationScript script, Change change) {

    /** {@code ~ column users.name varchar(40) → varchar(80) in 7f3a9c1e2b4d (widen)}. */
    @Override
    public String toString() {
      return change.describe() + " in " + script;
    }
  }

  public Commutation {
    collisions = List.copyOf(collisions);
  }

  public boolean holds() {
    return collisions.isEmpty();
  }

  /**
   * Compares each two of the branches that end in these heads.
   *
   * @throws MigrationException if the code of a migration throws
   */
  public static Commutation of(RevisionGraph graph, Collection<String> heads) {
    List<String> ends = List.copyOf(heads);
    List<Sides> all = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      for (int j = i + 1; j < ends.size(); j++) {
        all.add(Sides.of(graph, ends.get(i), ends.get(j)));
      }
    }
    return of(all);
  }

  /**
   * Compares each of the branches that end in these heads with another one.
   *
   * @throws MigrationException if the code of a migration throws
   */
  public static Commutation of(RevisionGraph graph, Collection<String> heads, String other) {
    return of(heads.stream().map(head -> Sides.of(graph, head, other)).toList());
  }

  private static Commutation of(List<Sides> all) {
    Set<Collision> collisions = new LinkedHashSet<>();
    Set<String> read = new HashSet<>();
    long unread = 0;
    for (Sides sides : all) {
      collisions.addAll(sides.collisions());
      unread += sides.one.unread(sides.base, read) + sides.other.unread(sides.base, read);
    }
    return new Commutation(List.copyOf(collisions), unread);
  }

  private record Branch(List<MigrationScript> scripts) {

    Replay after(Replay replay) {
      Replay after = replay;
      for (MigrationScript script : scripts) {
        after = after.then(script);
      }
      return after;
    }

    List<Part> changes(Replay replay) {
      List<Part> parts = new ArrayList<>();
      Replay at = replay;
      for (MigrationScript script : scripts) {
        for (Step step : Recording.of(script, Direction.UPGRADE, at.schema())) {
          if (step instanceof Step.Alter alter) {
            parts.add(new Part(script, alter.change()));
          }
        }
        at = at.then(script);
      }
      return parts;
    }

    /** The steps that replaying passes over, in scripts that were not counted before. */
    long unread(Replay replay, Set<String> read) {
      long count = 0;
      Replay at = replay;
      for (MigrationScript script : scripts) {
        if (read.add(script.id())) {
          count +=
              Recording.of(script, Direction.UPGRADE, at.schema()).stream()
                  .filter(step -> !(step instanceof Step.Alter))
                  .count();
        }
        at = at.then(script);
      }
      return count;
    }
  }

  private record Sides(Replay base, Branch one, Branch other) {

    /** Two branches, and what they have in common. */
    static Sides of(RevisionGraph graph, String end, String otherEnd) {
      Set<String> one = graph.withAncestors(Set.of(end));
      Set<String> other = graph.withAncestors(Set.of(otherEnd));
      Set<String> common = new HashSet<>(one);
      common.retainAll(other);
      one.removeAll(common);
      other.removeAll(common);
      return new Sides(
          Replay.of(graph.only(common)),
          new Branch(graph.only(one)),
          new Branch(graph.only(other)));
    }

    List<Collision> collisions() {
      Replay first = one.after(base);
      Replay second = other.after(base);
      Replay forth = other.after(first);
      Replay back = one.after(second);
      List<Part> left = one.changes(base);
      List<Part> right = other.changes(base);
      boolean known = first.complete() && second.complete();
      boolean agree =
          forth.schema().equals(back.schema())
              && forth.declared().equals(back.declared())
              && (!known || forth.complete() && back.complete());
      if (agree && (known || sameObject(left, right).isEmpty())) {
        return List.of();
      }
      List<Collision> found = sameObject(left, right);
      if (found.isEmpty()) {
        found = sameTable(left, right);
      }
      return found.isEmpty() ? List.of(new Collision(last(left), last(right))) : found;
    }

    private static List<Collision> sameObject(List<Part> left, List<Part> right) {
      return pairs(left, right, (a, b) -> names(a).stream().anyMatch(names(b)::contains));
    }

    private static List<Collision> sameTable(List<Part> left, List<Part> right) {
      return pairs(
          left, right, (a, b) -> a.change().object().owner().equals(b.change().object().owner()));
    }

    private static Part last(List<Part> parts) {
      return parts.get(parts.size() - 1);
    }

    private static List<Collision> pairs(
        List<Part> left, List<Part> right, BiPredicate<Part, Part> together) {
      List<Collision> pairs = new ArrayList<>();
      for (Part a : left) {
        for (Part b : right) {
          if (together.test(a, b)) {
            pairs.add(new Collision(a, b));
          }
        }
      }
      return pairs;
    }

    /** What it is about before and after: a rename has two names. */
    private static Set<ObjectName> names(Part part) {
      Set<ObjectName> names = new HashSet<>();
      names.add(part.change().object());
      names.add(part.change().reverse().object());
      return names;
    }
  }
}
