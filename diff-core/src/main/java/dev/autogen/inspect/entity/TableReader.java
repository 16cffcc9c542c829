package dev.autogen.inspect.entity;

import dev.autogen.dialect.TableOptions;
import dev.autogen.dialect.UnnamedConstraint;
import dev.autogen.inspect.InspectionException;
import dev.autogen.schema.ByName;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Index;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one table of the bound mapping after the other. */
final class TableReader {

  private final ModelNames names;
  private final ColumnReader columns;
  private final CheckReader checks;
  private final UniqueReader uniques;
  private final IndexReader indexes;
  private final ForeignKeyReader foreignKeys;
  private final ConstraintNames constraintNames;
  private final Origins origins;
  private final Map<QualifiedName, String> generators;
  private final DeclaredObjects objects;

  TableReader(
      BootMetadata boot,
      ModelNames names,
      ColumnReader columns,
      Map<QualifiedName, String> generators,
      DeclaredObjects objects) {
    this.names = names;
    this.columns = columns;
    this.checks = new CheckReader(boot);
    this.uniques = new UniqueReader(boot, names);
    this.indexes = new IndexReader(boot, names);
    this.foreignKeys = new ForeignKeyReader(boot, names);
    this.constraintNames = new ConstraintNames(names);
    this.origins = Origins.read(boot.metadata());
    this.generators = generators;
    this.objects = objects;
  }

  /**
   * @param parts the table; more than once if a mapping names the default schema and another does
   *     not: to the database it is one
   */
  Table read(List<org.hibernate.mapping.Table> parts) {
    return new Reading(parts).read();
  }

  /** The reading of one table. */
  private final class Reading {

    private final List<org.hibernate.mapping.Table> parts;
    private final org.hibernate.mapping.Table mapped;
    private final QualifiedName table;
    private final String origin;
    private final Map<String, ColumnDefinition> definitions = new LinkedHashMap<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Index> tableIndexes = new ArrayList<>();

    Reading(List<org.hibernate.mapping.Table> parts) {
      this.parts = parts;
      this.mapped =
          parts.stream()
              .filter(org.hibernate.mapping.Table::hasPrimaryKey)
              .findFirst()
              .orElse(parts.get(0));
      this.table = names.of(mapped);
      this.origin = origins.of(mapped, generators.getOrDefault(table, DeclaredObjects.MAPPING));
    }

    Table read() {
      objects.add(ObjectName.table(table), origin);
      String options = mapped.getOptions() == null ? "" : mapped.getOptions().strip();
      TableOptions read = names.dialect().tableOptions();
      Optional<String> comment =
          Optional.ofNullable(mapped.getComment())
              .map(names.dialect()::unquoted)
              .or(() -> read.comment(options));
      comment.ifPresent(
          text -> objects.add(new ObjectName(ObjectName.Kind.TABLE_COMMENT, table, ""), origin));
      read.names(options)
          .forEach(
              name -> objects.add(new ObjectName(ObjectName.Kind.OPTION, table, name), origin));
      List<Column> all = readColumns();
      // In the order in which a database names them: conditions first, then keys.
      readChecks();
      readPrimaryKey();
      readUniques();
      readForeignKeys();
      readIndexes();
      return new Table(
          table,
          ByName.of(Column::name, all),
          ByName.of(Constraint::name, constraints),
          ByName.of(Index::name, tableIndexes),
          comment,
          read.withoutComment(options));
    }

    private List<Column> readColumns() {
      List<String> key =
          mapped.hasPrimaryKey() ? names.of(mapped.getPrimaryKey().getColumns()) : List.of();
      List<Column> read = new ArrayList<>();
      for (org.hibernate.mapping.Table part : parts) {
        for (org.hibernate.mapping.Column column : part.getColumns()) {
          if (!definitions.containsKey(names.of(column))) {
            read.add(readColumn(part, column, key));
          }
        }
      }
      return read;
    }

    private Column readColumn(
        org.hibernate.mapping.Table part, org.hibernate.mapping.Column column, List<String> key) {
      ColumnReader.ReadColumn found = columns.read(column);
      Column result =
          key.contains(found.column().name()) ? found.column().withNullable(false) : found.column();
      definitions.put(result.name(), found.definition());
      addOrigins(result, origins.of(part, column, origin));
      return result;
    }

    private void addOrigins(Column column, String path) {
      objects.add(ObjectName.column(table, column.name()), path);
      add(ObjectName.Kind.COLUMN_DEFAULT, column, column.defaultValue(), path);
      add(ObjectName.Kind.COLUMN_IDENTITY, column, column.identity(), path);
      add(ObjectName.Kind.COLUMN_GENERATED, column, column.generated(), path);
      add(ObjectName.Kind.COLUMN_COLLATION, column, column.collation(), path);
      add(ObjectName.Kind.COLUMN_COMMENT, column, column.comment(), path);
    }

    private void add(ObjectName.Kind kind, Column column, Optional<?> property, String path) {
      property.ifPresent(value -> objects.add(new ObjectName(kind, table, column.name()), path));
    }

    private void readChecks() {
      Set<DeclaredCheck> known = new HashSet<>();
      for (org.hibernate.mapping.Table part : parts) {
        for (org.hibernate.mapping.Column column : part.getColumns()) {
          List<DeclaredCheck> own = new ArrayList<>(definitions.get(names.of(column)).checks());
          own.addAll(checks.ofColumn(column));
          own.stream().filter(known::add).forEach(check -> addCheck(check, names.of(column)));
        }
        checks.ofTable(part).stream().filter(known::add).forEach(check -> addCheck(check, ""));
      }
    }

