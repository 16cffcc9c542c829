package dev.autogen.inspect;

import dev.autogen.dialect.CatalogRow;
import dev.autogen.dialect.Dialect;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.QualifiedName;

/**
 * Turns names as the catalog stores them into names of the model.
 *
 * @param dialect how the database stores names
 * @param defaultSchema the schema that unqualified names mean, in stored spelling
 */
record DatabaseNames(Dialect dialect, String defaultSchema) {

  String name(String stored) {
    return dialect.fromDatabase(stored);
  }

  String schema(String stored) {
    return stored.equals(defaultSchema) ? "" : name(stored);
  }

  QualifiedName qualified(String storedSchema, String stored) {
    return new QualifiedName(schema(storedSchema), name(stored));
  }

  /** An enum type or domain as the type of a column. */
  ColumnType named(String storedSchema, String stored) {
    return dialect.named(qualified(storedSchema, stored));
  }

  QualifiedName table(CatalogRow row) {
    return qualified(row.text("TABLE_SCHEM"), row.text("TABLE_NAME"));
  }
}
