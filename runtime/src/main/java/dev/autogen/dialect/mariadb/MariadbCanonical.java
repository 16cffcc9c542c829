package dev.autogen.dialect.mariadb;

import dev.autogen.dialect.mysql.MysqlCanonical;
import dev.autogen.dialect.mysql.MysqlCollations;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;

/** What MariaDB does not tell apart, in one spelling: as MySQL does, and sequences. */
record MariadbCanonical(MariadbTypes types, MysqlCollations collations) {

  Schema schema(Schema schema) {
    Schema plain = new MysqlCanonical(types::canonical, collations).schema(schema);
    return plain
        .withTables(
            plain.tables().map(t -> t.withConstraints(t.constraints().map(MariadbCanonical::key))))
        .withSequences(schema.sequences().map(MariadbCanonical::sequence));
  }

  /** The catalog has RESTRICT for what a foreign key does not say. */
  private static Constraint key(Constraint constraint) {
    return constraint instanceof ForeignKey key
        ? key.withActions(action(key.onDelete()), action(key.onUpdate()))
        : constraint;
  }

  private static Action action(Action action) {
    return action == Action.RESTRICT ? Action.NO_ACTION : action;
  }

  /** A sequence that takes one value at once is one that takes none ahead: {@code nocache}. */
  private static Sequence sequence(Sequence sequence) {
    boolean up = sequence.increment() >= 0;
    long least = up ? 1 : Long.MIN_VALUE + 1;
    long most = up ? Long.MAX_VALUE - 1 : -1;
    return sequence
        .withLimits(
            sequence.minimum().filter(value -> value != least),
            sequence.maximum().filter(value -> value != most))
        .withCache(Math.max(1, sequence.cache()), sequence.cycle());
  }
}
