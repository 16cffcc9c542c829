package dev.autogen.diff;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.Optional;

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

  /** Whether the database takes the new name only. */
  static boolean isDone(String from, String to, Schema database) {
    return Value.find(to, database).filter(Value::isTaken).isPresent()
        && Value.find(from, database).filter(Value::isTaken).isEmpty();
  }
}
