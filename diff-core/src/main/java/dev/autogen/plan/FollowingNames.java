package dev.autogen.plan;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ConstraintChange.RenameConstraint;
import dev.autogen.change.ConstraintChange.RenameIndex;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.UnnamedConstraint;
import dev.autogen.inspect.Declaration;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The renames that follow from others: a constraint that nobody named is called after its table and
 * columns, by the database or by Hibernate's hash of them, and is renamed with them. A name that
 * somebody gave stays, and so does what no entity declares.
 */
final class FollowingNames {

  /** Hibernate's names: a prefix and a hash in base 35. */
  private static final Pattern HASHED = Pattern.compile("(fk|uk|idx)[a-z0-9]{10,25}");

  /** How often a name may have been taken when a constraint got its own. */
  private static final int ATTEMPTS = 10;

  private final Declaration ours;
  private final Dialect dialect;
  private final Schema renamed;
  private final Map<QualifiedName, String> oldTables = new TreeMap<>();
  private final Map<List<String>, String> oldColumns = new HashMap<>();
  private final Set<QualifiedName> touched = new TreeSet<>();
  private final List<Change> following = new ArrayList<>();

  private FollowingNames(List<Change> asked, Declaration ours, Schema theirs, Dialect dialect) {
    this.ours = ours;
    this.dialect = dialect;
    this.renamed = new ChangeSet(asked).applyTo(theirs);
    asked.forEach(this::note);
  }

  /**
   * @param asked the renames that somebody asked for, of what the database has
   */
  static List<Change> of(List<Change> asked, Declaration ours, Schema theirs, Dialect dialect) {
    if (asked.isEmpty()) {
      return List.of();
    }
    FollowingNames names = new FollowingNames(asked, ours, theirs, dialect);
    names.byThemselves();
    if (!dialect.renamesImplicitNames()) {
      return names.following;
    }
    for (Table declared : ours.schema().tables()) {
      names
          .renamed
          .tables()
          .find(declared.name().toString())
          .ifPresent(found -> names.table(declared, found));
    }
    return names.following;
  }

  private void note(Change asked) {
    if (asked instanceof RenameTable rename) {
      String first = oldTables.getOrDefault(rename.from(), rename.from().name());
      oldTables.put(rename.to(), first);
      List.copyOf(oldColumns.keySet()).stream()
          .filter(column -> column.get(0).equals(rename.from().toString()))
          .forEach(
              column ->
                  oldColumns.put(
                      List.of(rename.to().toString(), column.get(1)), oldColumns.get(column)));
      touched.add(rename.to());
    } else if (asked instanceof RenameColumn rename) {
      String table = rename.table().toString();
      String first = oldColumns.getOrDefault(List.of(table, rename.from()), rename.from());
      oldColumns.put(List.of(table, rename.to()), first);
      touched.add(rename.table());
    }
  }

  /** Names that the database changes with the table's: those of constraints no entity has too. */
  private void byThemselves() {
    oldTables.forEach(
        (now, old) -> {
          RenameTable table = new RenameTable(new QualifiedName(now.schema(), old), now);
          renamed.tables().find(now.toString()).stream()
              .flatMap(found -> found.constraints().stream())
              .map(Constraint::name)
              .forEach(
                  name ->
                      dialect
                          .nameBehind(table, name)
                          .filter(other -> !other.equals(name))
                          .ifPresent(
                              other -> following.add(new RenameConstraint(now, name, other))));
        });
  }

  private void table(Table declared, Table found) {
    for (Constraint own : declared.constraints()) {
      ObjectName name = ObjectName.constraint(declared.name(), own.name());
      if (ours.implicitNames().contains(name) && isFree(own.name())) {
        before(declared.name(), declared, found, own)
            .ifPresent(
                old -> following.add(new RenameConstraint(declared.name(), old, own.name())));
      }
    }
    for (Index own : declared.indexes()) {
      ObjectName name = ObjectName.index(declared.name(), own.name());
      if (touched.contains(declared.name())
          && ours.implicitNames().contains(name)
          && isHashed(own.name())
          && isFree(own.name())) {
        found.indexes().stream()
            .filter(index -> isHashed(index.name()))
            .filter(index -> index.withName("").equals(own.withName("")))
            .findFirst()
            .ifPresent(
                index -> following.add(new RenameIndex(declared.name(), index.name(), own.name())));
      }
    }
  }

  /** What the constraint is called that was there before the table or its columns were renamed. */
  private Optional<String> before(
      QualifiedName table, Table declared, Table found, Constraint own) {
    boolean ofTouched =
        touched.contains(table) || own instanceof ForeignKey key && touched.contains(key.target());
    if (!ofTouched) {
      return Optional.empty();
    }
    return Stream.concat(
            isHashed(own.name()) ? Stream.empty() : namesBefore(table, declared, own),
            isHashed(own.name())
                ? found.constraints().stream()
                    .map(Constraint::name)
                    .filter(FollowingNames::isHashed)
                : Stream.empty())
        .filter(
            old -> found.constraints().find(old).filter(other -> isLike(own, other)).isPresent())
        .findFirst();
  }

  /** The names that the database would have given it before, the likeliest first. */
  private Stream<String> namesBefore(QualifiedName table, Table declared, Constraint own) {
    String oldTable = oldTables.getOrDefault(table, table.name());
    return columnsOf(declared, own)
        .filter(
            columns -> names(own, table.name(), columns).anyMatch(name -> name.equals(own.name())))
        .flatMap(
            columns ->
                names(
                    own,
                    oldTable,
                    columns.stream()
                        .map(
                            column ->
                                oldColumns.getOrDefault(List.of(table.toString(), column), column))
                        .toList()));
  }

  private Stream<List<String>> columnsOf(Table declared, Constraint own) {
    return own instanceof Check
        ? Stream.concat(
            declared.columns().stream().map(Column::name).map(List::of), Stream.of(List.of()))
        : Stream.of(own.columns());
  }

  private Stream<String> names(Constraint own, String table, List<String> columns) {
    return Stream.iterate(
            new UnnamedConstraint(own.getClass(), table, columns), UnnamedConstraint::next)
        .limit(ATTEMPTS)
        .flatMap(unnamed -> dialect.implicitName(unnamed).stream());
  }

  private static boolean isLike(Constraint own, Constraint other) {
    if (own instanceof ForeignKey a && other instanceof ForeignKey b) {
      return a.columns().equals(b.columns()) && a.target().equals(b.target());
    }
    return own.getClass() == other.getClass()
        && (own instanceof Check || own.columns().equals(other.columns()));
  }

  private static boolean isHashed(String name) {
    return HASHED.matcher(name).matches();
  }

  /** Whether nothing of the database has the name already. */
  private boolean isFree(String name) {
    return renamed.sequences().stream().noneMatch(one -> one.name().name().equals(name))
        && renamed.tables().stream()
            .noneMatch(
                table ->
                    table.name().name().equals(name)
                        || table.indexes().contains(name)
                        || table.constraints().contains(name));
  }
}
