package dev.autogen.migration;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange;
import dev.autogen.change.ConstraintChange;
import dev.autogen.change.ObjectChange;
import dev.autogen.change.TableChange;
import dev.autogen.schema.ByName;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The schema that must have been there for a change to be possible: what the change starts from is
 * added where it is missing, and what is in its way is removed. The same schema, where the change
 * is possible as it is.
 */
final class Presumption implements Change.Visitor<Schema> {

  private final Schema schema;

  Presumption(Schema schema) {
    this.schema = schema;
  }

  @Override
  public Schema createSchema(ObjectChange.CreateSchema change) {
    return withNamespaces(names -> names.remove(change.name()));
  }

  @Override
  public Schema dropSchema(ObjectChange.DropSchema change) {
    return withNamespaces(names -> names.add(change.name()));
  }

  private Schema withNamespaces(Predicate<Set<String>> change) {
    Set<String> names = new TreeSet<>(schema.namespaces());
    return change.test(names) ? schema.withNamespaces(names) : schema;
  }

  @Override
  public Schema createTable(TableChange.CreateTable change) {
    Schema free = without(schema, change.definition().name());
    for (ForeignKey key : change.definition().foreignKeys()) {
      if (!key.target().equals(change.definition().name())) {
        free = withColumns(free, key.target(), key.targetColumns());
      }
    }
    return free;
  }

  @Override
  public Schema dropTable(TableChange.DropTable change) {
    QualifiedName name = change.definition().name();
    if (!schema.tables().contains(name.toString())) {
      return schema.withTables(schema.tables().plus(change.definition()));
    }
    return isReferenced(name)
        ? withConstraints(schema, constraint -> !refersTo(constraint, name))
        : schema;
  }

  private boolean isReferenced(QualifiedName name) {
    return schema.tables().stream()
        .filter(table -> !table.name().equals(name))
        .anyMatch(table -> table.foreignKeys().stream().anyMatch(key -> refersTo(key, name)));
  }

  private static boolean refersTo(Constraint constraint, QualifiedName table) {
    return constraint instanceof ForeignKey key && key.target().equals(table);
  }

  private static Schema withConstraints(Schema schema, Predicate<Constraint> kept) {
    return schema.withTables(
        schema.tables().map(table -> table.withConstraints(table.constraints().filter(kept))));
  }

  @Override
  public Schema renameTable(TableChange.RenameTable change) {
    return withTable(without(schema, change.to()), change.from());
  }

  @Override
  public Schema commentTable(TableChange.CommentTable change) {
    return withTable(schema, change.table());
  }

  @Override
  public Schema alterTable(TableChange.AlterTable change) {
    return withTable(schema, change.table());
  }

  @Override
  public Schema addColumn(ColumnChange.AddColumn change) {
    return withoutColumn(withTable(schema, change.table()), change.table(), change.column());
  }

  @Override
  public Schema dropColumn(ColumnChange.DropColumn change) {
    return withoutUses(
        withColumn(schema, change.table(), change.column()),
        change.table(),
        change.column().name());
  }

  @Override
  public Schema alterColumn(ColumnChange.AlterColumn change) {
    return withColumn(schema, change.table(), change.from());
  }

  @Override
  public Schema renameColumn(ColumnChange.RenameColumn change) {
    Column to = Column.of(change.to(), ColumnType.UNKNOWN);
    return withColumns(
        withoutColumn(withTable(schema, change.table()), change.table(), to),
        change.table(),
        List.of(change.from()));
  }

  @Override
  public Schema renameValue(ColumnChange.RenameValue change) {
    return withColumns(schema, change.table(), List.of(change.column()));
  }

  @Override
  public Schema addConstraint(ConstraintChange.AddConstraint change) {
    Schema ready = withColumns(schema, change.table(), change.constraint().columns());
    if (change.constraint() instanceof ForeignKey key) {
      ready = withColumns(ready, key.target(), key.targetColumns());
    }
    Predicate<Constraint> inTheWay =
        other ->
            other.name().equals(change.constraint().name())
                || (other instanceof PrimaryKey && change.constraint() instanceof PrimaryKey);
    Table table = ready.table(change.table());
    return table.constraints().stream().anyMatch(inTheWay)
        ? ready.editing(
            change.table(), t -> t.withConstraints(t.constraints().filter(inTheWay.negate())))
        : ready;
  }

  @Override
  public Schema dropConstraint(ConstraintChange.DropConstraint change) {
    Schema ready = withTable(schema, change.table());
    return ready.table(change.table()).constraints().contains(change.constraint().name())
        ? ready
        : ready.editing(
            change.table(), t -> t.withConstraints(t.constraints().plus(change.constraint())));
  }

