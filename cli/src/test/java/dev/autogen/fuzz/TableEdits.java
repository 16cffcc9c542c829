package dev.autogen.fuzz;

import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Edits to whole tables. */
final class TableEdits {

  private final Parts parts;
  private final Vocabulary vocabulary;
  private final Made made;

  TableEdits(Parts parts, Vocabulary vocabulary, Made made) {
    this.parts = parts;
    this.vocabulary = vocabulary;
    this.made = made;
  }

  List<Function<Schema, Optional<Edit>>> kinds() {
    return List.of(this::add, this::drop, this::comment);
  }

  private Optional<Edit> add(Schema schema) {
    QualifiedName name = QualifiedName.of(made.name("Added"));
    Models models = new Models(parts, vocabulary);
    Table table = vocabulary.canonical(models.table(name));
    QualifiedName target = parts.pick(schema.tables().toList()).name();
    boolean refers = parts.chance(2);
    Schema with = schema.withTables(schema.tables().plus(table));
    Table whole = refers ? models.withReference(with, name, with.table(target)).table(name) : table;
    return Optional.of(
        Edit.of(
            "add table " + name,
            s -> {
              if (refers) {
                s.table(target);
              }
              return s.withTables(s.tables().plus(whole));
            }));
  }

  /**
   * Takes the foreign keys and columns that refer to the table with it: its rows do not come back,
   * so what refers to them could not.
   */
  private Optional<Edit> drop(Schema schema) {
    Table table = parts.pick(schema.tables().toList());
    if (schema.tables().size() < 2 || made.keeps(table.name().toString())) {
      return Optional.empty();
    }
    for (Table other : schema.tables()) {
      for (ForeignKey key : other.foreignKeys()) {
        if (key.target().equals(table.name())
            && !other.name().equals(table.name())
            && !canLose(other, key)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(
        Edit.of("drop table " + table.name(), s -> without(s, s.table(table.name()))));
  }

  private boolean canLose(Table table, ForeignKey key) {
    return key.columns().stream()
        .allMatch(
            column ->
                !Uses.inExpressions(table, column)
                    && !Uses.inPrimaryKey(table, column)
                    && table.column(column).nullable()
                    && !made.keeps(table.name() + "." + column)
                    && table.foreignKeys().stream()
                        .allMatch(k -> k.equals(key) || !k.columns().contains(column)));
  }

  private static Schema without(Schema schema, Table dropped) {
    Schema left =
        schema.withTables(schema.tables().map(table -> withoutReferences(table, dropped)));
    return left.withTables(left.tables().minus(dropped.name().toString()));
  }

  private static Table withoutReferences(Table from, Table dropped) {
    Table table = from;
    for (ForeignKey key : from.foreignKeys()) {
      if (key.target().equals(dropped.name()) && !from.name().equals(dropped.name())) {
        for (String column : key.columns()) {
          table = without(table, column);
        }
      }
    }
    return table;
  }

  /** A table without a column, and without the keys and indexes that name it. */
  static Table without(Table table, String column) {
    return table
        .withConstraints(
            table.constraints().filter(constraint -> !constraint.columns().contains(column)))
        .withIndexes(table.indexes().filter(index -> !index.columns().contains(column)))
        .withColumns(table.columns().minus(column));
  }

  private Optional<Edit> comment(Schema schema) {
    Table table = parts.pick(schema.tables().toList());
    Optional<String> comment =
        parts.chance(2) ? Optional.empty() : Optional.of(made.name("people's "));
    return vocabulary.has(Feature.COMMENTS)
        ? Optional.of(Edit.ofTable("comment", table.name(), t -> t.withComment(comment)))
        : Optional.empty();
  }
}
