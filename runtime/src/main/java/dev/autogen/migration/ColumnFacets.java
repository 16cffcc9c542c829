package dev.autogen.migration;

import dev.autogen.schema.Column;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Identity.Mode;
import java.util.Optional;

/**
 * What can be said about a column besides its name and type. A column about which nothing is said
 * may be null, and has no default, no identity, no comment.
 *
 * @param <S> what each of these calls returns: the same thing, to be described further
 */
public abstract class ColumnFacets<S extends ColumnFacets<S>> {

  private final Slot<Column> column;

  ColumnFacets(Slot<Column> column) {
    this.column = column;
  }

  abstract S self();

  final Slot<Column> column() {
    return column;
  }

  /** Each row has a value. */
  public S notNull() {
    column.edit(c -> c.withNullable(false));
    return self();
  }

  /** The default is this text. */
  public S defaultValue(String value) {
    return defaultExpression(Literals.sql(value));
  }

  /** The default is this number. */
  public S defaultValue(long value) {
    return defaultExpression(Literals.sql(value));
  }

  /** The default is this truth value. */
  public S defaultValue(boolean value) {
    return defaultExpression(Literals.sql(value));
  }

  /** The default is what this SQL expression gives: {@code now()}. */
  public S defaultExpression(String sql) {
    column.edit(c -> c.withDefaultValue(Optional.of(sql)));
    return self();
  }

  /** The database numbers rows, from 1 by 1, unless an insert gives the number. */
  public S identity() {
    return identity(1, 1);
  }

  /** The database numbers rows unless an insert gives the number. */
  public S identity(long start, long increment) {
    return numbered(Mode.BY_DEFAULT, start, increment);
  }

  /** Only the database numbers rows, from 1 by 1. */
  public S identityAlways() {
    return identityAlways(1, 1);
  }

  /** Only the database numbers rows. */
  public S identityAlways(long start, long increment) {
    return numbered(Mode.ALWAYS, start, increment);
  }

  /** A sequence of the column's own numbers rows, from 1 by 1: PostgreSQL's {@code serial}. */
  public S serial() {
    return serial(1, 1);
  }

  /** A sequence of the column's own numbers rows: PostgreSQL's {@code serial}. */
  public S serial(long start, long increment) {
    return numbered(Mode.SERIAL, start, increment);
  }

  /** The value is computed by this SQL expression when the row is written, and kept. */
  public S generatedStored(String sql) {
    column.edit(c -> c.withGenerated(Optional.of(new Generated(sql, true))));
    return self();
  }

  /** The value is computed by this SQL expression when the row is read. */
  public S generatedVirtual(String sql) {
    column.edit(c -> c.withGenerated(Optional.of(new Generated(sql, false))));
    return self();
  }

  /** Values compare by this collation rather than the database's own. */
  public S collation(String name) {
    column.edit(c -> c.withCollation(Optional.of(name)));
    return self();
  }

  /** The column's comment. */
  public S comment(String text) {
    column.edit(c -> c.withComment(Optional.of(text)));
    return self();
  }

  private S numbered(Mode mode, long start, long increment) {
    column.edit(c -> c.withIdentity(Optional.of(new Identity(mode, start, increment))));
    return self();
  }
}
