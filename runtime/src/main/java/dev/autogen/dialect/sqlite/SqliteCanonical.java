package dev.autogen.dialect.sqlite;

import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
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
        .withColumns(table.columns().map(column -> column(table, column)))
        .withConstraints(table.constraints().map(constraint -> constraint(table, constraint)))
        .withIndexes(table.indexes().map(index -> index(table, index)));
  }

  /** SQLite numbers a column of no other type than INTEGER, and without a name for it. */
  private Column column(Table table, Column declared) {
    Column column =
        isNumbered(table, declared) ? declared : declared.withIdentity(Optional.empty());
    return column
        .withType(column.identity().isPresent() ? INTEGER : type(table, column))
        .withDefaultValue(
            column
                .defaultValue()
                .map(value -> SqliteSpelling.of(value, List.of()))
                .filter(value -> !value.equalsIgnoreCase("null")))
        .withIdentity(
            column
                .identity()
                .map(
                    i ->
                        dev.autogen.schema.Identity.of(
                            dev.autogen.schema.Identity.Mode.BY_DEFAULT)))
        .withGenerated(
            column.generated().map(g -> new Generated(spelled(table, g.expression()), g.stored())))
        .withCollation(column.collation().filter(name -> !name.equalsIgnoreCase("binary")))
        .withComment(Optional.empty());
  }

  private ColumnType type(Table table, Column column) {
    ColumnType type = types.canonical(column.type());
    boolean strict = SqliteStrict.is(table) && !type.equals(ColumnType.UNKNOWN);
    return strict ? SqliteStrict.type(type, Optional.empty()) : type;
  }

  /** One that is part of a key is not numbered: that takes the number of the row. */
  private static boolean isNumbered(Table table, Column column) {
    return table
        .primaryKey()
        .filter(key -> !key.columns().equals(List.of(column.name())))
        .isEmpty();
  }

  private static String spelled(Table table, String expression) {
    return SqliteSpelling.of(expression, table.columns().names());
  }

  private static Constraint constraint(Table table, Constraint constraint) {
    if (constraint instanceof Check check) {
      return new Check(check.name(), spelled(table, check.expression()));
    }
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

  private static Index index(Table table, Index index) {
    return new Index(
        index.name(),
        index.parts().stream()
            .map(part -> part.expression() ? part.withText(spelled(table, part.text())) : part)
            .toList(),
        index.unique(),
        Optional.empty(),
        index.where().map(where -> spelled(table, where)),
        List.of(),
        true);
  }
}
