package dev.autogen.migration;

import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Rows put into a table. */
public final class InsertStep {

  private final Scope scope;
  private final QualifiedName table;
  private final List<String> columns;
  private final List<List<Object>> rows = new ArrayList<>();

  InsertStep(Scope scope, QualifiedName table, List<String> columns) {
    this.scope = scope;
    this.table = table;
    this.columns = columns;
  }

  Step.Insert step() {
    if (rows.isEmpty()) {
      throw scope.lacks("which rows", ".row(...)");
    }
    return new Step.Insert(table, columns, rows);
  }

  /**
   * A row, with a value for each of the columns, in their order: text, a number, a boolean, bytes,
   * a UUID, an enum constant, a date or time without a zone, or null.
   */
  public InsertStep row(Object... values) {
    scope.requireOpen();
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          "%s names %s columns, and a row has %s values."
              .formatted(scope.call(), columns.size(), values.length));
    }
    for (Object value : values) {
      Literals.requireWritable(value);
    }
    rows.add(Collections.unmodifiableList(Arrays.asList(values.clone())));
    return this;
  }
}
