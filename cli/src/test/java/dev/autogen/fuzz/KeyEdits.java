package dev.autogen.fuzz;

import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Edits to keys, conditions and indexes. */
final class KeyEdits {

  private final Parts parts;
  private final Vocabulary vocabulary;
  private final Made made;

  KeyEdits(Parts parts, Vocabulary vocabulary, Made made) {
    this.parts = parts;
    this.vocabulary = vocabulary;
    this.made = made;
  }

  List<Function<Schema, Optional<Edit>>> kinds() {
    return List.of(
        this::addIndex,
        this::dropIndex,
        this::changeIndex,
        this::addUnique,
        this::dropUnique,
        this::addCheck,
        this::dropCheck,
        this::changeCheck,
        this::addReference,
        this::dropForeignKey,
        this::action,
        this::wideKey,
        this::identity,
        this::primaryKey);
  }

  private Table table(Schema schema) {
    return parts.pick(schema.tables().toList());
  }

  private <T> Optional<T> any(List<T> things) {
    return things.isEmpty() ? Optional.empty() : Optional.of(parts.pick(things));
  }

  /** Whether the rows differ in each of these columns, whatever was added or filled. */
  private boolean tellsRows(Table table, List<String> columns) {
    return columns.stream().noneMatch(column -> made.isSettled(table.name(), column));
  }

  private Optional<Edit> addIndex(Schema schema) {
    Table table = table(schema);
    return parts
        .index(made.name("ix_added"), table, vocabulary)
        .filter(index -> !index.unique() || tellsRows(table, index.columns()))
        .map(
            index ->
                Edit.ofTable(
                    "add " + index.name(),
                    table.name(),
                    t -> {
                      index.columns().forEach(t::column);
                      return t.withIndexes(t.indexes().plus(index));
                    }));
  }

  private Optional<Edit> dropIndex(Schema schema) {
    Table table = table(schema);
    return any(table.indexes().toList())
        .map(
            index ->
                Edit.ofTable(
                    "drop " + index.name(),
                    table.name(),
                    t -> t.withIndexes(t.indexes().minus(index.name()))));
  }

  private Optional<Edit> changeIndex(Schema schema) {
    Table table = table(schema);
    Optional<Index> old = any(table.indexes().toList());
    return old.flatMap(index -> parts.index(index.name(), table, vocabulary))
        .filter(index -> !index.unique() || tellsRows(table, index.columns()))
        .map(
            index ->
                Edit.ofTable(
                    "change " + index.name(),
                    table.name(),
                    t -> {
                      index.columns().forEach(t::column);
                      return t.withIndexes(t.indexes().replacing(index.name(), index));
                    }));
  }

  private static Edit adding(Table table, Constraint constraint) {
    return Edit.ofTable(
        "add " + constraint.name(),
        table.name(),
        t -> {
          constraint.columns().forEach(t::column);
          return t.withConstraints(t.constraints().plus(constraint));
        });
  }

  private static Edit dropping(Table table, Constraint constraint) {
    return Edit.ofTable(
        "drop " + constraint.name(),
        table.name(),
        t -> t.withConstraints(t.constraints().minus(constraint.name())));
  }

  private Optional<Edit> addUnique(Schema schema) {
    Table table = table(schema);
    return parts
        .unique(made.name("uk_added"), table, vocabulary)
        .filter(key -> tellsRows(table, key.columns()))
        .map(key -> adding(table, key));
  }

  private Optional<Edit> dropUnique(Schema schema) {
    Table table = table(schema);
    return any(table.uniqueKeys()).map((UniqueKey key) -> dropping(table, key));
  }

  private Optional<Edit> addCheck(Schema schema) {
    Table table = table(schema);
    return parts.check(made.name("ck_added"), table, vocabulary).map(check -> adding(table, check));
  }

  private Optional<Edit> dropCheck(Schema schema) {
    Table table = table(schema);
    return any(table.checks()).map((Check check) -> dropping(table, check));
  }

  private Optional<Edit> changeCheck(Schema schema) {
    Table table = table(schema);
    return any(table.checks())
        .flatMap(check -> parts.check(check.name(), table, vocabulary))
        .map(
            check ->
                Edit.ofTable(
                    "change " + check.name(),
                    table.name(),
                    t -> t.withConstraints(t.constraints().replacing(check.name(), check))));
  }

