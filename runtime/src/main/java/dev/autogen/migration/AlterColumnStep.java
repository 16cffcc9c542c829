package dev.autogen.migration;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Identity.Mode;
import dev.autogen.schema.QualifiedName;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * A column being redefined. Each call says both sides of one property: what it was and what it
 * becomes. {@code drop...} says what it was, {@code add...} what it becomes; both together change
 * one into the other. What no call mentions stays as it is.
 */
public final class AlterColumnStep {

  private final QualifiedName table;
  private final Scope scope;
  private final Slot<Column> from;
  private final Slot<Column> to;
  private final Slot<Optional<String>> fill;
  private final Set<Facet> mentioned = EnumSet.noneOf(Facet.class);
  private boolean existing;

  AlterColumnStep(Scope scope, QualifiedName table, Column known) {
    this.table = table;
    this.scope = scope;
    this.from = new Slot<>(scope, known);
    this.to = new Slot<>(scope, known);
    this.fill = new Slot<>(scope, Optional.empty());
  }

  AlterColumn change() {
    if (mentioned.isEmpty() && !existing) {
      throw scope.lacks("what changes", ".type(from, to), .notNull() or another property");
    }
    return new AlterColumn(table, from.get(), to.get(), fill.get());
  }

  /** What the column was before, if nothing but a type: see the other {@code existing}. */
  public AlterColumnStep existing(ColumnType type) {
    return existing(type, column -> {});
  }

  /**
   * What the column was before, where the migrations before this one do not tell. Comes first: the
   * calls that follow change it.
   */
  public AlterColumnStep existing(ColumnType type, Consumer<ColumnDefinition> definition) {
    if (!mentioned.isEmpty()) {
      throw new IllegalStateException(
          scope.call() + " says .existing(...) too late: make it the first of the chain.");
    }
    Slot<Column> slot = new Slot<>(scope, Column.of(from.get().name(), type));
    definition.accept(new ColumnDefinition(slot));
    from.edit(unknown -> slot.get());
    to.edit(unknown -> slot.get());
    existing = true;
    return this;
  }

  /** Another type. */
  public AlterColumnStep type(ColumnType was, ColumnType becomes) {
    return change(Facet.TYPE, Column::withType, was, becomes);
  }

  /** Each row must have a value from now on. */
  public AlterColumnStep notNull() {
    return change(Facet.NULLABILITY, Column::withNullable, true, false);
  }

  /** Rows may be without a value from now on. */
  public AlterColumnStep nullable() {
    return change(Facet.NULLABILITY, Column::withNullable, false, true);
  }

  /** Another text as default. */
  public AlterColumnStep defaultValue(String was, String becomes) {
    return dropDefaultValue(was).addDefaultValue(becomes);
  }

  /** Another number as default. */
  public AlterColumnStep defaultValue(long was, long becomes) {
    return dropDefaultValue(was).addDefaultValue(becomes);
  }

  /** Another truth value as default. */
  public AlterColumnStep defaultValue(boolean was, boolean becomes) {
    return dropDefaultValue(was).addDefaultValue(becomes);
  }

  /** Another SQL expression as default. */
  public AlterColumnStep defaultExpression(String was, String becomes) {
    return dropDefaultExpression(was).addDefaultExpression(becomes);
  }

  /** This text as default. */
  public AlterColumnStep addDefaultValue(String becomes) {
    return addDefaultExpression(Literals.sql(becomes));
  }

  /** This number as default. */
  public AlterColumnStep addDefaultValue(long becomes) {
    return addDefaultExpression(Literals.sql(becomes));
  }

  /** This truth value as default. */
  public AlterColumnStep addDefaultValue(boolean becomes) {
    return addDefaultExpression(Literals.sql(becomes));
  }

  /** This SQL expression as default. */
  public AlterColumnStep addDefaultExpression(String becomes) {
    return add(Facet.DEFAULT, Column::withDefaultValue, becomes);
  }

  /** No longer this text as default. */
  public AlterColumnStep dropDefaultValue(String was) {
    return dropDefaultExpression(Literals.sql(was));
  }

  /** No longer this number as default. */
  public AlterColumnStep dropDefaultValue(long was) {
    return dropDefaultExpression(Literals.sql(was));
  }

  /** No longer this truth value as default. */
  public AlterColumnStep dropDefaultValue(boolean was) {
    return dropDefaultExpression(Literals.sql(was));
  }

  /** No longer this SQL expression as default. */
  public AlterColumnStep dropDefaultExpression(String was) {
    return drop(Facet.DEFAULT, Column::withDefaultValue, was);
  }

  /** Numbered from now on, from 1 by 1, unless an insert gives the number. */
  public AlterColumnStep addIdentity() {
    return addIdentity(1, 1);
  }

  /** Numbered from now on, unless an insert gives the number. */
  public AlterColumnStep addIdentity(long start, long increment) {
    return add(Mode.BY_DEFAULT, start, increment);
  }

