package dev.autogen.inspect.entity;

import dev.autogen.schema.Check;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives constraints that nobody named the names that the database would give them, in the order in
 * which it would create them; where the database makes up random names, a readable one instead.
 */
final class ConstraintNames {

  private final ModelNames names;
  private final Set<QualifiedName> taken = new HashSet<>();

  ConstraintNames(ModelNames names) {
    this.names = names;
  }

  /** Notes a name that is stated. */
  String stated(QualifiedName table, String name) {
    taken.add(table.named(name));
    return name;
  }

  /** A name that no other constraint of the schema has: PostgreSQL appends 1, 2 and so on. */
  String unstated(Class<? extends Constraint> kind, QualifiedName table, List<String> columns) {
    String name =
        names
            .dialect()
            .implicitName(kind, table.name(), columns)
            .orElseGet(() -> fallback(kind, table, columns));
    String free = name;
    for (int number = 1; !taken.add(table.named(free)); number++) {
      free = name + number;
    }
    return free;
  }

  private String fallback(
      Class<? extends Constraint> kind, QualifiedName table, List<String> columns) {
    String text;
    if (kind == UniqueKey.class) {
      text = table.name() + "_" + String.join("_", columns) + "_key";
    } else if (kind == Check.class) {
      text = table.name() + (columns.size() == 1 ? "_" + columns.get(0) : "") + "_check";
    } else if (kind == dev.autogen.schema.ForeignKey.class) {
      text = table.name() + "_" + String.join("_", columns) + "_fkey";
    } else {
      text = table.name() + "_pkey";
    }
    return text;
  }
}
