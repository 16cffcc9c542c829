package dev.autogen.migration;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.dialect.Namespaces;
import dev.autogen.dialect.Namespaces.Place;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether branches that were written side by side lead to the same schema in either order. Found by
 * replaying both in memory, behind what they have in common. The order of columns in a table does
 * not count. Two things with one name collide where the database cannot have both.
 *
 * @param collisions changes that do not go together; none where the order does not matter
 * @param unread how many steps were not looked into: what a person wrote in SQL, and Java work
 */
public record Commutation(List<Collision> collisions, long unread) {

  /**
   * Two things that do not go together, in words.
   *
   * @param one what one branch does, and in which migration
   * @param other what the other does
   */
  public record Collision(String one, String other) {

    Collision(Part one, Part other) {
      this(one.toString(), other.toString());
    }
  }

  /**
   * A change and where it is made.
   *
   * @param script the migration that makes it
   * @param change the change
   */
  record Part(MigrationScript script, Change change) {

    /** What it is about before and after: a rename has two names. */
    private Set<ObjectName> names() {
      return Set.copyOf(List.of(change.object(), change.reverse().object()));
    }

    private boolean isAbout(QualifiedName table) {
      return names().stream().anyMatch(name -> name.owner().equals(table));
    }

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
   * @param namespaces which names the database cannot give twice
   * @throws MigrationException if the code of a migration throws
   */
  public static Commutation of(
      RevisionGraph graph, Collection<String> heads, Namespaces namespaces) {
    List<String> ends = List.copyOf(heads);
    List<Sides> all = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      for (int j = i + 1; j < ends.size(); j++) {
        all.add(Sides.of(graph, ends.get(i), ends.get(j)));
      }
    }
    return of(all, namespaces);
  }

  /**
   * Compares each of the branches that end in these heads with another one.
   *
   * @param namespaces which names the database cannot give twice
   * @throws MigrationException if the code of a migration throws
   */
  public static Commutation of(
      RevisionGraph graph, Collection<String> heads, String other, Namespaces namespaces) {
    return of(heads.stream().map(head -> Sides.of(graph, head, other)).toList(), namespaces);
  }

