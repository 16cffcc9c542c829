package dev.autogen.plan;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ConstraintChange.DropIndex;
import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialect.Expression;
import dev.autogen.diff.Mentions;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What stays but stands in the way of changes, and so goes before them and comes back after:
 *
 * <ul>
 *   <li>foreign keys that rest on a key which is made anew, or whose columns become another kind of
 *       type;
 *   <li>foreign keys that hold on to an index which goes, where the database lets none go so;
 *   <li>keys and indexes over a column that starts or stops being computed, or is made anew;
 *   <li>columns that are computed from one that is made anew or goes;
 *   <li>checks, indexes and computed columns that speak of a column which takes another type, where
 *       the database cannot keep them.
 * </ul>
 */
final class Detached {

  private final Dialect dialect;
  private final Schema schema;
  private final List<Change> changes;
  private final Set<ObjectName> changed = new TreeSet<>();

  /**
   * @param schema what is there when the changes begin
   */
  Detached(Dialect dialect, Schema schema, List<Change> changes) {
    this.dialect = dialect;
    this.schema = schema;
    this.changes = changes;
    changes.forEach(change -> changed.add(change.object()));
  }

  /** All of it, taken off and put back. */
  List<Change> steps() {
    List<Change> steps = new ArrayList<>();
    for (Table table : schema.tables()) {
      if (!changed.contains(ObjectName.table(table.name()))) {
        steps.addAll(steps(table));
      }
    }
    return steps;
  }

  /**
   * Whether a computed column that is changed is made anew instead: a column that it is computed
   * from changes too.
   */
  boolean isMadeAnew(Change change) {
    return change instanceof AlterColumn alter
        && alter.from().generated().isPresent()
        && alter.to().generated().isPresent()
        && schema
            .tables()
            .find(alter.table().toString())
            .filter(table -> remade(table).contains(alter.from().name()))
            .isPresent();
  }

  private List<Change> steps(Table table) {
    QualifiedName name = table.name();
    List<Change> steps = new ArrayList<>();
    Set<String> replaced = replaced(table);
    for (Column column : table.columns()) {
      if (replaced.contains(column.name())
          && !changed.contains(ObjectName.column(name, column.name()))) {
        steps.add(new DropColumn(name, column));
        steps.add(new AddColumn(name, column));
      }
    }
    for (Constraint constraint : table.constraints()) {
      if (!changed.contains(ObjectName.constraint(name, constraint.name()))
          && isInTheWay(table, constraint, replaced)) {
        steps.add(new DropConstraint(name, constraint));
        steps.add(new AddConstraint(name, constraint));
      }
    }
    for (Index index : table.indexes()) {
      if (!changed.contains(ObjectName.index(name, index.name()))
          && isInTheWay(table, index, replaced)) {
        steps.add(new DropIndex(name, index));
        steps.add(new CreateIndex(name, index));
      }
    }
    return steps;
  }

  /** The columns that are made anew or computed otherwise. */
  private Set<String> replaced(Table table) {
    Set<String> replaced = remade(table);
    for (Column column : table.columns()) {
      altered(table, column)
          .filter(alter -> alter.facets().contains(Facet.GENERATED))
          .ifPresent(alter -> replaced.add(column.name()));
    }
    return replaced;
  }

  /**
   * The computed columns that cannot stay while others change: for what they are computed from
   * takes another type, goes, or cannot stay itself.
   */
  private Set<String> remade(Table table) {
    Set<String> remade = new TreeSet<>();
    Set<String> away = new TreeSet<>();
    for (Column column : table.columns()) {
      Optional<AlterColumn> altered = altered(table, column);
      boolean dropped = isDropped(table, column);
      if (dropped
          ? column.generated().isPresent()
          : altered.filter(Detached::startsOrStops).isPresent()) {
        away.add(column.name());
      } else if (!dropped
          && (standsInTheWay(table.name(), column)
              || altered.filter(to -> standsInTheWay(to.table(), to.to())).isPresent())) {
        remade.add(column.name());
      }
    }
    away.addAll(remade);
    boolean more = !away.isEmpty();
    while (more) {
      more = false;
      for (Column column : table.columns()) {
        if (!away.contains(column.name()) && isComputedFrom(column, away)) {
          more = true;
          away.add(column.name());
          remade.add(column.name());
        }
      }
    }
    return remade;
  }

  private static boolean isComputedFrom(Column column, Set<String> others) {
    return column.generated().filter(own -> speaksOf(own.expression(), others)).isPresent();
  }

