package dev.autogen.fuzz;

import dev.autogen.fuzz.Sample.Family;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Edits to columns. */
final class ColumnEdits {

  private final Parts parts;
  private final Vocabulary vocabulary;
  private final Made made;

  ColumnEdits(Parts parts, Vocabulary vocabulary, Made made) {
    this.parts = parts;
    this.vocabulary = vocabulary;
    this.made = made;
  }

  List<Function<Schema, Optional<Edit>>> kinds() {
    return List.of(
        this::add,
        this::add,
        this::drop,
        this::type,
        this::type,
        this::nullability,
        this::defaultValue,
        this::comment,
        this::addGenerated,
        this::expression,
        this::plain);
  }

  private Optional<Edit> add(Schema schema) {
    Table table = table(schema);
    Column column = parts.column(made.name("Added"), vocabulary);
    made.settle(table.name(), column.name());
    Edit edit =
        Edit.ofTable(
            "add " + column.name(),
            table.name(),
            t -> t.withColumns(t.columns().plus(vocabulary.canonical(column))));
    return Optional.of(
        column.needsValue()
            ? edit.filling(hint(table, column.name(), vocabulary.of(column)))
            : edit);
  }

  private static String hint(Table table, String column, Sample sample) {
    return table.name() + "." + column + "=" + sample.third();
  }

  private Table table(Schema schema) {
    return parts.pick(schema.tables().toList());
  }

  private Optional<Column> column(Table table) {
    List<Column> columns =
        Parts.ordinary(table).stream()
            .filter(column -> !Uses.inPrimaryKey(table, column.name()))
            .filter(column -> !Uses.inForeignKey(table, column.name()))
            .toList();
    return columns.isEmpty() ? Optional.empty() : Optional.of(parts.pick(columns));
  }

  /** One that can come back: empty, or with one value for all rows that nothing speaks against. */
  private Optional<Edit> drop(Schema schema) {
    Table table = table(schema);
    return column(table)
        .map(Column::name)
        .filter(name -> !Uses.inComputed(table, name) && !Uses.inIndexes(table, name))
        .filter(name -> !Uses.inChecks(table, name) && !Uses.inUnique(table, name))
        .filter(name -> !made.keeps(table.name() + "." + name))
        .map(name -> Edit.ofTable("drop " + name, table.name(), t -> TableEdits.without(t, name)));
  }

  private Optional<Edit> type(Schema schema) {
    Table table = table(schema);
    Optional<Column> found = column(table);
    if (found.isEmpty() || made.isSettled(table.name(), found.get().name())) {
      return Optional.empty();
    }
    Column column = found.get();
    List<Sample> conversions = vocabulary.conversions(vocabulary.of(column));
    if (conversions.isEmpty()) {
      return Optional.empty();
    }
    Sample to = parts.pick(conversions);
    Family family = vocabulary.of(column).family();
    boolean spokenOf = Uses.inExpressions(table, column.name());
    if (spokenOf && to.family() != family
        || Uses.inUnique(table, column.name()) && !to.isKeyed()
        || Uses.inComputed(table, column.name())) {
      return Optional.empty();
    }
    made.settle(table.name(), column.name());
    Optional<String> value = parts.defaultValue(to);
    return Optional.of(
        Edit.ofColumn(
            "type " + to.type(),
            table.name(),
            column.name(),
            c ->
                vocabulary.canonical(
                    c.withType(new ColumnType(to.type())).withDefaultValue(value))));
  }

  private Optional<Edit> nullability(Schema schema) {
    Table table = table(schema);
    return column(table)
        .filter(column -> !made.isSettled(table.name(), column.name()))
        .map(
            column -> {
              made.settle(table.name(), column.name());
              boolean nullable = !column.nullable();
              Edit edit =
                  Edit.ofColumn(
                      nullable ? "null" : "not null",
                      table.name(),
                      column.name(),
                      c -> c.withNullable(nullable));
              return nullable
                  ? edit
                  : edit.filling(hint(table, column.name(), vocabulary.of(column)));
            });
  }

  private Optional<Edit> defaultValue(Schema schema) {
    Table table = table(schema);
    return column(table)
        .filter(column -> column.identity().isEmpty())
        .map(
            column -> {
              Optional<String> value = parts.defaultValue(vocabulary.of(column));
              return Edit.ofColumn(
                  "default " + value,
                  table.name(),
                  column.name(),
                  c -> vocabulary.canonical(c.withDefaultValue(value)));
            });
  }

  private Optional<Edit> comment(Schema schema) {
    Table table = table(schema);
    Column column = parts.pick(table.columns().toList());
    Optional<String> comment =
        parts.chance(2) ? Optional.empty() : Optional.of(made.name("what's "));
    return vocabulary.has(Feature.COMMENTS)
        ? Optional.of(
            Edit.ofColumn("comment", table.name(), column.name(), c -> c.withComment(comment)))
        : Optional.empty();
  }

  private Optional<Edit> addGenerated(Schema schema) {
    Table table = table(schema);
    List<Column> sources = parts.computable(table, vocabulary);
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    String name = made.name("computed");
    return parts
        .generated(name, parts.pick(sources), vocabulary)
        .map(
            column ->
                Edit.ofTable(
                    "add " + name,
                    table.name(),
                    t -> {
                      sources.forEach(source -> t.column(source.name()));
                      return t.withColumns(t.columns().plus(column));
                    }));
  }

  private Optional<Column> computed(Table table) {
    return table.columns().stream().filter(c -> c.generated().isPresent()).findFirst();
  }

  private Optional<Edit> expression(Schema schema) {
    Table table = table(schema);
    Optional<Column> computed = computed(table);
    List<Column> sources =
        parts.computable(table, vocabulary).stream()
            .filter(source -> computed.filter(c -> c.type().equals(source.type())).isPresent())
            .toList();
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    String text = parts.expression(parts.pick(sources), vocabulary);
    return computed.map(
        column ->
            Edit.ofColumn(
                "expression " + text,
                table.name(),
                column.name(),
                c -> c.withGenerated(c.generated().map(g -> new Generated(text, g.stored())))));
  }

  /** A computed column that becomes an ordinary one. */
  private Optional<Edit> plain(Schema schema) {
    Table table = table(schema);
    return computed(table)
        .map(
            column -> {
              made.settle(table.name(), column.name());
              return Edit.ofColumn(
                  "no expression",
                  table.name(),
                  column.name(),
                  c -> c.withGenerated(Optional.empty()));
            });
  }
}
