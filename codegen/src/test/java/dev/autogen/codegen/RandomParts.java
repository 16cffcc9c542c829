package dev.autogen.codegen;

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
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;

/** Parts of a schema with every property that a part can have, and names that nobody would like. */
final class RandomParts {

  static final List<String> HOSTILE =
      List.of(
          "",
          " ",
          "*/",
          "/* */ // x",
          "\\u0022",
          "\\u002a/",
          "\\",
          "\\\\u000a",
          "$L $S $T $$ $>",
          "it's",
          "say \"no\"",
          "\"\"\"",
          "a\nb\r\n\tc",
          "null\u0000byte",
          "\u202Egnp.exe",
          "\ud83d\ude00 smile",
          "lonely \ud83d half",
          "日本語のテーブル",
          "Größe",
          "100% {0} %s",
          "a.b",
          "\"quoted\"",
          ".",
          "{@code x} @author me <b>&amp;",
          "class",
          "'; drop table users; --",
          "x".repeat(130));

  private static final List<String> TYPES =
      List.of(
          "boolean",
          "smallint",
          "integer",
          "bigint",
          "real",
          "double precision",
          "numeric",
          "numeric(19,2)",
          "numeric(5,-2)",
          "numeric(0,2)",
          "numeric(10)",
          "char(3)",
          "varchar",
          "varchar(255)",
          "varchar(0)",
          "varchar(010)",
          "varchar(99999999999)",
          "text",
          "clob",
          "date",
          "time",
          "time(3)",
          "time with time zone",
          "time(6) with time zone",
          "timestamp",
          "timestamp(6)",
          "timestamp(12)",
          "timestamp with time zone",
          "timestamp(6) with time zone",
          "uuid",
          "json",
          "binary(16)",
          "varbinary(32)",
          "blob",
          "citext",
          "integer[]",
          "enum('A','B')",
          "interval second(18,9)",
          "?");

  private static final List<String> DEFAULTS =
      List.of(
          "'light'",
          "'it''s'",
          "''",
          "'a\nb'",
          "'x",
          "'a'b'",
          "0",
          "-5",
          "007",
          "5000000000",
          "99999999999999999999",
          "true",
          "false",
          "TRUE",
          "now()",
          "'x'::text",
          "null",
          "1.50");

  private final Random random;

  RandomParts(Random random) {
    this.random = random;
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> Optional<T> perhaps(Supplier<T> value) {
    return chance(25) ? Optional.of(value.get()) : Optional.empty();
  }

  /** A name that is new, and sometimes odd. */
  String name(String kind) {
    String fresh = kind + "_" + Integer.toString(random.nextInt(1_000_000), 36);
    return chance(15) ? fresh + pick(HOSTILE) : chance(5) ? pick(HOSTILE) + fresh : fresh;
  }

  QualifiedName qualified(String kind) {
    return chance(25)
        ? new QualifiedName(chance(30) ? name("schema") : "crm", name(kind))
        : QualifiedName.of(name(kind));
  }

  String text() {
    return chance(40) ? pick(HOSTILE) : "price > " + random.nextInt(100);
  }

  ColumnType type() {
    return new ColumnType(pick(TYPES));
  }

  Column column(String name) {
    return new Column(
        name,
        type(),
        chance(50),
        perhaps(() -> pick(DEFAULTS)),
        perhaps(this::identity),
        perhaps(() -> new Generated(text(), chance(50))),
        perhaps(() -> name("collation")),
        perhaps(this::text));
  }

  private Identity identity() {
    return chance(50)
        ? Identity.of(pick(List.of(Identity.Mode.values())))
        : new Identity(
            pick(List.of(Identity.Mode.values())), random.nextLong(), random.nextInt(50));
  }

  List<String> some(List<String> columns) {
    List<String> shuffled = new ArrayList<>(columns);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, 1 + random.nextInt(shuffled.size()));
  }

  Constraint unique(List<String> columns) {
    return new UniqueKey(name("uk"), some(columns), chance(70), deferrability());
  }

  Check check() {
    return new Check(name("ck"), text());
  }

  ForeignKey foreignKey(List<String> columns, Table target) {
    List<String> from = some(columns);
    List<String> there = target.columns().stream().map(Column::name).toList();
    return new ForeignKey(
        name("fk"),
        from,
        target.name(),
        from.stream().map(column -> pick(there)).toList(),
        pick(List.of(ForeignKey.Action.values())),
        pick(List.of(ForeignKey.Action.values())),
        deferrability());
  }

  private Deferrability deferrability() {
    return chance(60) ? Deferrability.NOT_DEFERRABLE : pick(List.of(Deferrability.values()));
  }

  Index index(List<String> columns) {
    List<IndexPart> parts =
        some(columns).stream()
            .map(column -> chance(60) ? IndexPart.column(column) : part(column))
            .toList();
    return new Index(
        name("ix"),
        parts,
        chance(30),
        perhaps(() -> "gin"),
        perhaps(this::text),
        chance(20) ? some(columns) : List.of(),
        chance(80));
  }

  private IndexPart part(String column) {
    return new IndexPart(
        chance(40) ? "lower(" + column + ")" : column,
        chance(40),
        chance(50),
        pick(List.of(IndexPart.Nulls.values())),
        chance(30) ? "text_pattern_ops" : "",
        chance(20) ? OptionalInt.of(1 + random.nextInt(200)) : OptionalInt.empty());
  }

  Sequence sequence(QualifiedName name) {
    return new Sequence(
        name,
        chance(50) ? 1 : random.nextLong(),
        chance(50) ? 1 : 50,
        perhaps(random::nextLong),
        perhaps(() -> (long) random.nextInt()),
        chance(70) ? 1 : 20,
        chance(20));
  }

  EnumType enumType(String name) {
    return new EnumType(qualified(name), labels(), pick(List.of(EnumType.Casts.values())));
  }

  List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (int i = random.nextInt(8); i >= 0; i--) {
      labels.add(name("LABEL"));
    }
    return labels;
  }

  Table table(QualifiedName name) {
    List<Column> columns = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      columns.add(column(name("c" + i)));
    }
    List<String> names = columns.stream().map(Column::name).toList();
    List<Constraint> constraints = new ArrayList<>();
    Table itself = Table.of(name, columns, List.of(), List.of());
    if (chance(70)) {
      constraints.add(new PrimaryKey(name("pk"), some(names)));
    }
    perhaps(() -> unique(names)).ifPresent(constraints::add);
    perhaps(this::check).ifPresent(constraints::add);
    perhaps(() -> foreignKey(names, itself)).ifPresent(constraints::add);
    List<Index> indexes = perhaps(() -> index(names)).stream().toList();
    return Table.of(name, columns, constraints, indexes).withComment(perhaps(this::text));
  }
}
