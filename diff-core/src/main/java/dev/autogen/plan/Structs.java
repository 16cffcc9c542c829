package dev.autogen.plan;

import dev.autogen.dialect.CatalogRow;
import dev.autogen.dialect.Dialect;
import dev.autogen.inspect.InspectionException;
import dev.autogen.inspect.NotCompared;
import dev.autogen.inspect.StructType;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Composite types that entities declare, beside those of a database. One that is not there is made
 * by a statement before all else. One whose parts differ is left as it is, for its values are rows
 * of tables that nobody has looked at, and is reported.
 *
 * @param missing those that the database does not have
 * @param notCompared those that it has otherwise
 */
record Structs(List<StructType> missing, List<NotCompared> notCompared) {

  static Structs of(List<StructType> declared, Connection connection, Dialect dialect) {
    List<StructType> missing = new ArrayList<>();
    List<NotCompared> notCompared = new ArrayList<>();
    List<CatalogRow> rows = declared.isEmpty() ? List.of() : rows(connection, dialect);
    for (StructType type : declared) {
      List<Column> found =
          rows.stream()
              .filter(row -> isOf(type, row, dialect))
              .map(row -> part(row, dialect))
              .toList();
      if (found.isEmpty()) {
        missing.add(type);
      } else if (!text(found).equals(text(type.parts()))) {
        notCompared.add(
            new NotCompared(
                ObjectName.enumType(type.name()),
                "the composite type is %s here and %s in the mapping: change it with"
                        .formatted(text(found), text(type.parts()))
                    + " op.execute(\"alter type ...\")"));
      }
    }
    return new Structs(List.copyOf(missing), List.copyOf(notCompared));
  }

  private static List<CatalogRow> rows(Connection connection, Dialect dialect) {
    try {
      return dialect.catalog().structTypes().rows(connection);
    } catch (SQLException e) {
      throw new InspectionException(
          "Cannot read the composite types of " + dialect.version() + ": " + e.getMessage(), e);
    }
  }

  private static boolean isOf(StructType type, CatalogRow row, Dialect dialect) {
    return dialect.fromDatabase(row.text("TYPE_NAME")).equals(type.name().name())
        && (type.name().schema().isEmpty()
            ? row.yes("IS_VISIBLE")
            : dialect.fromDatabase(row.text("TYPE_SCHEM")).equals(type.name().schema()));
  }

  private static Column part(CatalogRow row, Dialect dialect) {
    return Column.of(
        dialect.fromDatabase(row.text("PART_NAME")),
        dialect.canonical(new ColumnType(row.text("PART_TYPE"))));
  }

  private static String text(List<Column> parts) {
    return parts.stream()
        .map(part -> part.name() + " " + part.type().sql())
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
