package dev.autogen.diff;

import dev.autogen.change.Change;
import dev.autogen.change.ConstraintChange.RenameConstraint;
import dev.autogen.change.ConstraintChange.RenameIndex;
import dev.autogen.inspect.Declaration;
import dev.autogen.schema.ByName;
import dev.autogen.schema.Check;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Recognises keys, checks and indexes that have different names on the two sides.
 *
 * <p>One that nobody named takes the name of its match in the database: Hibernate calls it by a
 * hash, the database by a rule of its own. One that somebody named, and that the database has under
 * another name, is a rename. Nothing else about them is compared here.
 */
final class NameAdoption {

  /** The declaration in the database's names, and the renames that this takes. */
  record Adopted(Declaration ours, List<Change> renames) {}

  private final Set<ObjectName> base;
  private final Declaration ours;
  private final Map<ObjectName, ObjectName> newNames = new HashMap<>();
  private final List<Change> renames = new ArrayList<>();

  private final Schema theirs;

  private NameAdoption(Set<ObjectName> base, Declaration ours, Schema theirs) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
  }

  /**
   * @param base what entities declared before, by the names that it has now
   */
  static Adopted adopt(Set<ObjectName> base, Declaration ours, Schema theirs) {
    NameAdoption adoption = new NameAdoption(base, ours, theirs);
    Schema schema =
        ours.schema()
            .withTables(
                ours.schema()
                    .tables()
                    .map(
                        table ->
                            theirs
                                .tables()
                                .find(table.name().toString())
                                .map(found -> adoption.table(table, found))
                                .orElse(table)));
    return new Adopted(adoption.renamed(schema), adoption.renames);
  }

  private Declaration renamed(Schema schema) {
    TreeMap<ObjectName, String> origins = new TreeMap<>();
    ours.origins()
        .forEach((name, origin) -> origins.put(newNames.getOrDefault(name, name), origin));
    Set<ObjectName> implicit = new HashSet<>();
    ours.implicitNames().forEach(name -> implicit.add(newNames.getOrDefault(name, name)));
    return new Declaration(
        schema,
        origins,
        implicit,
        ours.seeds(),
        ours.numbers(),
        ours.structs(),
        ours.unread(),
        ours.entityCount(),
        ours.hibernateVersion());
  }

  private Table table(Table own, Table found) {
    Matching<Constraint> constraints =
        new Matching<>(
            own.constraints(),
            found.constraints(),
            Constraint::name,
            name -> isImplicit(ObjectName.constraint(own.name(), name)),
            (constraint, name) ->
                isGivenUp(own.name(), name)
                    || (isIndexed(constraint) && found.indexes().contains(name)),
            List.of(
                NameAdoption::sameShape,
                NameAdoption::sameColumns,
                (a, b) -> sameMentions(a, b) && wasDeclared(own.name(), a, b, found)),
            (a, b) -> a.getClass() == b.getClass());
    Matching<Index> indexes =
        new Matching<>(
            own.indexes(),
            found.indexes(),
            Index::name,
            name -> isImplicit(ObjectName.index(own.name(), name)),
            (index, name) ->
                isGivenUp(own.name(), name)
                    || found.constraints().find(name).filter(NameAdoption::isIndexed).isPresent(),
            List.of((a, b) -> a.withName("").equals(b.withName(""))),
            (a, b) -> true);
    constraints
        .renames()
        .forEach((to, from) -> renames.add(new RenameConstraint(own.name(), from, to)));
    indexes.renames().forEach((to, from) -> renames.add(new RenameIndex(own.name(), from, to)));
    remember(constraints.adopted(), own.name(), ObjectName.Kind.CONSTRAINT);
    remember(indexes.adopted(), own.name(), ObjectName.Kind.INDEX);
    return own.withConstraints(
            own.constraints()
                .map(c -> c.withName(constraints.adopted().getOrDefault(c.name(), c.name()))))
        .withIndexes(
            own.indexes().map(i -> i.withName(indexes.adopted().getOrDefault(i.name(), i.name()))));
  }

  /**
   * Whether the database's check can be what the entities declared before: it is called as then, or
   * nothing is called so any more. A check that a person made is about the same columns, no more.
   */
  private boolean wasDeclared(QualifiedName table, Constraint own, Constraint other, Table found) {
    return base.contains(ObjectName.constraint(table, other.name()))
        || (base.contains(ObjectName.constraint(table, own.name()))
            && !found.constraints().contains(own.name()));
  }

  private boolean isImplicit(ObjectName name) {
    return ours.implicitNames().contains(name);
  }

  /**
   * Whether another table has the name still, which is to lose it: renames come first of all, and
   * many databases have a name but once in a schema.
   */
  private boolean isGivenUp(QualifiedName owner, String name) {
    return theirs.tables().stream()
        .filter(table -> !table.name().equals(owner))
        .filter(table -> table.name().schema().equals(owner.schema()))
        .filter(table -> has(table, name))
        .anyMatch(
            table ->
                ours.schema()
                    .tables()
                    .find(table.name().toString())
                    .filter(own -> has(own, name))
                    .isEmpty());
  }

  /** Whether an index stands behind it, under its name on many databases. */
  private static boolean isIndexed(Constraint constraint) {
    return constraint instanceof UniqueKey || constraint instanceof PrimaryKey;
  }

  private static boolean has(Table table, String name) {
    return table.constraints().contains(name) || table.indexes().contains(name);
  }

  private void remember(Map<String, String> adopted, QualifiedName table, ObjectName.Kind kind) {
    adopted.forEach(
        (from, to) ->
            newNames.put(new ObjectName(kind, table, from), new ObjectName(kind, table, to)));
  }

  private static boolean sameShape(Constraint a, Constraint b) {
    if (a instanceof PrimaryKey && b instanceof PrimaryKey) {
      return true;
    }
    if (a instanceof ForeignKey x && b instanceof ForeignKey y) {
      return x.target().equals(y.target()) && pairs(x).equals(pairs(y));
    }
    return a.withName("").equals(b.withName(""));
  }

  /** Whether both are the same kind of promise about the same columns. */
  static boolean isAlike(Constraint a, Constraint b) {
    return a.getClass() == b.getClass()
        && (sameShape(a, b) || sameColumns(a, b) || sameMentions(a, b));
  }

  private static boolean sameColumns(Constraint a, Constraint b) {
    return a instanceof UniqueKey
        && b instanceof UniqueKey
        && Set.copyOf(a.columns()).equals(Set.copyOf(b.columns()));
  }

  /** A check nobody named whose condition has changed is the one about the same columns. */
  private static boolean sameMentions(Constraint a, Constraint b) {
    return a instanceof Check x
        && b instanceof Check y
        && !Mentions.words(x.expression()).isEmpty()
        && Mentions.words(x.expression()).equals(Mentions.words(y.expression()));
  }

  private static Set<String> pairs(ForeignKey key) {
    Set<String> pairs = new TreeSet<>();
    for (int i = 0; i < key.columns().size(); i++) {
      pairs.add(key.columns().get(i) + " " + key.targetColumns().get(i));
    }
    return pairs;
  }

  /** Which of two sides' named things are the same thing; each is matched once at most. */
  private static final class Matching<T> {

    private final ByName<T> own;
    private final ByName<T> found;
    private final java.util.function.Function<T, String> name;
    private final java.util.function.Predicate<String> implicit;
    private final BiPredicate<T, String> taken;
    private final BiPredicate<T, T> sameKind;
    private final Set<String> claimed = new HashSet<>();
    private final Map<String, String> adopted = new TreeMap<>();
    private final Map<String, String> renames = new TreeMap<>();

    Matching(
        ByName<T> own,
        ByName<T> found,
        java.util.function.Function<T, String> name,
        java.util.function.Predicate<String> implicit,
        BiPredicate<T, String> taken,
        List<BiPredicate<T, T>> likenesses,
        BiPredicate<T, T> sameKind) {
      this.own = own;
      this.found = found;
      this.name = name;
      this.implicit = implicit;
      this.taken = taken;
      this.sameKind = sameKind;
      claimStatedNames();
      renameStated(likenesses.get(0));
      likenesses.forEach(this::adoptLike);
      settleTheRest();
    }

    /** Names that somebody gave on purpose belong to whom they were given. */
    private void claimStatedNames() {
      own.stream()
          .map(name)
          .filter(implicit.negate())
          .filter(found::contains)
          .forEach(claimed::add);
    }

    private void renameStated(BiPredicate<T, T> like) {
      for (T thing : own) {
        String wanted = name.apply(thing);
        if (!implicit.test(wanted) && !found.contains(wanted) && !taken.test(thing, wanted)) {
          unclaimed(thing, like)
              .ifPresent(
                  match -> {
                    claimed.add(name.apply(match));
                    renames.put(wanted, name.apply(match));
                  });
        }
      }
    }

    private void adoptLike(BiPredicate<T, T> like) {
      for (T thing : own) {
        String current = name.apply(thing);
        if (implicit.test(current) && !adopted.containsKey(current)) {
          unclaimed(thing, like)
              .ifPresent(
                  match -> {
                    claimed.add(name.apply(match));
                    adopted.put(current, name.apply(match));
                  });
        }
      }
    }

    /** Of several alike, the one that has the name already comes first. */
    private Optional<T> unclaimed(T thing, BiPredicate<T, T> like) {
      List<T> matches =
          found.stream()
              .filter(other -> !claimed.contains(name.apply(other)))
              .filter(other -> sameKind.test(thing, other) && like.test(thing, other))
              .toList();
      return matches.stream()
          .filter(other -> name.apply(other).equals(name.apply(thing)))
          .findFirst()
          .or(() -> matches.stream().findFirst());
    }

    /**
     * What has found no match keeps its name, unless that is taken: then by the same kind of thing
     * nobody named either it is that thing, changed; else it takes a number behind its name.
     */
    private void settleTheRest() {
      for (T thing : own) {
        String current = name.apply(thing);
        if (!implicit.test(current) || adopted.containsKey(current)) {
          continue;
        }
        Optional<T> namesake = found.find(current);
        boolean free =
            namesake.isEmpty()
                || (!claimed.contains(current) && sameKind.test(thing, namesake.get()));
        adopted.put(current, free ? current : numbered(current));
        claimed.add(adopted.get(current));
      }
    }

    private String numbered(String taken) {
      int number = 1;
      while (found.contains(taken + number) || own.contains(taken + number)) {
        number++;
      }
      return taken + number;
    }

    /** For each thing that nobody named, the name to use. */
    Map<String, String> adopted() {
      return adopted;
    }

    /** For each new name that somebody gave, the old one. */
    Map<String, String> renames() {
      return renames;
    }
  }
}