  /** Numbered by the database alone from now on, from 1 by 1. */
  public AlterColumnStep addIdentityAlways() {
    return addIdentityAlways(1, 1);
  }

  /** Numbered by the database alone from now on. */
  public AlterColumnStep addIdentityAlways(long start, long increment) {
    return add(Mode.ALWAYS, start, increment);
  }

  /** Numbered by a sequence of its own from now on, from 1 by 1. */
  public AlterColumnStep addSerial() {
    return addSerial(1, 1);
  }

  /** Numbered by a sequence of its own from now on. */
  public AlterColumnStep addSerial(long start, long increment) {
    return add(Mode.SERIAL, start, increment);
  }

  /** No longer numbered, as it was from 1 by 1. */
  public AlterColumnStep dropIdentity() {
    return dropIdentity(1, 1);
  }

  /** No longer numbered. */
  public AlterColumnStep dropIdentity(long start, long increment) {
    return drop(Mode.BY_DEFAULT, start, increment);
  }

  /** No longer numbered by the database alone, as it was from 1 by 1. */
  public AlterColumnStep dropIdentityAlways() {
    return dropIdentityAlways(1, 1);
  }

  /** No longer numbered by the database alone. */
  public AlterColumnStep dropIdentityAlways(long start, long increment) {
    return drop(Mode.ALWAYS, start, increment);
  }

  /** No longer numbered by a sequence of its own, as it was from 1 by 1. */
  public AlterColumnStep dropSerial() {
    return dropSerial(1, 1);
  }

  /** No longer numbered by a sequence of its own. */
  public AlterColumnStep dropSerial(long start, long increment) {
    return drop(Mode.SERIAL, start, increment);
  }

  /** Computed by this SQL expression when a row is written. */
  public AlterColumnStep addGeneratedStored(String sql) {
    return add(Facet.GENERATED, Column::withGenerated, new Generated(sql, true));
  }

  /** Computed by this SQL expression when a row is read. */
  public AlterColumnStep addGeneratedVirtual(String sql) {
    return add(Facet.GENERATED, Column::withGenerated, new Generated(sql, false));
  }

  /** No longer computed when a row is written. */
  public AlterColumnStep dropGeneratedStored(String sql) {
    return drop(Facet.GENERATED, Column::withGenerated, new Generated(sql, true));
  }

  /** No longer computed when a row is read. */
  public AlterColumnStep dropGeneratedVirtual(String sql) {
    return drop(Facet.GENERATED, Column::withGenerated, new Generated(sql, false));
  }

  /** Another collation. */
  public AlterColumnStep collation(String was, String becomes) {
    return dropCollation(was).addCollation(becomes);
  }

  /** This collation instead of the database's own. */
  public AlterColumnStep addCollation(String becomes) {
    return add(Facet.COLLATION, Column::withCollation, becomes);
  }

  /** The database's own collation instead of this one. */
  public AlterColumnStep dropCollation(String was) {
    return drop(Facet.COLLATION, Column::withCollation, was);
  }

  /** Another comment. */
  public AlterColumnStep comment(String was, String becomes) {
    return dropComment(was).addComment(becomes);
  }

  /** This comment. */
  public AlterColumnStep addComment(String becomes) {
    return add(Facet.COMMENT, Column::withComment, becomes);
  }

  /** No longer this comment. */
  public AlterColumnStep dropComment(String was) {
    return drop(Facet.COMMENT, Column::withComment, was);
  }

  /** Rows without a value get that of this SQL expression before a value is required. */
  public AlterColumnStep filledWith(String sql) {
    fill.edit(none -> Optional.of(sql));
    return this;
  }

  private AlterColumnStep add(Mode mode, long start, long increment) {
    return add(Facet.IDENTITY, Column::withIdentity, new Identity(mode, start, increment));
  }

  private AlterColumnStep drop(Mode mode, long start, long increment) {
    return drop(Facet.IDENTITY, Column::withIdentity, new Identity(mode, start, increment));
  }

  private <T> AlterColumnStep add(
      Facet facet, BiFunction<Column, Optional<T>, Column> with, T becomes) {
    mention(facet, with);
    to.edit(column -> with.apply(column, Optional.of(becomes)));
    return this;
  }

  private <T> AlterColumnStep drop(
      Facet facet, BiFunction<Column, Optional<T>, Column> with, T was) {
    mention(facet, with);
    from.edit(column -> with.apply(column, Optional.of(was)));
    return this;
  }

  /** What only one of {@code add} and {@code drop} mentions is absent on the other side. */
  private <T> void mention(Facet facet, BiFunction<Column, Optional<T>, Column> with) {
    if (mentioned.add(facet)) {
      from.edit(column -> with.apply(column, Optional.empty()));
      to.edit(column -> with.apply(column, Optional.empty()));
    }
  }

  private <T> AlterColumnStep change(
      Facet facet, BiFunction<Column, T, Column> with, T was, T becomes) {
    mentioned.add(facet);
    from.edit(column -> with.apply(column, was));
    to.edit(column -> with.apply(column, becomes));
    return this;
  }
}
