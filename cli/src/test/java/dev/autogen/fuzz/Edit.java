package dev.autogen.fuzz;

import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One change to a model. It can be made to any model that has what it is about; to another it
 * throws {@link dev.autogen.schema.SchemaException}.
 *
 * @param text what it does, for a person
 * @param change makes it
 * @param rename the hint that tells it from a drop and an addition
 * @param fill the hint that gives rows a value
 */
record Edit(
    String text, UnaryOperator<Schema> change, Optional<String> rename, Optional<String> fill) {

  static Edit of(String text, UnaryOperator<Schema> change) {
    return new Edit(text, change, Optional.empty(), Optional.empty());
  }

  static Edit ofTable(String text, QualifiedName table, UnaryOperator<Table> change) {
    return of(text + " of " + table, schema -> schema.editing(table, change));
  }

  static Edit ofColumn(
      String text, QualifiedName table, String column, UnaryOperator<Column> change) {
    return of(
        text + " of " + table + "." + column,
        schema ->
            schema.editing(
                table,
                t -> t.withColumns(t.columns().replacing(column, change.apply(t.column(column))))));
  }

  Edit renaming(String hint) {
    return new Edit(text, change, Optional.of(hint), fill);
  }

  /** The same, but that what comes of it must stand a check as well. */
  Edit checked(UnaryOperator<Schema> check) {
    return new Edit(text, schema -> check.apply(change.apply(schema)), rename, fill);
  }

  Edit filling(String hint) {
    return new Edit(text, change, rename, Optional.of(hint));
  }

  @Override
  public String toString() {
    return text;
  }
}
