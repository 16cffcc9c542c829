package dev.autogen.inspect;

import dev.autogen.dialect.CatalogRow;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts a schema together from what the catalog queries gave. Leaves out what the scope does. */
final class SchemaAssembly {

  private final DatabaseNames names;
  private final DatabaseScope scope;
  private final ColumnAssembly columns;
  private final ConstraintAssembly constraints;

  SchemaAssembly(DatabaseNames names, DatabaseScope scope) {
    this.names = names;
    this.scope = scope;
    this.columns = new ColumnAssembly(names);
    this.constraints = new ConstraintAssembly(names);
  }

  LiveSchema schema(CatalogContents contents) {
    return new LiveSchema(
        Schema.of(
            contents.namespaces().stream()
                .map(row -> names.schema(row.text("SCHEMA_NAME")))
                .filter(scope.schemas()::contains)
                .collect(Collectors.toSet()),
            tables(contents),
            sequences(contents, row -> !row.yes("IS_SERIAL")),
            enumTypes(contents.enumTypes())),
        sequences(contents, row -> row.yes("IS_SERIAL")),
        contents.tables().stream()
            .filter(row -> row.yes("IS_PARTITIONED"))
            .collect(Collectors.toMap(names::table, row -> row.find("PARTITION_KEY").orElse(""))));
  }

  private List<Sequence> sequences(CatalogContents contents, Predicate<CatalogRow> kept) {
    return contents.sequences().stream()
        .filter(kept)
        .filter(row -> isIncluded(row.text("SEQUENCE_SCHEMA"), row.text("SEQUENCE_NAME")))
        .map(this::sequence)
        .toList();
  }

  private boolean isIncluded(String schema, String name) {
    return scope.includesObject(names.name(schema), names.name(name));
  }

  private Collection<Table> tables(CatalogContents contents) {
    Map<QualifiedName, Parts> parts = new LinkedHashMap<>();
    for (CatalogRow row : contents.tables()) {
      if (scope.includesTable(
          names.name(row.text("TABLE_SCHEM")), names.name(row.text("TABLE_NAME")))) {
        parts.put(names.table(row), new Parts(row.find("REMARKS"), row.find("TABLE_OPTIONS")));
      }
    }
    for (CatalogRow row : contents.columns()) {
      of(parts, row).ifPresent(table -> table.columns.add(columns.column(row)));
    }
    addConstraints(contents, parts);
    forEach(
        contents.indexes(),
        "INDEX_NAME",
        (rows) ->
            of(parts, rows.get(0)).ifPresent(table -> table.indexes.add(constraints.index(rows))));
    return parts.entrySet().stream().map(entry -> entry.getValue().table(entry.getKey())).toList();
  }

  private void addConstraints(CatalogContents contents, Map<QualifiedName, Parts> parts) {
    add(parts, contents.primaryKeys(), "PK_NAME", constraints::primaryKey);
    add(parts, contents.uniqueKeys(), "CONSTRAINT_NAME", constraints::uniqueKey);
    add(parts, contents.checks(), "CONSTRAINT_NAME", rows -> constraints.check(rows.get(0)));
    add(parts, contents.foreignKeys(), "CONSTRAINT_NAME", constraints::foreignKey);
  }

  private void add(
      Map<QualifiedName, Parts> parts,
      List<CatalogRow> all,
      String name,
      Function<List<CatalogRow>, Constraint> constraint) {
    forEach(
        all,
        name,
        rows -> of(parts, rows.get(0)).ifPresent(table -> table.add(constraint.apply(rows))));
  }

  private Optional<Parts> of(Map<QualifiedName, Parts> parts, CatalogRow row) {
    return Optional.ofNullable(parts.get(names.table(row)));
  }

  /** Hands over the rows of one table that have one name together. */
  private static void forEach(List<CatalogRow> rows, String name, Consumer<List<CatalogRow>> use) {
    Map<List<String>, List<CatalogRow>> groups = new LinkedHashMap<>();
    for (CatalogRow row : rows) {
      groups
          .computeIfAbsent(
              List.of(row.text("TABLE_SCHEM"), row.text("TABLE_NAME"), row.text(name)),
              key -> new ArrayList<>())
          .add(row);
    }
    groups.values().forEach(use);
  }

  private Sequence sequence(CatalogRow row) {
    return new Sequence(
        names.qualified(row.text("SEQUENCE_SCHEMA"), row.text("SEQUENCE_NAME")),
        row.number("START_VALUE"),
        row.number("INCREMENT"),
        row.find("MINIMUM").map(Long::valueOf),
        row.find("MAXIMUM").map(Long::valueOf),
        row.number("CACHE"),
        row.yes("IS_CYCLE"));
  }

  private List<EnumType> enumTypes(List<CatalogRow> rows) {
    Map<QualifiedName, List<CatalogRow>> types = new LinkedHashMap<>();
    for (CatalogRow row : rows) {
      if (isIncluded(row.text("TYPE_SCHEM"), row.text("TYPE_NAME"))) {
        types
            .computeIfAbsent(
                names.qualified(row.text("TYPE_SCHEM"), row.text("TYPE_NAME")),
                key -> new ArrayList<>())
            .add(row);
      }
    }
    return types.entrySet().stream()
        .map(
            type ->
                new EnumType(
                    type.getKey(),
                    type.getValue().stream().flatMap(row -> row.find("LABEL").stream()).toList(),
                    casts(type.getValue().get(0))))
        .toList();
  }

  private static EnumType.Casts casts(CatalogRow row) {
    return EnumType.Casts.of(row.yes("CASTS_FROM_TEXT"), row.yes("CASTS_TO_TEXT"));
  }

  /** What has been found of one table so far. */
  private static final class Parts {

    private final Optional<String> comment;
    private final Optional<String> options;
    private final List<Column> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<Index> indexes = new ArrayList<>();

    Parts(Optional<String> comment, Optional<String> options) {
      this.comment = comment;
      this.options = options;
    }

    /** Some databases let constraints of two kinds have one name: here the later takes a number. */
    void add(Constraint constraint) {
      String name = constraint.name();
      String free = name;
      for (int number = 1; !names.add(free); number++) {
        free = name + "_" + number;
      }
      constraints.add(free.equals(name) ? constraint : constraint.withName(free));
    }

    Table table(QualifiedName name) {
      return Table.of(name, columns, constraints, indexes)
          .withComment(comment)
          .withOptions(options.orElse(""));
    }
  }
}
