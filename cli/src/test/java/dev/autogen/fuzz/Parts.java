package dev.autogen.fuzz;

import dev.autogen.fuzz.Sample.Family;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Columns, keys, conditions and indexes, made up from one source of chance. */
final class Parts {

  private final Random random;

  Parts(Random random) {
    this.random = random;
  }

  /** True once in {@code n} times. */
  boolean chance(int n) {
    return random.nextInt(n) == 0;
  }

  /** From 0 on, less than {@code bound}. */
  int number(int bound) {
    return random.nextInt(bound);
  }

  <T> T pick(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  <T> List<T> shuffled(List<T> things) {
    List<T> shuffled = new ArrayList<>(things);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  Optional<String> comment(Vocabulary vocabulary) {
    return vocabulary.has(Feature.COMMENTS) && chance(5)
        ? Optional.of("it's \"" + number(9) + "\"")
        : Optional.empty();
  }

  Optional<Identity> identity(Vocabulary vocabulary) {
    if (chance(2)) {
      return Optional.empty();
    }
    boolean always = vocabulary.has(Feature.IDENTITY_ALWAYS) && chance(3);
    return Optional.of(Identity.of(always ? Identity.Mode.ALWAYS : Identity.Mode.BY_DEFAULT));
  }

  Column column(String name, Vocabulary vocabulary) {
    Sample sample = pick(vocabulary.samples());
    return Column.of(name, new ColumnType(sample.type()))
        .withNullable(chance(2))
        .withDefaultValue(defaultValue(sample))
        .withComment(comment(vocabulary));
  }

  Optional<String> defaultValue(Sample sample) {
    if (sample.family() == Family.LARGE || !chance(3)) {
      return Optional.empty();
    }
    return Optional.of(chance(2) ? sample.computed().orElse(sample.third()) : sample.third());
  }

  /** What a computed column may be computed from. */
  List<Column> computable(Table table, Vocabulary vocabulary) {
    return ordinary(table).stream()
        .filter(column -> column.identity().isEmpty())
        .filter(
            column ->
                vocabulary.has(Feature.COMPUTED_FROM_CASCADES)
                    || !isOfCascade(table, column.name()))
        .filter(
            column ->
                vocabulary.of(column).family() == Family.WHOLE
                    || vocabulary.of(column).type().equals("varchar(60)"))
        .toList();
  }

  private static boolean isOfCascade(Table table, String column) {
    return table
        .constraints(ForeignKey.class)
        .filter(key -> key.onDelete() != Action.NO_ACTION || key.onUpdate() != Action.NO_ACTION)
        .anyMatch(key -> key.columns().contains(column));
  }

  /** Those that are not computed themselves. */
  static List<Column> ordinary(Table table) {
    return table.columns().stream().filter(column -> column.generated().isEmpty()).toList();
  }

  /** A column that is computed from another, or nothing where there is no such thing. */
  Optional<Column> generated(String name, Column source, Vocabulary vocabulary) {
    List<Boolean> kinds = new ArrayList<>();
    if (vocabulary.has(Feature.STORED_COLUMNS)) {
      kinds.add(true);
    }
    if (vocabulary.has(Feature.VIRTUAL_COLUMNS)) {
      kinds.add(false);
    }
    if (kinds.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Column.of(name, source.type())
            .withGenerated(
                Optional.of(new Generated(expression(source, vocabulary), pick(kinds)))));
  }

  /** Something computed from a column, of its type. */
  String expression(Column source, Vocabulary vocabulary) {
    String sql = vocabulary.sql(source);
    return vocabulary.of(source).family() == Family.WHOLE
        ? sql + (chance(2) ? " + " : " * ") + (number(3) + 1)
        : pick(List.of("upper(", "lower(")) + sql + ")";
  }

  /** A condition that all rows fulfil. */
  Optional<Check> check(String name, Table table, Vocabulary vocabulary) {
    List<String> conditions = new ArrayList<>();
    for (Column column : ordinary(table)) {
      String sql = vocabulary.sql(column);
      Family family = vocabulary.of(column).family();
      if (column.identity().isPresent()) {
        continue;
      }
      if (family == Family.WHOLE || family == Family.DECIMAL) {
        conditions.add(sql + " >= " + number(2));
        conditions.add(sql + " between 0 and " + (100 + number(3)));
        conditions.add(sql + " in (1, 1.25, 2, 2.5, 3)");
      }
      if (family == Family.TEXT) {
        conditions.add(sql + " <> 'x" + number(3) + "'");
        conditions.add("length(" + sql + ") < " + (10 + number(3)));
      }
      conditions.add(sql + " is not null or " + sql + " is null");
    }
    if (conditions.isEmpty()) {
      return Optional.empty();
    }
    String condition = pick(conditions);
    return Optional.of(
        new Check(name, chance(4) ? "(" + condition + ") and " + pick(conditions) : condition));
  }

  Optional<UniqueKey> unique(String name, Table table, Vocabulary vocabulary) {
    List<String> columns = keyed(table, vocabulary);
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    Deferrability when =
        vocabulary.has(Feature.DEFERRABLE_KEYS) && chance(4)
            ? pick(List.of(Deferrability.values()))
            : Deferrability.NOT_DEFERRABLE;
    return Optional.of(new UniqueKey(name, columns, true, when));
  }

  Optional<Index> index(String name, Table table, Vocabulary vocabulary) {
    List<String> columns = keyed(table, vocabulary);
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    List<IndexPart> keys = new ArrayList<>();
    for (String column : columns) {
      boolean descending = vocabulary.has(Feature.DESCENDING_INDEXES) && chance(3);
      keys.add(IndexPart.column(column).withDescending(descending));
    }
    List<Column> sources = computable(table, vocabulary);
    if (vocabulary.has(Feature.EXPRESSION_INDEXES) && !sources.isEmpty() && chance(4)) {
      keys.add(IndexPart.expression(expression(pick(sources), vocabulary)));
    }
    boolean partial = vocabulary.has(Feature.PARTIAL_INDEXES) && chance(4);
    return Optional.of(
        Index.of(name)
            .withParts(keys)
            .withUnique(chance(4))
            .withWhere(
                partial ? check("", table, vocabulary).map(Check::expression) : Optional.empty()));
  }

  /** One or two columns that hold other values in each row. */
  private List<String> keyed(Table table, Vocabulary vocabulary) {
    List<String> columns =
        shuffled(
            ordinary(table).stream()
                .filter(column -> vocabulary.of(column).isKeyed())
                .map(Column::name)
                .toList());
    return columns.subList(0, Math.min(columns.size(), number(2) + 1));
  }

  ForeignKey foreignKey(
      String name,
      List<String> columns,
      QualifiedName target,
      List<String> targetColumns,
      Vocabulary vocabulary) {
    ForeignKey key = ForeignKey.of(name, columns, target, targetColumns);
    return chance(2) ? key.withActions(action(), Action.NO_ACTION) : key;
  }

  Action action() {
    return pick(List.of(Action.NO_ACTION, Action.CASCADE, Action.SET_NULL));
  }
}
