package dev.autogen.migration;

import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SchemaException;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A table being described, part by part, in the order in which it is to have them. */
public final class TableDefinition implements TableParts {

  private final Scope scope;
  private final QualifiedName name;
  private final List<Slot<Column>> columns = new ArrayList<>();
  private final List<Supplier<? extends Constraint>> constraints = new ArrayList<>();
  private final List<Slot<Index>> indexes = new ArrayList<>();
  private Optional<String> comment = Optional.empty();
  private String options = "";

  TableDefinition(Scope scope, QualifiedName name) {
    this.scope = scope;
    this.name = name;
  }

  @Override
  public TableDefinition table() {
    return this;
  }

  /** The table's comment. */
  public TableDefinition comment(String text) {
    scope.requireOpen();
    comment = Optional.of(text);
    return this;
  }

  /** What the engine is told of the table besides, in its own words: {@code strict}. */
  public TableDefinition options(String text) {
    scope.requireOpen();
    options = text;
    return this;
  }

  Table build() {
    try {
      return Table.of(
              name,
              columns.stream().map(Slot::get).toList(),
              constraints.stream().map(Supplier::get).toList(),
              indexes.stream().map(Slot::get).toList())
          .withComment(comment)
          .withOptions(options);
    } catch (SchemaException twice) {
      throw new SchemaException(scope.call() + " cannot be: " + twice.getMessage());
    }
  }

  TableColumn addColumn(String column, ColumnType type) {
    return new TableColumn(this, added(columns, Column.of(column, type)));
  }

  TableDefinition addPrimaryKey(String key, String... keyColumns) {
    return add(new PrimaryKey(key, List.of(keyColumns)));
  }

  TableUnique addUnique(String key, String... keyColumns) {
    Slot<UniqueKey> slot = new Slot<>(scope, UniqueKey.of(key, List.of(keyColumns)));
    constraints.add(slot::get);
    return new TableUnique(this, slot);
  }

  TableDefinition addCheck(String check, String condition) {
    return add(new Check(check, condition));
  }

  TableForeignKey addForeignKey(String key, String... keyColumns) {
    Slot<ForeignKey> slot = new Slot<>(scope, ForeignKeyFacets.open(key, List.of(keyColumns)));
    constraints.add(() -> ForeignKeyFacets.complete(slot));
    return new TableForeignKey(this, slot);
  }

  TableIndex addIndex(String index, String... keyColumns) {
    return new TableIndex(this, added(indexes, Index.of(index, keyColumns)));
  }

  private TableDefinition add(Constraint constraint) {
    scope.requireOpen();
    constraints.add(() -> constraint);
    return this;
  }

  private <T> Slot<T> added(List<Slot<T>> slots, T value) {
    scope.requireOpen();
    Slot<T> slot = new Slot<>(scope, value);
    slots.add(slot);
    return slot;
  }
}
