package dev.autogen.diff;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Renames of a value of an enum that is stored as text: {@code orders.status.NEW} to {@code
 * orders.status.OPEN}. Which values a column takes is told by its type or by a check.
 */
final class ValueHints {

  private record Value(Table table, Column column, String label) {

    static Optional<Value> find(String text, Schema schema) {
      for (Table table : schema.tables()) {
        for (Column column : table.columns()) {
          String owner = table.name() + "." + column.name() + ".";
          if (text.startsWith(owner) && text.length() > owner.length()) {
            return Optional.of(new Value(table, column, text.substring(owner.length())));
          }
        }
      }
      return Optional.empty();
    }

    boolean isSameColumn(Value other) {
      return table.name().equals(other.table.name()) && column.name().equals(other.column.name());
    }

    /** Whether the column takes the value. */
    boolean isTaken() {
      String literal = "'" + label.replace("'", "''") + "'";
      return (column.type().sql().startsWith("enum(") && column.type().sql().contains(literal))
          || table.checks().stream()
              .map(Check::expression)
              .anyMatch(text -> Mentions.mentions(text, column.name()) && text.contains(literal));
    }
  }

  private ValueHints() {}

  static Optional<Change> rename(String from, String to, Schema database, Schema declared) {
    Optional<Value> old = Value.find(from, database).filter(Value::isTaken);
    Optional<Value> now = Value.find(to, declared).filter(Value::isTaken);
    return old.isPresent() && now.isPresent() && old.get().isSameColumn(now.get())
        ? Optional.of(
            new RenameValue(
                old.get().table().name(),
                old.get().column().name(),
                old.get().label(),
                now.get().label()))
        : Optional.empty();
  }

  /**
   * The renames of each column's values as one: a value may take the name that another gives up.
   *
   * @throws RenameHintException if a value that stays has the new name already
   */
  static List<Change> together(List<Change> renames, Schema database) {
    List<Change> together = new ArrayList<>();
    Set<ObjectName> seen = new HashSet<>();
    Schema at = database;
    for (Change change : renames) {
      if (!(change instanceof RenameValue value)) {
        together.add(change);
        at = change.applyTo(at);
      } else if (seen.add(value.object())) {
        Map<String, String> names = new TreeMap<>();
        for (Change other : renames) {
          if (other instanceof RenameValue more && more.object().equals(value.object())) {
            names.putAll(more.names());
          }
        }
        requireFree(value, names, at);
        together.addAll(apart(value, names));
      }
    }
    return together;
  }

  /** One change for each value, where none of them takes another's name. */
  private static List<Change> apart(RenameValue value, Map<String, String> names) {
    if (names.values().stream().anyMatch(names::containsKey)) {
      return List.of(new RenameValue(value.table(), value.column(), names));
    }
    List<Change> apart = new ArrayList<>();
    names.forEach(
        (from, to) -> apart.add(new RenameValue(value.table(), value.column(), from, to)));
    return apart;
  }

  private static void requireFree(RenameValue value, Map<String, String> names, Schema at) {
    String column = value.table() + "." + value.column() + ".";
    Set<String> used = new HashSet<>();
    for (Map.Entry<String, String> name : names.entrySet()) {
      String to = name.getValue();
      boolean taken =
          !names.containsKey(to) && Value.find(column + to, at).filter(Value::isTaken).isPresent();
      if (taken || !used.add(to)) {
        throw new RenameHintException(
            "Cannot rename "
                + column
                + name.getKey()
                + " to "
                + column
                + to
                + ": another value has that name, and once rows of both are one no downgrade can"
                + " tell them apart. If that is meant, leave the hint out and write the update"
                + " into the migration with op.sql.");
      }
    }
  }

  /** Whether the database takes the new name only. */
  static boolean isDone(String from, String to, Schema database) {
    return Value.find(to, database).filter(Value::isTaken).isPresent()
        && Value.find(from, database).filter(Value::isTaken).isEmpty();
  }
}