    private void addCheck(DeclaredCheck check, String column) {
      String condition = names.cut(check.condition());
      if (check.name().isEmpty()) {
        List<String> mentioned = names.mentioned(condition, definitions.keySet());
        addUnstated(new Check("", condition), mentioned, column);
      } else {
        addStated(new Check(names.ofText(check.name()), condition));
      }
    }

    private void readPrimaryKey() {
      if (!mapped.hasPrimaryKey()) {
        return;
      }
      var key = mapped.getPrimaryKey();
      List<String> keyColumns = names.of(key.getColumns());
      var ordering = key.getOrderingUniqueKey();
      if (ordering != null && ordering.isNameExplicit()) {
        addStated(new PrimaryKey(names.ofText(ordering.getName()), keyColumns));
      } else {
        addUnstated(new PrimaryKey("", keyColumns), keyColumns);
      }
    }

    private void readUniques() {
      List<String> defined =
          definitions.entrySet().stream()
              .filter(entry -> entry.getValue().unique())
              .map(Map.Entry::getKey)
              .toList();
      for (UniqueReader.DeclaredUnique unique :
          parts.stream().flatMap(part -> uniques.read(part, defined).stream()).toList()) {
        UniqueKey key = unique.key(unique.name());
        for (String column : key.columns()) {
          key = key.renamingColumn(column, known(column, "unique key"));
        }
        if (isThere(key)) {
          continue;
        }
        objects.addUnread(
            ObjectName.constraint(table, key.name()), IndexOptions.rest(unique.options()));
        if (unique.name().isEmpty()) {
          addUnstated(key, key.columns());
        } else if (unique.implicit()) {
          addConstraint(key, true);
        } else {
          addStated(key);
        }
      }
    }

    /** A column as the table spells it, that a key names as a person wrote it. */
    private String known(String column, String key) {
      if (definitions.containsKey(column)) {
        return column;
      }
      return definitions.keySet().stream()
          .filter(name -> name.equalsIgnoreCase(column))
          .filter(name -> !names.dialect().tellsColumnsApartByCase())
          .findFirst()
          .orElseThrow(
              () ->
                  new InspectionException(
                      "The entities cannot be read: the %s of table \"%s\" is to be on column \"%s\", which %s does not map. Name one of %s there, or correct the mapping."
                          .formatted(
                              key,
                              table,
                              column,
                              origin,
                              String.join(", ", definitions.keySet()))));
    }

    private void readForeignKeys() {
      for (org.hibernate.mapping.Table part : parts) {
        for (var key : part.getForeignKeyCollection()) {
          boolean made = key.isPhysicalConstraint() && key.isCreationEnabled();
          if (made && !key.getReferencedTable().isView() && !isThere(foreignKeys.read(key))) {
            addConstraint(foreignKeys.read(key), ModelNames.isGenerated(key.getName()));
          }
        }
      }
      definitions.forEach(
          (column, definition) ->
              definition.reference().ifPresent(text -> addReference(column, text)));
    }

    /** Whether another mapping of the table has made it already. */
    private boolean isThere(Constraint constraint) {
      return parts.size() > 1
          && constraints.stream()
              .anyMatch(
                  other ->
                      other.getClass() == constraint.getClass()
                          && other.columns().equals(constraint.columns()));
    }

    private void addReference(String column, String text) {
      addUnstated(foreignKeys.read(column, text, table), List.of(column));
    }

    private void readIndexes() {
      for (org.hibernate.mapping.Table part : parts) {
        for (var index : part.getIndexes().values()) {
          addIndex(
              indexes.read(index), ModelNames.isGenerated(index.getName()), index.getOptions());
        }
        for (var key : uniques.indexes(part)) {
          addIndex(indexes.read(key), !key.isNameExplicit(), key.getOptions());
        }
      }
    }

    private void addIndex(Index read, boolean implicit, @Nullable String text) {
      Index index = read;
      for (String column : read.columns()) {
        index = index.renamingColumn(column, known(column, "index"));
      }
      String name = index.name();
      if (tableIndexes.stream().anyMatch(other -> other.name().equals(name))) {
        return;
      }
      tableIndexes.add(index);
      objects.addUnread(
          ObjectName.index(table, index.name()), IndexOptions.rest(text == null ? "" : text));
      note(ObjectName.index(table, index.name()), implicit);
    }

    private void addStated(Constraint constraint) {
      String name = constraintNames.stated(constraint.getClass(), table, constraint.name());
      addConstraint(constraint.withName(name), false);
    }

    private void addUnstated(Constraint constraint, List<String> about) {
      addUnstated(constraint, about, "");
    }

    private void addUnstated(Constraint constraint, List<String> about, String column) {
      String name =
          constraintNames.unstated(
              table, new UnnamedConstraint(constraint.getClass(), table.name(), about, column, 0));
      addConstraint(constraint.withName(name), true);
    }

    private void addConstraint(Constraint constraint, boolean implicit) {
      constraints.add(constraint);
      note(ObjectName.constraint(table, constraint.name()), implicit);
    }

    private void note(ObjectName object, boolean implicit) {
      if (implicit) {
        objects.addImplicit(object, origin);
      } else {
        objects.add(object, origin);
      }
    }
  }
}
