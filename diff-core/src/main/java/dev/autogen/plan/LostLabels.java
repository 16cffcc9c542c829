package dev.autogen.plan;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.change.ObjectChange.AlterEnumType.Use;
import dev.autogen.dialect.Dialect;
import dev.autogen.schema.Column;
import dev.autogen.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Defaults that are a label which an enum type loses. Where such a default goes, or its column
 * does, it goes before the type changes: and on the way back comes after it. One that nobody means
 * to change stays, for the database to refuse.
 */
final class LostLabels {

  /** The columns as they are, by their names. */
  private final Map<ObjectName, Column> columns = new TreeMap<>();

  private LostLabels() {}

  static LostLabels among(List<Change> changes, Dialect dialect) {
    LostLabels lost = new LostLabels();
    for (Change change : changes) {
      if (change instanceof AlterEnumType type) {
        type.uses().stream()
            .filter(use -> isLost(type, use.column(), dialect))
            .filter(use -> goes(use, changes))
            .forEach(use -> lost.columns.put(name(use), use.column()));
      }
    }
    return lost;
  }

  private static boolean isLost(AlterEnumType type, Column column, Dialect dialect) {
    return type.from().labels().stream()
        .filter(label -> !type.to().labels().contains(label))
        .map(dialect::literal)
        .anyMatch(
            literal -> column.defaultValue().filter(text -> text.contains(literal)).isPresent());
  }

  private static boolean goes(Use use, List<Change> changes) {
    return changes.stream()
        .filter(change -> change.object().equals(name(use)))
        .anyMatch(
            change ->
                change instanceof DropColumn
                    || change instanceof AlterColumn alter
                        && !alter.to().defaultValue().equals(use.column().defaultValue()));
  }

  private static ObjectName name(Use use) {
    return ObjectName.column(use.table(), use.column().name());
  }

  /** The change of a column, or of a type that it is of, once its default has gone. */
  Change without(Change change) {
    if (change instanceof AlterEnumType type) {
      List<Use> uses =
          type.uses().stream()
              .map(
                  use ->
                      columns.containsKey(name(use))
                          ? new Use(use.table(), withoutDefault(use.column()))
                          : use)
              .toList();
      return new AlterEnumType(type.from(), type.to(), uses, type.atOnce());
    }
    if (change instanceof AlterColumn alter && columns.containsKey(alter.object())) {
      return new AlterColumn(alter.table(), withoutDefault(alter.from()), alter.to(), alter.fill());
    }
    return change instanceof DropColumn drop && columns.containsKey(drop.object())
        ? new DropColumn(drop.table(), withoutDefault(drop.column()), drop.fill())
        : change;
  }

  /** What comes right before the change of a type: the defaults that go. */
  List<Change> before(AlterEnumType type) {
    List<Change> early = new ArrayList<>();
    for (Use use : type.uses()) {
      Optional.ofNullable(columns.get(name(use)))
          .ifPresent(
              column -> early.add(new AlterColumn(use.table(), column, withoutDefault(column))));
    }
    return early;
  }

  /** Whether a change has nothing left to do. */
  static boolean isNothing(Change change) {
    return change instanceof AlterColumn alter && alter.from().equals(alter.to());
  }

  private static Column withoutDefault(Column column) {
    return column.withDefaultValue(Optional.empty());
  }
}
