package dev.autogen.inspect.entity;

import dev.autogen.dialect.UnnamedConstraint;
import dev.autogen.schema.Check;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives constraints that nobody named the names that the database would give them, in the order in
 * which it would create them; where the database makes up random names, a readable one instead.
 */
final class ConstraintNames {

  /** Letters of a readable name. */
  private static final int MOST = 200;

  private final ModelNames names;
  private final Set<List<String>> taken = new HashSet<>();

  ConstraintNames(ModelNames names) {
    this.names = names;
  }

  /** Notes a name that is stated; returns the one that the database keeps. */
  String stated(Class<? extends Constraint> kind, QualifiedName table, String name) {
    String kept = names.dialect().statedName(kind, name);
    take(table, kept);
    return kept;
  }

  /** A name that no other constraint has, of the schema or of the table. */
  String unstated(QualifiedName table, UnnamedConstraint constraint) {
    UnnamedConstraint asked = constraint;
    while (true) {
      String name = name(asked);
      if (take(table, name)) {
        return name;
      }
      asked = asked.next();
    }
  }

  private boolean take(QualifiedName table, String name) {
    return taken.add(
        names.dialect().namesConstraintsByTable()
            ? List.of(table.schema(), table.name(), name)
            : List.of(table.schema(), name));
  }

  private String name(UnnamedConstraint constraint) {
    Optional<String> name = names.dialect().implicitName(constraint);
    return name.orElseGet(
        () ->
            shortened(fallback(constraint))
                + (constraint.attempt() == 0 ? "" : constraint.attempt()));
  }

  /** A name that any database takes, with a digest in the place of what is too much. */
  private static String shortened(String name) {
    return name.length() <= MOST
        ? name
        : name.substring(0, MOST) + "_" + Integer.toHexString(name.hashCode());
  }

  private static String fallback(UnnamedConstraint constraint) {
    List<String> columns = constraint.columns();
    String table = constraint.table();
    if (constraint.kind() == UniqueKey.class) {
      return table + "_" + String.join("_", columns) + "_key";
    }
    if (constraint.kind() == Check.class) {
      return table + (columns.size() == 1 ? "_" + columns.get(0) : "") + "_check";
    }
    return constraint.kind() == ForeignKey.class
        ? table + "_" + String.join("_", columns) + "_fkey"
        : table + "_pkey";
  }
}
