package dev.autogen.diff;

import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.Optional;

/**
 * Labels of enum types as hints name them: behind the type, {@code OrderStatus.NEW}, or behind a
 * column that is of the type, {@code orders.status.NEW}.
 */
final class EnumLabels {

  private EnumLabels() {}

  /** The type that has the label of this name. */
  static Optional<EnumType> type(String name, Schema database) {
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String owner = name.substring(0, dot);
    return database.enumTypes().stream()
        .filter(
            type ->
                type.name().toString().equalsIgnoreCase(owner)
                    || isTypeOf(type.name(), owner, database))
        .filter(type -> type.labels().contains(name.substring(dot + 1)))
        .findFirst();
  }

  private static boolean isTypeOf(QualifiedName type, String column, Schema database) {
    int dot = column.lastIndexOf('.');
    return dot > 0
        && database
            .tables()
            .find(column.substring(0, dot))
            .flatMap(table -> table.columns().find(column.substring(dot + 1)))
            .filter(found -> found.type().sql().equals(type.toString()))
            .isPresent();
  }
}
