package dev.autogen.codegen;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.ColumnChange;
import dev.autogen.change.ConstraintChange;
import dev.autogen.change.ObjectChange;
import dev.autogen.change.TableChange;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SchemaException;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Changes of every kind that a schema accepts one after another.
 *
 * @param before a schema
 * @param changes changes that it accepts
 * @param after what they make of it
 */
record RandomChanges(Schema before, ChangeSet changes, Schema after) {

  private static final int KINDS = 25;

  static RandomChanges of(long seed, int size) {
    RandomParts parts = new RandomParts(new Random(seed));
    Schema schema = start(parts);
    Schema before = schema;
    List<Change> changes = new ArrayList<>();
    List<Integer> kinds = new ArrayList<>();
    for (int kind = 0; kind < KINDS; kind++) {
      kinds.add(kind);
    }
    while (changes.size() < size) {
      Change change = change(parts, parts.pick(kinds), schema);
      try {
        schema = change.applyTo(schema);
        changes.add(change);
      } catch (SchemaException refused) {
        continue;
      }
    }
    return new RandomChanges(before, new ChangeSet(changes), schema);
  }

  private static Schema start(RandomParts parts) {
    Schema schema = Schema.EMPTY;
    for (int i = 0; i < 3; i++) {
      schema = new ObjectChange.CreateSchema(parts.name("s" + i)).applyTo(schema);
      schema = new TableChange.CreateTable(parts.table(parts.qualified("t" + i))).applyTo(schema);
      Sequence sequence = parts.sequence(parts.qualified("q" + i));
      schema = new ObjectChange.CreateSequence(sequence).applyTo(schema);
      EnumType type = parts.enumType("e" + i);
      schema = new ObjectChange.CreateEnumType(type).applyTo(schema);
    }
    return schema;
  }

  private static Change change(RandomParts parts, int kind, Schema schema) {
    return kind < 13 ? ofTable(parts, kind, schema) : ofObject(parts, kind, schema);
  }

  private static Change ofTable(RandomParts parts, int kind, Schema schema) {
    Change creation = new TableChange.CreateTable(parts.table(parts.qualified("table")));
    if (schema.tables().isEmpty()) {
      return creation;
    }
    Table table = parts.pick(schema.tables().toList());
    if (table.columns().isEmpty()) {
      return new TableChange.DropTable(table);
    }
    Column column = parts.pick(table.columns().toList());
    return switch (kind) {
      case 0 -> creation;
      case 1 -> new TableChange.DropTable(table);
      case 2 -> new TableChange.RenameTable(table.name(), parts.qualified("renamed"));
      case 3 ->
          parts.chance(50)
              ? new TableChange.AlterTable(table.name(), parts.text(), parts.text())
              : new TableChange.CommentTable(
                  table.name(), table.comment(), parts.perhaps(parts::text));
      case 4 ->
          new ColumnChange.AddColumn(
              table.name(), parts.column(parts.name("added")), parts.perhaps(parts::text));
      case 5 -> new ColumnChange.DropColumn(table.name(), column, parts.perhaps(parts::text));
      case 6 ->
          new ColumnChange.AlterColumn(
              table.name(), column, parts.column(column.name()), parts.perhaps(parts::text));
      case 7 ->
          parts.chance(50)
              ? new ColumnChange.RenameColumn(table.name(), column.name(), parts.name("renamed"))
              : new ColumnChange.RenameValue(
                  table.name(), column.name(), parts.text(), parts.text());
      default -> ofKey(parts, kind, schema, table);
    };
  }

  private static List<Table> withColumns(Schema schema) {
    return schema.tables().stream().filter(table -> !table.columns().isEmpty()).toList();
  }

  private static Change ofKey(RandomParts parts, int kind, Schema schema, Table table) {
    List<String> columns = table.columns().stream().map(Column::name).toList();
    List<Constraint> constraints = table.constraints().toList();
    List<Index> indexes = table.indexes().toList();
    Change index = new ConstraintChange.CreateIndex(table.name(), parts.index(columns));
    Change constraint =
        new ConstraintChange.AddConstraint(
            table.name(),
            parts.<Constraint>pick(
                List.of(
                    parts.unique(columns),
                    parts.check(),
                    new PrimaryKey(parts.name("pk"), parts.some(columns)),
                    parts.foreignKey(columns, parts.pick(withColumns(schema))))));
    return switch (kind) {
      case 8 -> index;
      case 9 ->
          indexes.isEmpty()
              ? index
              : new ConstraintChange.DropIndex(table.name(), parts.pick(indexes));
      case 10 ->
          indexes.isEmpty()
              ? index
              : new ConstraintChange.RenameIndex(
                  table.name(), parts.pick(indexes).name(), parts.name("renamed"));
      case 11 ->
          constraints.isEmpty()
              ? constraint
              : new ConstraintChange.DropConstraint(table.name(), parts.pick(constraints));
      default ->
          constraints.isEmpty() || parts.chance(50)
              ? constraint
              : new ConstraintChange.RenameConstraint(
                  table.name(), parts.pick(constraints).name(), parts.name("renamed"));
    };
  }

  private static Change ofObject(RandomParts parts, int kind, Schema schema) {
    List<Sequence> sequences = schema.sequences().toList();
    if (kind == 13 || kind < 18 && sequences.isEmpty()) {
      return new ObjectChange.CreateSequence(parts.sequence(parts.qualified("sequence")));
    }
    return switch (kind) {
      case 14 -> new ObjectChange.DropSequence(parts.pick(sequences));
      case 15 -> {
        Sequence sequence = parts.pick(sequences);
        yield new ObjectChange.AlterSequence(sequence, parts.sequence(sequence.name()));
      }
      case 16 ->
          new ObjectChange.RenameSequence(parts.pick(sequences).name(), parts.qualified("renamed"));
      case 17 -> new ObjectChange.CreateSchema(parts.name("schema"));
      case 18 ->
          schema.namespaces().isEmpty()
              ? new ObjectChange.CreateSchema(parts.name("schema"))
              : new ObjectChange.DropSchema(parts.pick(List.copyOf(schema.namespaces())));
      default -> ofEnumType(parts, kind, schema);
    };
  }

  private static Change ofEnumType(RandomParts parts, int kind, Schema schema) {
    List<EnumType> types = schema.enumTypes().toList();
    if (kind == 19 || types.isEmpty()) {
      return new ObjectChange.CreateEnumType(parts.enumType("type"));
    }
    EnumType type = parts.pick(types);
    return switch (kind) {
      case 20 -> new ObjectChange.DropEnumType(type);
      case 21 -> new ObjectChange.RenameEnumType(type.name(), parts.qualified("renamed"));
      case 22 ->
          new ObjectChange.RenameEnumLabel(
              type.name(), parts.pick(type.labels()), parts.name("RENAMED"));
      default ->
          new ObjectChange.AlterEnumType(
              type, type.withLabels(parts.labels()), uses(parts, schema), parts.chance(50));
    };
  }

  private static List<ObjectChange.AlterEnumType.Use> uses(RandomParts parts, Schema schema) {
    List<ObjectChange.AlterEnumType.Use> uses = new ArrayList<>();
    for (Table table : schema.tables()) {
      for (Column column : table.columns()) {
        if (parts.chance(20)) {
          uses.add(
              new ObjectChange.AlterEnumType.Use(
                  table.name(), parts.chance(50) ? column : parts.column(column.name())));
        }
      }
    }
    return uses;
  }
}
