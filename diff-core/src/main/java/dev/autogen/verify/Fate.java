package dev.autogen.verify;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.migration.PlannedMigration;
import dev.autogen.migration.Step;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What becomes of tables and columns by what a migration says that it does: which of them must hold
 * afterwards what they held before, and under which name.
 *
 * @param tables the new name of each table that is not dropped, by its old one
 * @param columns for each of those tables, by its old name, the new name of each column whose
 *     values no change touches
 * @param own what a person wrote that the migration runs as well
 */
record Fate(
    Map<QualifiedName, QualifiedName> tables,
    Map<QualifiedName, Map<String, String>> columns,
    OwnWork own) {

  /** By the steps of a migration, from the schema before it. */
  static Fate of(Schema before, PlannedMigration planned) {
    Fate fate = new Fate(new TreeMap<>(), new TreeMap<>(), OwnWork.of(planned));
    for (Table table : before.tables()) {
      fate.tables.put(table.name(), table.name());
      Map<String, String> columns = new TreeMap<>();
      table.columns().forEach(column -> columns.put(column.name(), column.name()));
      fate.columns.put(table.name(), columns);
    }
    planned.steps().stream()
        .flatMap(step -> step.parts().stream())
        .filter(Step.Alter.class::isInstance)
        .forEach(step -> fate.follow(((Step.Alter) step).change()));
    return fate;
  }

  private void follow(Change change) {
    if (change instanceof RenameTable rename) {
      tables.replaceAll((old, now) -> now.equals(rename.from()) ? rename.to() : now);
    } else if (change instanceof DropTable drop) {
      tables.values().removeIf(drop.definition().name()::equals);
    } else if (change instanceof RenameColumn rename) {
      columnsOf(rename.table())
          .replaceAll((old, now) -> now.equals(rename.from()) ? rename.to() : now);
    } else if (change instanceof DropColumn drop) {
      forget(drop.table(), drop.column().name());
    } else if (change instanceof AlterColumn alter && mayTouchValues(alter)) {
      forget(alter.table(), alter.from().name());
    } else if (change instanceof RenameValue rename) {
      forget(rename.table(), rename.column());
    } else if (change instanceof AlterEnumType) {
      columns.values().forEach(Map::clear);
    }
  }

  private static boolean mayTouchValues(AlterColumn alter) {
    Column from = alter.from();
    Column to = alter.to();
    return !from.type().equals(to.type())
        || alter.fill().isPresent()
        || !from.generated().equals(to.generated());
  }

  private void forget(QualifiedName table, String column) {
    columnsOf(table).values().removeIf(column::equals);
  }

  private Map<String, String> columnsOf(QualifiedName now) {
    Optional<QualifiedName> old =
        tables.entrySet().stream()
            .filter(entry -> entry.getValue().equals(now))
            .map(Map.Entry::getKey)
            .findFirst();
    return old.map(columns::get).orElseGet(TreeMap::new);
  }

  /**
   * The names that stay: for rows that went forth and came back.
   *
   * @param back what a person wrote for the way back
   */
  Fate thereAndBack(OwnWork back) {
    Map<QualifiedName, QualifiedName> stay = new TreeMap<>();
    tables.keySet().forEach(name -> stay.put(name, name));
    Map<QualifiedName, Map<String, String>> same = new TreeMap<>();
    columns.forEach(
        (table, kept) -> {
          Map<String, String> names = new TreeMap<>();
          kept.keySet().forEach(name -> names.put(name, name));
          same.put(table, names);
        });
    return new Fate(stay, same, new OwnWork(own.any() || back.any(), back.removing(), List.of()));
  }

  /**
   * The columns of a table that keep their values, old name to new; none of one that is dropped.
   */
  Map<String, String> kept(QualifiedName table) {
    return tables.containsKey(table) ? Collections.unmodifiableMap(columns.get(table)) : Map.of();
  }

  /** All tables of the schema before that are not dropped. */
  List<QualifiedName> survivors() {
    return List.copyOf(tables.keySet());
  }
}
