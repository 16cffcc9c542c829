package dev.autogen.plan;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ConstraintChange.DropIndex;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.schema.ByName;
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
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts changes into an order that a database accepts: by {@link Phase}, and within a phase by
 * table. Takes foreign keys and indexes off the tables that are created or dropped, so that no
 * order among tables is needed.
 */
public final class Planner {

  private final Schema from;
  private final Dialect dialect;
  private final Fills fills;

  public Planner(Schema from, Dialect dialect, Fills fills) {
    this.from = from;
    this.dialect = dialect;
    this.fills = fills;
  }

  /**
   * @param renames what is kept under another name: done first, in the order given
   * @param changes the rest, between the schema after the renames and {@code to}
   * @param unmanaged what the database has and no entity ever declared
   */
  public Plan plan(
      List<Change> renames, List<Change> changes, Schema to, Set<ObjectName> unmanaged) {
    List<Change> filled = changes.stream().map(change -> fills.applyTo(change, dialect)).toList();
    Schema renamed = new ChangeSet(renames).applyTo(from);
    List<Change> steps = new ArrayList<>(filled.stream().flatMap(c -> parts(c).stream()).toList());
    steps.addAll(detached(renamed, filled));
    steps.sort(Comparator.comparing(Phase::of).thenComparing(change -> change.object().owner()));
    List<Change> ordered = new ArrayList<>();
    steps.stream().filter(step -> Phase.of(step) == Phase.CREATE_SCHEMAS).forEach(ordered::add);
    ordered.addAll(renames);
    steps.stream().filter(step -> Phase.of(step) != Phase.CREATE_SCHEMAS).forEach(ordered::add);
    List<Change> seen = new ArrayList<>(renames);
    seen.addAll(filled);
    seen.sort(Comparator.comparing(Change::object));
    return new Plan(from, to, seen, new ChangeSet(ordered), unmanaged);
  }

  private static List<Change> parts(Change change) {
    if (change instanceof CreateTable create) {
      return parts(create);
    }
    return change instanceof DropTable drop ? parts(drop) : List.of(change);
  }

  private static List<Change> parts(CreateTable create) {
    Table table = create.definition();
    List<Change> parts = new ArrayList<>();
    parts.add(
        new CreateTable(withoutForeignKeys(table).withIndexes(ByName.of(Index::name, List.of()))));
    table.indexes().forEach(index -> parts.add(new CreateIndex(table.name(), index)));
    table.foreignKeys().forEach(key -> parts.add(new AddConstraint(table.name(), key)));
    return parts;
  }

  private static List<Change> parts(DropTable drop) {
    Table table = drop.definition();
    List<Change> parts = new ArrayList<>();
    table.foreignKeys().forEach(key -> parts.add(new DropConstraint(table.name(), key)));
    parts.add(new DropTable(withoutForeignKeys(table)));
    return parts;
  }

  private static Table withoutForeignKeys(Table table) {
    return table.withConstraints(
        table.constraints().filter(constraint -> !(constraint instanceof ForeignKey)));
  }

  /**
   * What stays but stands in the way, and so goes and comes back: foreign keys that rest on a key
   * which is made anew, or whose columns become another kind of type; keys and indexes over a
   * column that starts or stops being computed, which a database replaces by another column.
   */
  private static List<Change> detached(Schema schema, List<Change> changes) {
    Set<ObjectName> gone = new TreeSet<>();
    changes.forEach(change -> gone.add(change.object()));
    List<Change> detached = new ArrayList<>();
    for (Table table : schema.tables()) {
      if (gone.contains(ObjectName.table(table.name()))) {
        continue;
      }
      for (Constraint constraint : table.constraints()) {
        boolean stays = !gone.contains(ObjectName.constraint(table.name(), constraint.name()));
        if (stays && changes.stream().anyMatch(c -> isInTheWay(table.name(), constraint, c))) {
          detached.add(new DropConstraint(table.name(), constraint));
          detached.add(new AddConstraint(table.name(), constraint));
        }
      }
      for (Index index : table.indexes()) {
        boolean stays = !gone.contains(ObjectName.index(table.name(), index.name()));
        if (stays && changes.stream().anyMatch(c -> isReplaced(table.name(), index.columns(), c))) {
          detached.add(new DropIndex(table.name(), index));
          detached.add(new CreateIndex(table.name(), index));
        }
      }
    }
    return detached;
  }

  private static boolean isInTheWay(QualifiedName owner, Constraint constraint, Change change) {
    return isReplaced(owner, constraint.columns(), change)
        || (constraint instanceof ForeignKey key && isInTheWay(owner, key, change));
  }

  private static boolean isReplaced(QualifiedName owner, List<String> columns, Change change) {
    return change instanceof AlterColumn alter
        && alter.table().equals(owner)
        && alter.facets().contains(AlterColumn.Facet.GENERATED)
        && columns.contains(alter.from().name());
  }

  private static boolean isInTheWay(QualifiedName owner, ForeignKey key, Change change) {
    if (change instanceof DropConstraint drop && drop.table().equals(key.target())) {
      return restsOn(key, drop.constraint());
    }
    return change instanceof AlterColumn alter
        && !TypeFamily.of(alter.from().type()).equals(TypeFamily.of(alter.to().type()))
        && ((alter.table().equals(owner) && key.columns().contains(alter.from().name()))
            || (alter.table().equals(key.target())
                && key.targetColumns().contains(alter.from().name())));
  }

  private static boolean restsOn(ForeignKey key, Constraint constraint) {
    return (constraint instanceof PrimaryKey || constraint instanceof UniqueKey)
        && Set.copyOf(constraint.columns()).equals(Set.copyOf(key.targetColumns()));
  }
}
