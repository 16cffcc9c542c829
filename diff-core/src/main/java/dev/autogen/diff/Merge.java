package dev.autogen.diff;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.inspect.Declaration;
import dev.autogen.migration.DeclaredNames;
import dev.autogen.migration.Replay;
import dev.autogen.schema.ByName;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The three-way merge: what entities declared at the last revision (<em>base</em>), what they
 * declare now (<em>ours</em>) and what the database has (<em>theirs</em>) come to what the database
 * is to become.
 *
 * <p>Declared now wins. Declared before and no longer goes. What nobody ever declared is unmanaged:
 * it stays, unless it is to be pruned.
 */
public final class Merge {

  private final Set<ObjectName> base;
  private final Set<ObjectName> stated;
  private final Unmanaged policy;
  private final SortedSet<ObjectName> unmanaged = new TreeSet<>();

  private Merge(Set<ObjectName> base, Set<ObjectName> stated, Unmanaged policy) {
    this.base = base;
    this.stated = stated;
    this.policy = policy;
  }

  /**
   * The merge where the migrations may call by other names what the database has.
   *
   * @param migrations what the migrations make, and the names of what entities declared at the last
   */
  public static Merged of(
      Replay migrations, Declaration ours, Schema theirs, RenamePolicy renames, Unmanaged policy) {
    Set<ObjectName> base =
        Recorded.namesIn(theirs, migrations.declared().keySet(), migrations.schema());
    return of(base, ours, theirs, renames, policy);
  }

  /**
   * @param base the names of what entities declared at the last revision
   * @param ours what they declare now
   * @param theirs what the database has
   * @param renames decides which things are the same under another name
   * @throws RenameHintException if a rename that was asked for cannot be
   */
  public static Merged of(
      Set<ObjectName> base,
      Declaration ours,
      Schema theirs,
      RenamePolicy renames,
      Unmanaged policy) {
    List<Change> asked = renames.renames(theirs, ours.schema());
    Schema kept = new ChangeSet(asked).applyTo(theirs);
    NameAdoption.Adopted adopted = NameAdoption.adopt(named(base, asked), ours, kept);
    List<Change> all = new ArrayList<>(asked);
    all.addAll(adopted.renames());
    Schema renamed = new ChangeSet(adopted.renames()).applyTo(kept);
    Merge merge = new Merge(named(base, all), adopted.ours().origins().keySet(), policy);
    Schema target = merge.schema(adopted.ours().schema(), renamed);
    return new Merged(adopted.ours(), all, renamed, target, merge.unmanaged);
  }

  private static Set<ObjectName> named(Set<ObjectName> base, List<Change> renames) {
    Map<ObjectName, String> byName = new TreeMap<>();
    base.forEach(name -> byName.put(name, ""));
    DeclaredNames names = new DeclaredNames(byName);
    renames.forEach(rename -> rename.accept(names));
    return names.toMap().keySet();
  }

  private Schema schema(Schema declared, Schema found) {
    ByName<Table> tables =
        byName(
            found.tables(),
            declared.tables(),
            table -> ObjectName.table(table.name()),
            this::table,
            table -> table.name().toString());
    ByName<Sequence> sequences =
        byName(
            found.sequences(),
            declared.sequences(),
            sequence -> ObjectName.sequence(sequence.name()),
            this::sequence,
            sequence -> sequence.name().toString());
    ByName<EnumType> enumTypes =
        byName(
            found.enumTypes(),
            declared.enumTypes(),
            type -> ObjectName.enumType(type.name()),
            (from, to) -> to.withCasts(from.casts()),
            type -> type.name().toString());
    sequences =
        withUsed(
            sequences,
            found.sequences(),
            one -> ObjectName.sequence(one.name()),
            one -> InUse.is(one, tables));
    enumTypes =
        withUsed(
            enumTypes,
            found.enumTypes(),
            one -> ObjectName.enumType(one.name()),
            one -> InUse.is(one, tables));
    Schema merged =
        withNamespaces(new Schema(Set.of(), tables, sequences, enumTypes), declared, found);
    return Dangling.removedFrom(merged, gone(merged, declared, found));
  }

  /** With what something that stays is made with: it is unmanaged from now on. */
  private <T> ByName<T> withUsed(
      ByName<T> kept, ByName<T> found, Function<T, ObjectName> name, Predicate<T> used) {
    Set<ObjectName> names = kept.stream().map(name).collect(Collectors.toSet());
    ByName<T> all = kept;
    for (T thing : found) {
      if (!names.contains(name.apply(thing)) && used.test(thing)) {
        all = all.plus(thing);
        unmanaged.add(name.apply(thing));
      }
    }
    return all;
  }

  private Schema withNamespaces(Schema merged, Schema declared, Schema found) {
    Set<String> namespaces = new TreeSet<>(declared.namespaces());
    for (String name : found.namespaces()) {
      boolean goes =
          base.contains(ObjectName.schema(name)) && !declared.namespaces().contains(name);
      if (!goes || InUse.is(name, merged)) {
        namespaces.add(name);
      }
      if (goes && InUse.is(name, merged)) {
        unmanaged.add(ObjectName.schema(name));
      }
    }
    return new Schema(namespaces, merged.tables(), merged.sequences(), merged.enumTypes());
  }

  private static Set<QualifiedName> gone(Schema merged, Schema declared, Schema found) {
    Set<QualifiedName> gone = new TreeSet<>();
    declared.tables().forEach(table -> gone.add(table.name()));
    found.tables().forEach(table -> gone.add(table.name()));
    merged.tables().forEach(table -> gone.remove(table.name()));
    return gone;
  }

