package dev.autogen.testing;

import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Made-up schemas that a database would accept, each from a seed. */
public final class RandomSchemas {

  private static final List<String> TYPES =
      List.of(
          "integer",
          "bigint",
          "varchar(20)",
          "varchar(255)",
          "numeric(10,2)",
          "boolean",
          "timestamp(6)",
          "uuid");
  private static final ForeignKey.Action[] ACTIONS = ForeignKey.Action.values();

  private final Random random;

  private RandomSchemas(long seed) {
    this.random = new Random(seed);
  }

  public static Schema schema(long seed) {
    return new RandomSchemas(seed).schema();
  }

  private Schema schema() {
    Set<String> namespaces = chance(2) ? Set.of("crm") : Set.of();
    List<EnumType> types = new ArrayList<>();
    if (chance(2)) {
      types.add(new EnumType(QualifiedName.of("status"), labels()));
    }
    List<QualifiedName> names = new ArrayList<>();
    for (String name : List.of("customer", "orders", "item", "address", "invoice")) {
      if (chance(2)) {
        names.add(new QualifiedName(!namespaces.isEmpty() && chance(4) ? "crm" : "", name));
      }
    }
    List<Table> tables = new ArrayList<>();
    names.forEach(name -> tables.add(table(name, names, types)));
    List<Sequence> sequences = new ArrayList<>();
    for (String name : List.of("orders_seq", "item_seq")) {
      if (chance(2)) {
        sequences.add(
            Sequence.of(QualifiedName.of(name), 1 + random.nextInt(3), 1 + random.nextInt(50)));
      }
    }
    return Schema.of(namespaces, tables, sequences, types);
  }

  private List<String> labels() {
    List<String> labels = new ArrayList<>(List.of("NEW"));
    for (String label : List.of("PAID", "SENT", "LOST")) {
      if (chance(2)) {
        labels.add(random.nextInt(labels.size() + 1), label);
      }
    }
    return labels;
  }

  private Table table(QualifiedName name, List<QualifiedName> names, List<EnumType> types) {
    List<Column> columns = new ArrayList<>();
    columns.add(
        Column.of("id", new ColumnType(chance(4) ? "integer" : "bigint"))
            .withNullable(false)
            .withIdentity(
                chance(2) ? Optional.of(Identity.of(Identity.Mode.BY_DEFAULT)) : Optional.empty()));
    for (String column : List.of("a", "b", "c", "d")) {
      if (chance(2)) {
        columns.add(column(column, types));
      }
    }
    List<Constraint> constraints = new ArrayList<>();
    constraints.add(new PrimaryKey(name.name() + "_pkey", List.of("id")));
    List<Index> indexes = new ArrayList<>();
    for (Column column : columns) {
      if (chance(4)) {
        constraints.add(
            new UniqueKey(
                "uk_" + name.name() + "_" + column.name(),
                List.of(column.name()),
                chance(2),
                Deferrability.NOT_DEFERRABLE));
      }
      if (chance(4)) {
        indexes.add(index("ix_" + name.name() + "_" + column.name(), column.name()));
      }
    }
    if (chance(3)) {
      constraints.add(new Check("ck_" + name.name(), "id > " + random.nextInt(3)));
    }
    if (chance(2)) {
      constraints.add(foreignKey(name, names));
    }
    Table table = Table.of(name, columns, constraints, indexes);
    return table.withComment(text());
  }

  private Column column(String name, List<EnumType> types) {
    boolean ofEnum = !types.isEmpty() && chance(5);
    Column column =
        Column.of(name, new ColumnType(ofEnum ? "status" : pick(TYPES)))
            .withNullable(chance(2))
            .withComment(text());
    if (chance(6)) {
      return column.withGenerated(Optional.of(new Generated("id + " + random.nextInt(2), true)));
    }
    return column.withDefaultValue(chance(3) ? Optional.of("null") : Optional.empty());
  }

  private Index index(String name, String column) {
    IndexPart part =
        chance(4)
            ? IndexPart.expression("lower(" + column + ")")
            : IndexPart.column(column).withDescending(chance(2));
    return Index.of(name)
        .withParts(List.of(part))
        .withUnique(chance(3))
        .withWhere(chance(4) ? Optional.of("id > 0") : Optional.empty());
  }

  private ForeignKey foreignKey(QualifiedName owner, List<QualifiedName> names) {
    return ForeignKey.of("fk_" + owner.name(), List.of("id"), pick(names), List.of("id"))
        .withActions(ACTIONS[random.nextInt(ACTIONS.length)], ACTIONS[random.nextInt(2)]);
  }

  private Optional<String> text() {
    return chance(4) ? Optional.of("it's " + random.nextInt(2)) : Optional.empty();
  }

  private <T> T pick(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  /** True once in {@code n} times. */
  private boolean chance(int n) {
    return random.nextInt(n) == 0;
  }
}
