package dev.autogen.migration;

import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An enum type being given other labels, or another order of them. */
public final class AlterEnumTypeStep extends EnumTypeFacets<AlterEnumTypeStep> {

  private final KnownSchema known;
  private final Slot<EnumType> from;
  private final Slot<Optional<EnumType>> to;
  private final Slot<List<AlterEnumType.Use>> uses;
  private final Slot<Boolean> atOnce;

  AlterEnumTypeStep(Scope scope, KnownSchema known, QualifiedName type) {
    this(new Slot<>(scope, known.enumType(type)), known);
  }

  private AlterEnumTypeStep(Slot<EnumType> from, KnownSchema known) {
    super(from);
    Scope scope = from.scope();
    this.known = known;
    this.from = from;
    this.to = new Slot<>(scope, Optional.empty());
    this.uses = new Slot<>(scope, List.of());
    this.atOnce = new Slot<>(scope, false);
  }

  @Override
  AlterEnumTypeStep self() {
    return this;
  }

  AlterEnumType change() {
    EnumType becomes =
        to.get().orElseThrow(() -> to.scope().lacks("what it becomes", ".to(\"LABEL\", ...)"));
    return new AlterEnumType(
        from.get(), becomes.withCasts(from.get().casts()), uses.get(), atOnce.get());
  }

  /** The labels it had; without this call, those that the migrations before this one gave it. */
  public AlterEnumTypeStep from(String... labels) {
    from.edit(type -> type.withLabels(List.of(labels)));
    return this;
  }

  /** The labels it is to have, in order. */
  public AlterEnumTypeStep to(String... labels) {
    to.edit(none -> Optional.of(from.get().withLabels(List.of(labels))));
    return this;
  }

  /**
   * Steps that follow use a new label. PostgreSQL gives out a label that is added to a type in the
   * next transaction only, so the type is then made anew.
   */
  public AlterEnumTypeStep usedAtOnce() {
    atOnce.edit(before -> true);
    return this;
  }

  /** A column of the type, as the migrations up to here have made it. */
  public AlterEnumTypeStep usedBy(String table, String column) {
    QualifiedName name = Names.parse(table);
    return uses(new AlterEnumType.Use(name, known.column(name, column)));
  }

  /** A column of the type, of which nothing else is to be said. */
  public AlterEnumTypeStep usedBy(String table, String column, ColumnType type) {
    return usedBy(table, column, type, definition -> {});
  }

  /** A column of the type, as it stands. */
  public AlterEnumTypeStep usedBy(
      String table, String column, ColumnType type, Consumer<ColumnDefinition> definition) {
    Slot<Column> slot = new Slot<>(uses.scope(), Column.of(column, type));
    definition.accept(new ColumnDefinition(slot));
    return uses(new AlterEnumType.Use(Names.parse(table), slot.get()));
  }

  private AlterEnumTypeStep uses(AlterEnumType.Use use) {
    uses.edit(
        before -> {
          List<AlterEnumType.Use> more = new ArrayList<>(before);
          more.add(use);
          return more;
        });
    return this;
  }
}
