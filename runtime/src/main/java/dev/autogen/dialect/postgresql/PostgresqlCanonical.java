package dev.autogen.dialect.postgresql;

import dev.autogen.schema.Column;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.IndexPart.Nulls;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.regex.Pattern;

/** What PostgreSQL does not tell apart, in one spelling. */
record PostgresqlCanonical(PostgresqlTypes types) {

  private static final String USUAL_METHOD = "btree";

  /** No default, which PostgreSQL keeps all the same where a type has a length: with its cast. */
  private static final Pattern NOTHING =
      Pattern.compile("(?i)null(?:::(?:\"(?:[^\"]|\"\")+\"|[\\w .,()\\[\\]])+)?");

  Schema schema(Schema schema) {
    return schema
        .withTables(schema.tables().map(this::table))
        .withSequences(schema.sequences().map(PostgresqlCanonical::sequence));
  }

  private Table table(Table table) {
    return table
        .withColumns(table.columns().map(this::column))
        .withIndexes(table.indexes().map(PostgresqlCanonical::index));
  }

  private Column column(Column column) {
    return column
        .withType(types.canonical(column.type()))
        .withDefaultValue(
            column.defaultValue().filter(value -> !NOTHING.matcher(value.strip()).matches()))
        .withComment(column.comment().filter(text -> !text.isEmpty()));
  }

  private static Index index(Index index) {
    return new Index(
        index.name(),
        index.parts().stream().map(PostgresqlCanonical::part).toList(),
        index.unique(),
        index.method().filter(method -> !method.equalsIgnoreCase(USUAL_METHOD)),
        index.where(),
        index.include(),
        index.nullsDistinct() || !index.unique());
  }

  /** Without a word about them, PostgreSQL puts rows without a value last, ascending. */
  private static IndexPart part(IndexPart part) {
    Nulls usual = part.descending() ? Nulls.FIRST : Nulls.LAST;
    return part.nulls() == usual ? part.withNulls(Nulls.DEFAULT) : part;
  }

  private static Sequence sequence(Sequence sequence) {
    boolean up = sequence.increment() > 0;
    long least = up ? 1 : Long.MIN_VALUE;
    long most = up ? Long.MAX_VALUE : -1;
    return sequence.withLimits(
        sequence.minimum().filter(value -> value != least),
        sequence.maximum().filter(value -> value != most));
  }
}
