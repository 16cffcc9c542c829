package dev.autogen.dialect.h2;

import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.IndexPart.Nulls;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;

/** What H2 does not tell apart, in one spelling. */
record H2Canonical(H2Types types) {

  /** How many values H2 takes at once unless told otherwise. */
  static final long CACHE = 32;

  Schema schema(Schema schema) {
    return schema
        .withTables(schema.tables().map(this::table))
        .withSequences(schema.sequences().map(H2Canonical::sequence));
  }

  private Table table(Table table) {
    return table
        .withColumns(table.columns().map(this::column))
        .withConstraints(table.constraints().map(H2Canonical::constraint))
        .withIndexes(table.indexes().map(H2Canonical::index));
  }

  private Column column(Column column) {
    return column
        .withType(types.canonical(column.type()))
        .withDefaultValue(
            column.defaultValue().filter(value -> !value.strip().equalsIgnoreCase("null")))
        .withGenerated(column.generated().map(g -> new Generated(g.expression(), false)))
        .withComment(column.comment().filter(text -> !text.isEmpty()));
  }

  /** RESTRICT and NO ACTION are one thing to H2; its catalog calls both RESTRICT or NO ACTION. */
  private static Constraint constraint(Constraint constraint) {
    return constraint instanceof ForeignKey key
        ? key.withActions(action(key.onDelete()), action(key.onUpdate()))
        : constraint;
  }

  private static Action action(Action action) {
    return action == Action.RESTRICT ? Action.NO_ACTION : action;
  }

  /** Without a word about them, H2 puts rows without a value first, ascending. */
  private static Index index(Index index) {
    return index.withParts(index.parts().stream().map(H2Canonical::part).toList());
  }

  private static IndexPart part(IndexPart part) {
    Nulls usual = part.descending() ? Nulls.LAST : Nulls.FIRST;
    return part.nulls() == usual ? part.withNulls(Nulls.DEFAULT) : part;
  }

  private static Sequence sequence(Sequence sequence) {
    boolean up = sequence.increment() > 0;
    long least = up ? Math.min(1, sequence.start()) : Long.MIN_VALUE;
    long most = up ? Long.MAX_VALUE : Math.max(-1, sequence.start());
    return sequence
        .withLimits(
            sequence.minimum().filter(value -> value != least),
            sequence.maximum().filter(value -> value != most))
        .withCache(sequence.cache() == CACHE ? 1 : sequence.cache(), sequence.cycle());
  }
}
