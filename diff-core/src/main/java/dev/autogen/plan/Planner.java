package dev.autogen.plan;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.schema.ByName;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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
    Schema renamed = new ChangeSet(renames).applyTo(from);
    NeutralValues neutral = new NeutralValues(dialect, renamed, changes);
    List<Change> filled =
        changes.stream()
            .map(change -> fills.applyTo(change, neutral))
            .map(change -> timed(change, changes))
            .toList();
    Detached detached = new Detached(dialect, renamed, filled);
    ValueRenames values = ValueRenames.among(renames);
    List<Change> steps = new ArrayList<>();
    LostLabels lost = LostLabels.among(filled, dialect);
    filled.stream()
        .map(lost::without)
        .filter(change -> !LostLabels.isNothing(change))
        .forEach(change -> steps.addAll(parts(change, detached, values)));
    steps.addAll(values.left());
    steps.addAll(detached.steps());
    ComputedOrder computed = new ComputedOrder(renamed, to);
    steps.sort(
        Comparator.comparing(Phase::of)
            .thenComparing(change -> change.object().owner())
            .thenComparingInt(computed::place));
    List<Change> ordered = new ArrayList<>();
    steps.stream().filter(step -> Phase.of(step) == Phase.CREATE_SCHEMAS).forEach(ordered::add);
    renames.stream().filter(rename -> !(rename instanceof RenameValue)).forEach(ordered::add);
    for (Change step : steps) {
      if (step instanceof AlterEnumType type) {
        ordered.addAll(lost.before(type));
      }
      if (Phase.of(step) != Phase.CREATE_SCHEMAS) {
        ordered.add(step);
      }
    }
    List<Change> seen = new ArrayList<>(renames);
    seen.addAll(filled);
    seen.sort(Comparator.comparing(Change::object));
    return new Plan(from, to, seen, new ChangeSet(ordered), unmanaged);
  }

  private static List<Change> parts(Change change, Detached detached, ValueRenames values) {
    if (change instanceof CreateTable create) {
      return parts(create);
    }
    if (change instanceof AlterColumn alter && detached.isMadeAnew(alter)) {
      return List.of(
          new DropColumn(alter.table(), alter.from()), new AddColumn(alter.table(), alter.to()));
    }
    if (change instanceof AlterColumn alter) {
      return values.within(alter);
    }
    return change instanceof DropTable drop ? parts(drop) : List.of(change);
  }

  private static List<Change> parts(CreateTable create) {
    Table table = create.definition();
    List<Change> parts = new ArrayList<>();
    List<UniqueKey> twins = twins(table);
    Table alone = withoutForeignKeys(table).withIndexes(ByName.of(Index::name, List.of()));
    parts.add(
        new CreateTable(
            alone.withConstraints(alone.constraints().filter(key -> !twins.contains(key)))));
    twins.forEach(key -> parts.add(new AddConstraint(table.name(), key)));
    table.indexes().forEach(index -> parts.add(new CreateIndex(table.name(), index)));
    table.foreignKeys().forEach(key -> parts.add(new AddConstraint(table.name(), key)));
    return parts;
  }

  /**
   * Unique keys on the columns of another key: PostgreSQL takes the two for one when they are
   * stated together.
   */
  private static List<UniqueKey> twins(Table table) {
    Set<List<String>> seen = new HashSet<>();
    table.primaryKey().ifPresent(key -> seen.add(key.columns()));
    return table.uniqueKeys().stream().filter(key -> !seen.add(key.columns())).toList();
  }

  private static List<Change> parts(DropTable drop) {
    Table table = drop.definition();
    List<Change> parts = new ArrayList<>();
    table.foreignKeys().forEach(key -> parts.add(new DropConstraint(table.name(), key)));
    List<UniqueKey> twins = twins(table);
    twins.forEach(key -> parts.add(new DropConstraint(table.name(), key)));
    Table alone = withoutForeignKeys(table);
    parts.add(
        new DropTable(
            alone.withConstraints(alone.constraints().filter(key -> !twins.contains(key)))));
    return parts;
  }

  private static Table withoutForeignKeys(Table table) {
    return table.withConstraints(
        table.constraints().filter(constraint -> !(constraint instanceof ForeignKey)));
  }

  /** An enum type whose new labels, or old ones on the way back, the other changes use. */
  private Change timed(Change change, List<Change> all) {
    if (!(change instanceof AlterEnumType alter)) {
      return change;
    }
    Set<String> labels = new TreeSet<>(alter.to().labels());
    labels.addAll(alter.from().labels());
    labels.removeIf(
        label -> alter.from().labels().contains(label) && alter.to().labels().contains(label));
    boolean atOnce =
        all.stream()
            .filter(other -> other != change)
            .flatMap(other -> Texts.of(other).stream())
            .anyMatch(text -> labels.stream().map(dialect::literal).anyMatch(text::contains));
    return new AlterEnumType(alter.from(), alter.to(), alter.uses(), atOnce);
  }
}
