package dev.autogen.dialect.sqlite;

import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.List;
import java.util.Optional;

/** What SQLite does not tell apart or does not have, in one spelling. */
record SqliteCanonical(SqliteTypes types) {

  private static final ColumnType INTEGER = new ColumnType("integer");

  Schema schema(Schema schema) {
    return schema.withTables(schema.tables().map(this::table));
  }

  private Table table(Table table) {
    return table
        .withComment(Optional.empty())
        .withColumns(table.columns().map(this::column))
        .withConstraints(table.constraints().map(SqliteCanonical::constraint))
        .withIndexes(table.indexes().map(SqliteCanonical::index));
  }

  /** SQLite numbers a column of no other type than INTEGER, and without a name for it. */
  private Column column(Column column) {
    return column
        .withType(column.identity().isPresent() ? INTEGER : types.canonical(column.type()))
        .withDefaultValue(
            column
                .defaultValue()
                .map(SqliteExpressions::stripped)
                .filter(value -> !value.equalsIgnoreCase("null")))
        .withIdentity(
            column
                .identity()
                .map(
                    i ->
                        dev.autogen.schema.Identity.of(
                            dev.autogen.schema.Identity.Mode.BY_DEFAULT)))
        .withCollation(column.collation().filter(name -> !name.equalsIgnoreCase("binary")))
        .withComment(Optional.empty());
  }

  private static Constraint constraint(Constraint constraint) {
    if (constraint instanceof UniqueKey key) {
      return UniqueKey.of(key.name(), key.columns());
    }
    if (constraint instanceof ForeignKey key
        && key.deferrability() == Deferrability.INITIALLY_IMMEDIATE) {
      return new ForeignKey(
          key.name(),
          key.columns(),
          key.target(),
          key.targetColumns(),
          key.onDelete(),
          key.onUpdate(),
          Deferrability.NOT_DEFERRABLE);
    }
    return constraint;
  }

  private static Index index(Index index) {
    return new Index(
        index.name(),
        index.parts(),
        index.unique(),
        Optional.empty(),
        index.where(),
        List.of(),
        true);
  }
}