  private static Commutation of(List<Sides> all, Namespaces namespaces) {
    Set<Collision> collisions = new LinkedHashSet<>();
    Set<String> read = new HashSet<>();
    long unread = 0;
    for (Sides sides : all) {
      collisions.addAll(sides.clashes(namespaces));
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

    /** The names that it gives, by where no other thing can have them. */
    Map<Place, Given> given(Replay base, Namespaces namespaces) {
      Map<Place, Given> given = new LinkedHashMap<>();
      Set<Place> before = namespaces.taken(base.schema(), Schema.EMPTY).keySet();
      Replay at = base;
      for (Part part : changes(base)) {
        Replay next = at.then(new ChangeSet(List.of(part.change())));
        namespaces
            .taken(next.schema(), at.schema())
            .forEach(
                (place, thing) -> {
                  if (!before.contains(place)) {
                    given.putIfAbsent(place, new Given(thing, part));
                  }
                });
        at = next;
      }
      Set<Place> kept = namespaces.taken(at.schema(), Schema.EMPTY).keySet();
      given.replaceAll((place, it) -> kept.contains(place) ? it : it.forAWhile());
      return given;
    }

    /** The steps on rows that are possible behind one schema, and not behind another. */
    List<RowStep> lostBehind(Replay behind, Replay base) {
      List<RowStep> before = RowStep.of(scripts, base);
      List<RowStep> after = RowStep.of(scripts, behind);
      return IntStream.range(0, Math.min(before.size(), after.size()))
          .filter(i -> before.get(i).isPossible() && !after.get(i).isPossible())
          .mapToObj(before::get)
          .toList();
    }

    private String words(List<Part> parts, RowStep rows) {
      return words(parts, part -> part.isAbout(rows.table()));
    }

    /** The last change of that kind, or else the last one; a branch may have none. */
    private String words(List<Part> parts, Predicate<Part> wanted) {
      return parts.stream()
          .filter(wanted)
          .reduce((before, after) -> after)
          .or(() -> parts.stream().reduce((before, after) -> after))
          .map(Part::toString)
          .orElseGet(() -> "no change in " + scripts.get(scripts.size() - 1));
    }

    /** Which migration declares one of these names. */
    private Optional<String> declaring(Set<ObjectName> names) {
      return scripts.stream()
          .flatMap(
              script ->
                  Recording.declarations(script).declared().keySet().stream()
                      .filter(names::contains)
                      .map(name -> name + " declared in " + script))
          .findFirst();
    }

    /** The steps that replaying passes over, in scripts that were not counted before. */
    long unread(Replay replay, Set<String> read) {
      long count = 0;
      Replay at = replay;
      for (MigrationScript script : scripts) {
        if (read.add(script.id())) {
          count +=
              Recording.of(script, Direction.UPGRADE, at.schema()).stream()
                  .filter(step -> !(step instanceof Step.Alter || step instanceof Step.Insert))
                  .count();
        }
        at = at.then(script);
      }
      return count;
    }
  }

  /**
   * A thing, and the change that gives it its name.
   *
   * @param stays whether it still has it at the end of the branch
   */
  private record Given(ObjectName thing, Part part, boolean stays) {

    Given(ObjectName thing, Part part) {
      this(thing, part, true);
    }

    Given forAWhile() {
      return new Given(thing, part, false);
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

    /** One name for two things, the first of which is still there when the second comes. */
    List<Collision> clashes(Namespaces namespaces) {
      if (namespaces.equals(Namespaces.NONE)) {
        return List.of();
      }
      List<Collision> clashes = new ArrayList<>();
      Map<Place, Given> right = other.given(base, namespaces);
      one.given(base, namespaces)
          .forEach(
              (place, given) -> {
                Given same = right.get(place);
                if (same != null
                    && !same.thing().equals(given.thing())
                    && (same.stays() || given.stays())) {
                  clashes.add(new Collision(given.part(), same.part()));
                }
              });
      return clashes;
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
        return lost(first, second, left, right);
      }
      List<Collision> found = sameObject(left, right);
      if (found.isEmpty()) {
        found = sameTable(left, right);
      }
      if (found.isEmpty()) {
        Set<ObjectName> differing = differing(forth.declared(), back.declared());
        found = List.of(new Collision(words(one, left, differing), words(other, right, differing)));
      }
      return found;
    }

    /** Rows that one of them puts where the other has left no place for them. */
    private List<Collision> lost(Replay first, Replay second, List<Part> left, List<Part> right) {
      List<Collision> lost = new ArrayList<>();
      one.lostBehind(second, base)
          .forEach(rows -> lost.add(new Collision(rows.toString(), other.words(right, rows))));
      other
          .lostBehind(first, base)
          .forEach(rows -> lost.add(new Collision(one.words(left, rows), rows.toString())));
      return lost;
    }

    private static Set<ObjectName> differing(
        Map<ObjectName, String> some, Map<ObjectName, String> others) {
      Set<ObjectName> differing = new TreeSet<>(some.keySet());
      differing.addAll(others.keySet());
      differing.removeIf(name -> Objects.equals(some.get(name), others.get(name)));
      return differing;
    }

    /** What a branch has to do with names that are declared in one order alone. */
    private static String words(Branch branch, List<Part> parts, Set<ObjectName> differing) {
      Set<QualifiedName> tables =
          differing.stream().map(ObjectName::owner).collect(Collectors.toSet());
      return branch
          .declaring(differing)
          .orElseGet(() -> branch.words(parts, part -> tables.stream().anyMatch(part::isAbout)));
    }

    private static List<Collision> sameObject(List<Part> left, List<Part> right) {
      return pairs(left, right, (a, b) -> a.names().stream().anyMatch(b.names()::contains));
    }

    private static List<Collision> sameTable(List<Part> left, List<Part> right) {
      return pairs(
          left, right, (a, b) -> a.change().object().owner().equals(b.change().object().owner()));
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
  }
}