  /**
   * Theirs in their order, then what only we have: columns are added behind those that are there.
   */
  private <T> ByName<T> byName(
      ByName<T> found,
      ByName<T> declared,
      Function<T, ObjectName> objectName,
      java.util.function.BinaryOperator<T> merge,
      Function<T, String> name) {
    List<T> merged = new ArrayList<>();
    for (T thing : found) {
      declared
          .find(name.apply(thing))
          .ifPresentOrElse(
              own -> merged.add(merge.apply(thing, own)),
              () -> {
                if (stays(objectName.apply(thing))) {
                  merged.add(thing);
                }
              });
    }
    declared.stream().filter(own -> !found.contains(name.apply(own))).forEach(merged::add);
    return ByName.of(name, merged);
  }

  /** Whether what nobody declares now stays: it does if nobody ever has, unless pruned. */
  private boolean stays(ObjectName name) {
    if (base.contains(name) || policy == Unmanaged.PRUNE) {
      return false;
    }
    unmanaged.add(name);
    return true;
  }

  private Table table(Table existing, Table declared) {
    QualifiedName name = existing.name();
    Table found = withoutTaken(existing, declared);
    ColumnMerge columns = new ColumnMerge(name, this::stays);
    boolean keepsComment =
        declared.comment().isEmpty()
            && found.comment().isPresent()
            && stays(new ObjectName(Kind.TABLE_COMMENT, name, ""));
    return withoutLost(
        found,
        declared,
        new Table(
            name,
            byName(
                found.columns(),
                declared.columns(),
                column -> ObjectName.column(name, column.name()),
                columns::merge,
                column -> column.name()),
            byName(
                found.constraints(),
                declared.constraints(),
                constraint -> ObjectName.constraint(name, constraint.name()),
                (from, to) -> to,
                constraint -> constraint.name()),
            byName(
                found.indexes(),
                declared.indexes(),
                index -> ObjectName.index(name, index.name()),
                (from, to) -> to,
                index -> index.name()),
            keepsComment ? found.comment() : declared.comment(),
            declared.options()));
  }

  /**
   * Without the indexes that have the name of a declared unique key, and the other way round: it is
   * the declared thing in another shape, and most databases know one name for both.
   */
  private static Table withoutTaken(Table found, Table declared) {
    return found
        .withIndexes(
            found
                .indexes()
                .filter(
                    index ->
                        declared
                            .constraints()
                            .find(index.name())
                            .filter(UniqueKey.class::isInstance)
                            .isEmpty()))
        .withConstraints(
            found
                .constraints()
                .filter(
                    constraint ->
                        !(constraint instanceof UniqueKey)
                            || !declared.indexes().contains(constraint.name())));
  }

  /**
   * Without the unmanaged checks, indexes and computed columns whose expressions speak of a column
   * that goes: the database would drop them with the column, or refuse to drop it.
   */
  private Table withoutLost(Table found, Table declared, Table whole) {
    List<String> lost = new ArrayList<>();
    found.columns().names().stream().filter(c -> !whole.columns().contains(c)).forEach(lost::add);
    Table merged = whole;
    for (Column column : found.columns()) {
      if (merged.columns().contains(column.name())
          && !declared.columns().contains(column.name())
          && column.generated().filter(g -> speaksOf(lost, g.expression())).isPresent()) {
        lost.add(column.name());
        unmanaged.remove(ObjectName.column(found.name(), column.name()));
        merged = merged.withColumns(merged.columns().minus(column.name()));
      }
    }
    return merged
        .withConstraints(
            merged
                .constraints()
                .filter(
                    constraint ->
                        declared.constraints().contains(constraint.name())
                            || !(constraint instanceof Check check
                                && speaksOf(lost, check.expression()))))
        .withIndexes(
            merged
                .indexes()
                .filter(
                    index ->
                        declared.indexes().contains(index.name())
                            || !speaksOf(lost, expressions(index))));
  }

  private static boolean speaksOf(List<String> columns, String expression) {
    return columns.stream().anyMatch(column -> Mentions.mentions(expression, column));
  }

  private static String expressions(Index index) {
    return Stream.concat(
            index.parts().stream().filter(IndexPart::expression).map(IndexPart::text),
            index.where().stream())
        .collect(Collectors.joining(" "));
  }

  /** What a mapping does not say of a sequence, and never has, stays as it is. */
  private Sequence sequence(Sequence before, Sequence declared) {
    Sequence found = withLimits(before, declared);
    return found
        .withStep(declared.start(), declared.increment())
        .withLimits(
            ruling(Sequence.MINIMUM, found, declared).minimum(),
            ruling(Sequence.MAXIMUM, found, declared).maximum())
        .withCache(
            ruling(Sequence.CACHE, found, declared).cache(),
            ruling(Sequence.CYCLE, found, declared).cycle());
  }

  private Sequence ruling(String option, Sequence found, Sequence declared) {
    ObjectName name = ObjectName.option(found.name(), option);
    return stated.contains(name) || base.contains(name) ? declared : found;
  }

  /** A limit that a start on the far side of zero needed goes with that start. */
  private static Sequence withLimits(Sequence found, Sequence declared) {
    boolean up = found.increment() > 0;
    Optional<Long> start = Optional.of(found.start());
    Optional<Long> minimum =
        up && found.start() <= 0
            ? found.minimum().filter(v -> !start.get().equals(v))
            : found.minimum();
    Optional<Long> maximum =
        !up && found.start() >= 0
            ? found.maximum().filter(v -> !start.get().equals(v))
            : found.maximum();
    return found.withLimits(
        declared.minimum().or(() -> minimum), declared.maximum().or(() -> maximum));
  }
}
