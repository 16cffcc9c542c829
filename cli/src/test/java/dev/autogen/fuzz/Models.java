package dev.autogen.fuzz;

import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Made-up models that an engine accepts, with two rows to a table. */
final class Models {

  private static final List<String> TABLES =
      List.of("customer", "orders", "Invoice", "user", "item");
  private static final List<String> COLUMNS =
      List.of("name", "price", "Code", "order", "amount", "status", "note");

  private final Parts parts;
  private final Vocabulary vocabulary;

  Models(Parts parts, Vocabulary vocabulary) {
    this.parts = parts;
    this.vocabulary = vocabulary;
  }

  Schema model() {
    Set<String> namespaces = new LinkedHashSet<>();
    List<QualifiedName> names = new ArrayList<>();
    for (String name : TABLES.stream().map(vocabulary::name).toList()) {
      if (names.isEmpty() || parts.chance(2)) {
        boolean apart = vocabulary.has(Feature.SCHEMAS) && parts.chance(6);
        namespaces.addAll(apart ? List.of("crm") : List.of());
        names.add(new QualifiedName(apart ? "crm" : "", name));
      }
    }
    List<Table> tables = new ArrayList<>();
    for (QualifiedName name : names) {
      tables.add(table(name));
    }
    Schema schema = Schema.of(namespaces, tables, sequences(), enumTypes());
    for (QualifiedName name : names) {
      for (int i = parts.number(3); i > 0; i--) {
        schema = withReference(schema, name, schema.table(parts.pick(names)));
      }
    }
    return vocabulary.dialect().canonical(schema);
  }

  private List<Sequence> sequences() {
    return vocabulary.has(Feature.SEQUENCES) && parts.chance(2)
        ? List.of(Sequence.of(QualifiedName.of("orders_seq"), 1, parts.number(50) + 1))
        : List.of();
  }

  private List<EnumType> enumTypes() {
    return vocabulary.has(Feature.NAMED_ENUMS)
        ? List.of(new EnumType(Vocabulary.ENUM, List.of("A", "B", "C")))
        : List.of();
  }

  /** A table without foreign keys. */
  Table table(QualifiedName name) {
    List<Column> columns = new ArrayList<>();
    List<String> key = new ArrayList<>(List.of("id"));
    Column id = Column.of("id", new ColumnType(parts.pick(List.of("integer", "bigint"))));
    columns.add(id.withNullable(false).withIdentity(parts.identity(vocabulary)));
    if (parts.chance(4) && id(columns).identity().isEmpty()) {
      columns.add(Column.of("part", new ColumnType("integer")).withNullable(false));
      key.add("part");
    }
    for (String column : COLUMNS.stream().map(vocabulary::name).toList()) {
      if (parts.chance(2)) {
        columns.add(parts.column(column, vocabulary));
      }
    }
    String keyName =
        vocabulary.has(Feature.NAMED_PRIMARY_KEYS)
            ? vocabulary.name(name.name() + "_pkey")
            : "primary";
    Table table =
        Table.of(name, columns, List.of(new PrimaryKey(keyName, key)), List.of())
            .withComment(parts.comment(vocabulary));
    return adorned(withGenerated(table));
  }

  private static Column id(List<Column> columns) {
    return columns.get(0);
  }

  private Table withGenerated(Table table) {
    List<Column> sources = parts.computable(table, vocabulary);
    if (sources.isEmpty() || !parts.chance(3)) {
      return table;
    }
    return parts
        .generated("sum", parts.pick(sources), vocabulary)
        .map(column -> table.withColumns(table.columns().plus(column)))
        .orElse(table);
  }

  private Table adorned(Table plain) {
    Table table = plain;
    String name = table.name().name().toLowerCase(java.util.Locale.ROOT);
    Optional<UniqueKey> unique = parts.unique(vocabulary.name("uk_" + name), table, vocabulary);
    if (unique.isPresent() && parts.chance(2)) {
      table = table.withConstraints(table.constraints().plus(unique.get()));
    }
    Optional<Check> check = parts.check(vocabulary.name("ck_" + name), table, vocabulary);
    if (check.isPresent() && parts.chance(2)) {
      table = table.withConstraints(table.constraints().plus(check.get()));
    }
    Optional<Index> index = parts.index(vocabulary.name("ix_" + name), table, vocabulary);
    if (index.isPresent() && parts.chance(2)) {
      table = table.withIndexes(table.indexes().plus(index.get()));
    }
    return table;
  }

  /** With columns that refer to the primary key of {@code target}, and a foreign key on them. */
  Schema withReference(Schema schema, QualifiedName owner, Table target) {
    String prefix = target.name().name().toLowerCase(java.util.Locale.ROOT) + "_";
    Table table = schema.table(owner);
    if (table.columns().contains(vocabulary.name(prefix + "id"))) {
      return schema;
    }
    List<String> columns = new ArrayList<>();
    List<String> key = target.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    if (key.isEmpty()) {
      return schema;
    }
    for (String part : key) {
      Column column = Column.of(vocabulary.name(prefix + part), target.column(part).type());
      table = table.withColumns(table.columns().plus(column));
      columns.add(column.name());
    }
    ForeignKey reference =
        parts.foreignKey(
            vocabulary.name(
                "fk_" + owner.name().toLowerCase(java.util.Locale.ROOT) + "_" + prefix + "x"),
            columns,
            target.name(),
            key,
            vocabulary);
    Table whole = table.withConstraints(table.constraints().plus(reference));
    return schema.editing(owner, old -> whole);
  }
}