  private static boolean startsOrStops(AlterColumn alter) {
    return alter.from().generated().isPresent() != alter.to().generated().isPresent();
  }

  private Optional<AlterColumn> altered(Table table, Column column) {
    return changes.stream()
        .filter(AlterColumn.class::isInstance)
        .map(AlterColumn.class::cast)
        .filter(alter -> alter.table().equals(table.name()))
        .filter(alter -> alter.from().name().equals(column.name()))
        .findFirst();
  }

  private boolean isDropped(Table table, Column column) {
    ObjectName name = ObjectName.column(table.name(), column.name());
    return changes.stream()
        .anyMatch(change -> change instanceof DropColumn && change.object().equals(name));
  }

  private boolean standsInTheWay(QualifiedName table, Column column) {
    return column
        .generated()
        .filter(own -> isLost(table, Expression.COMPUTED_COLUMN, own.expression()))
        .isPresent();
  }

  /** Whether an expression does not live through the changes of the columns it speaks of. */
  private boolean isLost(QualifiedName table, Expression kind, String text) {
    return speaksOf(text, enums(table))
        || (speaksOf(text, retyped(table)) && !dialect.survivesRetyping(kind, text));
  }

  private static boolean speaksOf(String text, Collection<String> columns) {
    return columns.stream().anyMatch(column -> Mentions.mentions(text, column));
  }

  private List<String> retyped(QualifiedName table) {
    return changes.stream()
        .filter(AlterColumn.class::isInstance)
        .map(AlterColumn.class::cast)
        .filter(
            alter ->
                alter.table().equals(table)
                    && (alter.facets().contains(Facet.TYPE)
                        || alter.facets().contains(Facet.COLLATION)))
        .map(alter -> alter.from().name())
        .toList();
  }

  /** Columns of an enum type that changes: on the way there or back it is another type. */
  private List<String> enums(QualifiedName table) {
    return changes.stream()
        .filter(AlterEnumType.class::isInstance)
        .flatMap(change -> ((AlterEnumType) change).uses().stream())
        .filter(use -> use.table().equals(table))
        .map(use -> use.column().name())
        .toList();
  }

  private boolean isInTheWay(Table table, Constraint constraint, Set<String> replaced) {
    if (constraint.columns().stream().anyMatch(replaced::contains)) {
      return true;
    }
    if (constraint instanceof Check check) {
      return isLost(table.name(), Expression.CHECK, check.expression())
          || speaksOf(check.expression(), replaced);
    }
    return constraint instanceof ForeignKey key
        && (isOfEnum(table.name(), key)
            || holdsOnToIndex(table.name(), key)
            || changes.stream().anyMatch(change -> isInTheWay(table.name(), key, change)));
  }

  /** Whether an index goes that the key may use, where the database keeps such an index. */
  private boolean holdsOnToIndex(QualifiedName table, ForeignKey key) {
    int size = key.columns().size();
    return dialect.keepsIndexesOfKeys()
        && changes.stream()
            .filter(change -> change instanceof DropIndex drop && drop.table().equals(table))
            .map(change -> ((DropIndex) change).index().parts())
            .filter(parts -> parts.size() >= size)
            .map(parts -> parts.subList(0, size).stream().map(IndexPart::text).toList())
            .anyMatch(columns -> Set.copyOf(columns).equals(Set.copyOf(key.columns())));
  }

  private boolean isOfEnum(QualifiedName table, ForeignKey key) {
    return key.columns().stream().anyMatch(enums(table)::contains);
  }

  private boolean isInTheWay(Table table, Index index, Set<String> replaced) {
    return index.columns().stream().anyMatch(replaced::contains)
        || Texts.of(index).stream()
            .anyMatch(
                text -> speaksOf(text, replaced) || isLost(table.name(), Expression.INDEX, text));
  }

  private boolean isInTheWay(QualifiedName owner, ForeignKey key, Change change) {
    if (change instanceof DropConstraint drop && drop.table().equals(key.target())) {
      return restsOn(key, drop.constraint());
    }
    return change instanceof AlterColumn alter
        && !dialect.keepsForeignKeys(alter)
        && ((alter.table().equals(owner) && key.columns().contains(alter.from().name()))
            || (alter.table().equals(key.target())
                && key.targetColumns().contains(alter.from().name())));
  }

  private static boolean restsOn(ForeignKey key, Constraint constraint) {
    return (constraint instanceof PrimaryKey || constraint instanceof UniqueKey)
        && Set.copyOf(constraint.columns()).equals(Set.copyOf(key.targetColumns()));
  }
}