  /** What kind of constraint it is cannot be told from its name: such a change is passed over. */
  @Override
  public Schema renameConstraint(ConstraintChange.RenameConstraint change) {
    return withTable(schema, change.table());
  }

  @Override
  public Schema createIndex(ConstraintChange.CreateIndex change) {
    Schema ready = withColumns(schema, change.table(), change.index().columns());
    ByName<Index> indexes = ready.table(change.table()).indexes();
    return indexes.contains(change.index().name())
        ? ready.editing(change.table(), t -> t.withIndexes(indexes.minus(change.index().name())))
        : ready;
  }

  @Override
  public Schema dropIndex(ConstraintChange.DropIndex change) {
    Schema ready = withTable(schema, change.table());
    ByName<Index> indexes = ready.table(change.table()).indexes();
    return indexes.contains(change.index().name())
        ? ready
        : ready.editing(change.table(), t -> t.withIndexes(indexes.plus(change.index())));
  }

  /** Which columns it is on cannot be told from its name: such a change is passed over. */
  @Override
  public Schema renameIndex(ConstraintChange.RenameIndex change) {
    return withTable(schema, change.table());
  }

  @Override
  public Schema createSequence(ObjectChange.CreateSequence change) {
    String name = change.sequence().name().toString();
    return schema.sequences().contains(name)
        ? schema.withSequences(schema.sequences().minus(name))
        : schema;
  }

  @Override
  public Schema dropSequence(ObjectChange.DropSequence change) {
    return withSequence(change.sequence());
  }

  @Override
  public Schema alterSequence(ObjectChange.AlterSequence change) {
    return withSequence(change.from());
  }

  private Schema withSequence(Sequence sequence) {
    return schema.sequences().contains(sequence.name().toString())
        ? schema
        : schema.withSequences(schema.sequences().plus(sequence));
  }

  /** Where it starts cannot be told from its name: such a change is passed over. */
  @Override
  public Schema renameSequence(ObjectChange.RenameSequence change) {
    return schema;
  }

  @Override
  public Schema createEnumType(ObjectChange.CreateEnumType change) {
    String name = change.type().name().toString();
    return schema.enumTypes().contains(name)
        ? schema.withEnumTypes(schema.enumTypes().minus(name))
        : schema;
  }

  @Override
  public Schema dropEnumType(ObjectChange.DropEnumType change) {
    return withEnumType(change.type());
  }

  @Override
  public Schema alterEnumType(ObjectChange.AlterEnumType change) {
    return withEnumType(change.from());
  }

  private Schema withEnumType(EnumType type) {
    return schema.enumTypes().contains(type.name().toString())
        ? schema
        : schema.withEnumTypes(schema.enumTypes().plus(type));
  }

  /** Which labels it has cannot be told from its name: such a change is passed over. */
  @Override
  public Schema renameEnumType(ObjectChange.RenameEnumType change) {
    return schema;
  }

  @Override
  public Schema renameEnumLabel(ObjectChange.RenameEnumLabel change) {
    return withEnumType(new EnumType(change.type(), List.of(change.from())));
  }

  private static Schema without(Schema schema, QualifiedName table) {
    return schema.tables().contains(table.toString())
        ? schema.withTables(schema.tables().minus(table.toString()))
        : schema;
  }

  private static Schema withTable(Schema schema, QualifiedName table) {
    return schema.tables().contains(table.toString())
        ? schema
        : schema.withTables(schema.tables().plus(Table.named(table)));
  }

  private static Schema withColumns(Schema schema, QualifiedName table, List<String> columns) {
    Schema ready = withTable(schema, table);
    for (String column : columns) {
      ready = withColumn(ready, table, Column.of(column, ColumnType.UNKNOWN));
    }
    return ready;
  }

  private static Schema withColumn(Schema schema, QualifiedName table, Column column) {
    Schema ready = withTable(schema, table);
    return ready.table(table).columns().contains(column.name())
        ? ready
        : ready.editing(table, t -> t.withColumns(t.columns().plus(column)));
  }

  private static Schema withoutColumn(Schema schema, QualifiedName table, Column column) {
    return schema.table(table).columns().contains(column.name())
        ? schema.editing(table, t -> t.withColumns(t.columns().minus(column.name())))
        : schema;
  }

  private static Schema withoutUses(Schema schema, QualifiedName table, String column) {
    Table own = schema.table(table);
    boolean used =
        own.constraints().stream().anyMatch(constraint -> constraint.columns().contains(column))
            || own.indexes().stream().anyMatch(index -> index.columns().contains(column));
    return used
        ? schema.editing(
            table,
            t ->
                t.withConstraints(t.constraints().filter(c -> !c.columns().contains(column)))
                    .withIndexes(t.indexes().filter(i -> !i.columns().contains(column))))
        : schema;
  }
}