  private Optional<Edit> addReference(Schema schema) {
    QualifiedName owner = table(schema).name();
    QualifiedName target = table(schema).name();
    Schema with = new Models(parts, vocabulary).withReference(schema, owner, schema.table(target));
    Table after = with.table(owner);
    Table before = schema.table(owner);
    if (after.equals(before)) {
      return Optional.empty();
    }
    List<Column> added =
        after.columns().stream().filter(c -> !before.columns().contains(c.name())).toList();
    ForeignKey key =
        after.foreignKeys().stream()
            .filter(k -> !before.constraints().contains(k.name()))
            .findFirst()
            .orElseThrow();
    added.forEach(column -> made.settle(owner, column.name()));
    return Optional.of(
        Edit.of(
            "add " + key.name() + " of " + owner,
            s -> {
              key.targetColumns().forEach(column -> s.table(target).column(column));
              return s.editing(
                  owner,
                  t -> {
                    Table wider = t;
                    for (Column column : added) {
                      wider = wider.withColumns(wider.columns().plus(column));
                    }
                    return wider.withConstraints(wider.constraints().plus(key));
                  });
            }));
  }

  private Optional<Edit> dropForeignKey(Schema schema) {
    Table table = table(schema);
    Optional<ForeignKey> dropped = any(table.foreignKeys());
    // It comes back with a downgrade, and the rows of its target would not.
    dropped.ifPresent(key -> made.keep(key.target().toString()));
    return dropped.map(key -> dropping(table, key));
  }

  private Optional<Edit> action(Schema schema) {
    Table table = table(schema);
    ForeignKey.Action action = parts.action();
    return any(table.foreignKeys())
        .map(
            key ->
                Edit.ofTable(
                    action + " of " + key.name(),
                    table.name(),
                    t ->
                        t.withConstraints(
                            t.constraints()
                                .replacing(key.name(), key.withActions(action, key.onUpdate())))));
  }

  /** An integer key that becomes a bigint one, with all columns that refer to it. */
  private Optional<Edit> wideKey(Schema schema) {
    QualifiedName name = table(schema).name();
    if (!schema.table(name).column("id").type().sql().equals("integer")
        || Uses.inComputed(schema.table(name), "id")) {
      return Optional.empty();
    }
    for (Table table : schema.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        if (key.target().equals(name)
            && key.columns().stream().anyMatch(c -> Uses.inComputed(table, c))) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(Edit.of("wide key of " + name, s -> widened(s, s.table(name))));
  }

  /** SQLite has numbered keys of one type only: there the columns that refer to it change. */
  private Schema widened(Schema schema, Table target) {
    target.column("id");
    return schema.withTables(
        schema
            .tables()
            .map(
                table -> {
                  List<String> columns = new ArrayList<>();
                  if (table.name().equals(target.name())) {
                    columns.add("id");
                  }
                  for (ForeignKey key : table.foreignKeys()) {
                    int place = key.targetColumns().indexOf("id");
                    if (key.target().equals(target.name()) && place >= 0) {
                      columns.add(key.columns().get(place));
                    }
                  }
                  return vocabulary.canonical(
                      table.withColumns(
                          table
                              .columns()
                              .map(
                                  c ->
                                      columns.contains(c.name())
                                          ? c.withType(new ColumnType("bigint"))
                                          : c)));
                }));
  }

  private Optional<Edit> identity(Schema schema) {
    Table table = table(schema);
    Column id = table.column("id");
    boolean numbered = id.identity().isPresent();
    Optional<Identity> to =
        numbered && parts.chance(2)
            ? Optional.empty()
            : Optional.of(
                Identity.of(
                    vocabulary.has(Feature.IDENTITY_ALWAYS) && parts.chance(2)
                        ? Identity.Mode.ALWAYS
                        : Identity.Mode.BY_DEFAULT));
    boolean alone = table.primaryKey().filter(key -> key.columns().size() == 1).isPresent();
    return vocabulary.has(Feature.LOOSE_IDENTITY) && alone
        ? Optional.of(Edit.ofColumn("identity " + to, table.name(), "id", c -> c.withIdentity(to)))
        : Optional.empty();
  }

  /** Another column joins the primary key of a table that nobody refers to, or leaves it. */
  private Optional<Edit> primaryKey(Schema schema) {
    Table table = table(schema);
    Optional<PrimaryKey> key = table.primaryKey();
    List<String> others =
        Parts.ordinary(table).stream()
            .filter(c -> !c.nullable() && vocabulary.of(c).isKeyed() && !c.name().equals("id"))
            .map(Column::name)
            .filter(name -> !made.isSettled(table.name(), name))
            .toList();
    if (key.isEmpty() || others.isEmpty() || Uses.asTarget(schema, table, "id")) {
      return Optional.empty();
    }
    List<String> columns =
        key.get().columns().size() > 1 ? List.of("id") : List.of("id", parts.pick(others));
    others.forEach(name -> made.settle(table.name(), name));
    return Optional.of(
        Edit.ofTable(
            "primary key " + columns,
            table.name(),
            t -> {
              columns.forEach(t::column);
              return vocabulary.canonical(
                  t.withConstraints(
                      t.constraints()
                          .replacing(key.get().name(), new PrimaryKey(key.get().name(), columns))));
            }));
  }
}
