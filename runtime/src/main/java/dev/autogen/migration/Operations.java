package dev.autogen.migration;

import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ConstraintChange.RenameConstraint;
import dev.autogen.change.ConstraintChange.RenameIndex;
import dev.autogen.change.ObjectChange.CreateEnumType;
import dev.autogen.change.ObjectChange.CreateSchema;
import dev.autogen.change.ObjectChange.CreateSequence;
import dev.autogen.change.ObjectChange.DropEnumType;
import dev.autogen.change.ObjectChange.DropSchema;
import dev.autogen.change.ObjectChange.DropSequence;
import dev.autogen.change.ObjectChange.RenameEnumLabel;
import dev.autogen.change.ObjectChange.RenameEnumType;
import dev.autogen.change.ObjectChange.RenameSequence;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The vocabulary in which a migration is written. Each chain of calls records one {@link Step};
 * nothing runs before the migration's method has returned.
 *
 * <p>Tables, sequences and types are named as {@link Names} says: {@code users}, {@code crm.users}.
 * What is dropped may be given with its definition, which a reviewer then sees and which the
 * reverse restores; without one, it is what the migrations before this one made it.
 *
 * <p>A chain that lacks something necessary, or is added to after the next has begun, is refused
 * with an {@link IllegalStateException} that quotes it.
 */
public final class Operations {

  private final Recorder recorder;
  private final KeyOperations keys;
  private boolean transactional = true;

  /**
   * @param state the schema before the first step as far as it is known: what a short form such as
   *     {@code dropTable("users")} looks its definition up in
   */
  public Operations(Schema state) {
    this.recorder = new Recorder(state);
    this.keys = new KeyOperations(recorder);
  }

  /** What has been recorded, in order. Ends the last chain of calls. */
  public List<Step> steps() {
    return recorder.steps();
  }

  /**
   * Whether the steps are one transaction where the database can do that; they are unless said.
   * With {@code false} each step is committed by itself: for what PostgreSQL refuses in a
   * transaction, such as {@code create index concurrently}, and for work that takes long. A run
   * that breaks off goes on where it was, with the next one.
   */
  public void transactional(boolean together) {
    transactional = together;
  }

  boolean isTransactional() {
    return transactional;
  }

  /** A statement to be run as it stands. */
  public void execute(String sql) {
    if (sql == null || sql.isBlank()) {
      throw new IllegalArgumentException("op.execute(...) holds no SQL.");
    }
    recorder.add(new Step.Execute(sql));
  }

  /** Work to be done with plain JDBC; {@code what} says in a few words what it is, for the log. */
  public void run(String what, Step.Work work) {
    if (what == null || work == null) {
      throw new IllegalArgumentException(
          "op.run(...) takes a few words that say what it does, and the work.");
    }
    recorder.add(new Step.Run(what, work));
  }

  /** Rows put into a table, such as those of a list that the application expects. */
  public InsertStep bulkInsert(String table, String... columns) {
    Scope scope = recorder.begin(call("bulkInsert", table));
    InsertStep step = new InsertStep(scope, Names.parse(table), List.of(columns));
    recorder.becomeStep(scope, step::step);
    return step;
  }

  /**
   * Columns of rows that are there given values, in batches that are committed one by one: for
   * tables too large for one update. The migration is then no single transaction, on any database.
   */
  public BackfillStep backfill(String table) {
    Scope scope = recorder.begin(call("backfill", table));
    QualifiedName name = Names.parse(table);
    List<String> key =
        recorder.known().table(name).primaryKey().map(PrimaryKey::columns).orElse(List.of());
    BackfillStep step = new BackfillStep(scope, name, key);
    recorder.becomeStep(scope, step::step);
    return step;
  }

  /** A new, empty schema. */
  public void createSchema(String name) {
    recorder.add(new CreateSchema(name));
  }

  /** No longer a schema, which must be empty. */
  public void dropSchema(String name) {
    recorder.add(new DropSchema(name));
  }

  /** A new table, with its columns, keys, checks and indexes. */
  public void createTable(String name, Consumer<TableDefinition> definition) {
    recorder.add(new CreateTable(described("createTable", name, definition)));
  }

  /** No longer a table; what it was is what the migrations before this one made it. */
  public void dropTable(String name) {
    Scope scope = recorder.begin(call("dropTable", name));
    Table dropped = recorder.known().table(Names.parse(name));
    recorder.become(scope, () -> new DropTable(dropped));
  }

  /** No longer a table, and what it was. */
  public void dropTable(String name, Consumer<TableDefinition> definition) {
    recorder.add(new DropTable(described("dropTable", name, definition)));
  }

  /** A table kept under another name, or in another schema. */
  public void renameTable(String from, String to) {
    recorder.add(new RenameTable(Names.parse(from), Names.parse(to)));
  }

  /** A table's comment set, changed or removed. */
  public CommentStep commentOnTable(String table) {
    Scope scope = recorder.begin(call("commentOnTable", table));
    CommentStep step = new CommentStep(scope, Names.parse(table));
    recorder.become(scope, step::change);
    return step;
  }

  /** What a table's engine is told of it besides, in its own words, changed. */
  public TableStep alterTable(String table) {
    Scope scope = recorder.begin(call("alterTable", table));
    TableStep step = new TableStep(scope, Names.parse(table));
    recorder.become(scope, step::change);
    return step;
  }

  /** A new column. */
  public ColumnStep addColumn(String table, String column, ColumnType type) {
    Scope scope = recorder.begin(call("addColumn", table, column));
    QualifiedName name = Names.parse(table);
    ColumnStep step = new ColumnStep(new Slot<>(scope, Column.of(column, type)));
    recorder.become(scope, () -> new AddColumn(name, step.column().get(), step.fill()));
    return step;
  }

  /** No longer a column; what it was is what the migrations before this one made it. */
  public ColumnStep dropColumn(String table, String column) {
    Scope scope = recorder.begin(call("dropColumn", table, column));
    QualifiedName name = Names.parse(table);
    return dropped(scope, name, recorder.known().column(name, column));
  }

  /** No longer a column, and what it was. */
  public ColumnStep dropColumn(String table, String column, ColumnType type) {
    Scope scope = recorder.begin(call("dropColumn", table, column));
    return dropped(scope, Names.parse(table), Column.of(column, type));
  }

  /** A column redefined under the same name. */
  public AlterColumnStep alterColumn(String table, String column) {
    Scope scope = recorder.begin(call("alterColumn", table, column));
    QualifiedName name = Names.parse(table);
    AlterColumnStep step = new AlterColumnStep(scope, name, recorder.known().column(name, column));
    recorder.become(scope, step::change);
    return step;
  }

  /** A column kept under another name. */
  public void renameColumn(String table, String from, String to) {
    recorder.add(new RenameColumn(Names.parse(table), from, to));
  }

  /** A new primary key. */
  public On<Complete> addPrimaryKey(String name) {
    return keys.addPrimaryKey(name);
  }

  /** No longer a primary key. */
  public From<Complete> dropPrimaryKey(String name) {
    return keys.dropPrimaryKey(name);
  }

  /** A new unique constraint. */
  public On<UniqueStep> addUnique(String name) {
    return keys.addUnique(name);
  }

  /** No longer a unique constraint. */
  public From<UniqueStep> dropUnique(String name) {
    return keys.dropUnique(name);
  }

  /** A new check. */
  public OnCondition addCheck(String name) {
    return keys.addCheck(name);
  }

  /** No longer a check. */
  public FromCondition dropCheck(String name) {
    return keys.dropCheck(name);
  }

  /** A new foreign key. */
  public On<ForeignKeyStep> addForeignKey(String name) {
    return keys.addForeignKey(name);
  }

  /** No longer a foreign key. */
  public From<ForeignKeyStep> dropForeignKey(String name) {
    return keys.dropForeignKey(name);
  }

  /** A key or check kept under another name. */
  public void renameConstraint(String table, String from, String to) {
    recorder.add(new RenameConstraint(Names.parse(table), from, to));
  }

  /** A new index. */
  public On<IndexStep> createIndex(String name) {
    return keys.createIndex(name);
  }

  /** No longer an index. */
  public From<IndexStep> dropIndex(String name) {
    return keys.dropIndex(name);
  }

  /** An index kept under another name. */
  public void renameIndex(String table, String from, String to) {
    recorder.add(new RenameIndex(Names.parse(table), from, to));
  }

  /** A new sequence, which counts from 1 by 1 unless the calls that follow say otherwise. */
  public SequenceDefinition createSequence(String name) {
    Scope scope = recorder.begin(call("createSequence", name));
    SequenceDefinition sequence = sequence(scope, name);
    recorder.become(scope, () -> new CreateSequence(sequence.build()));
    return sequence;
  }

  /** No longer a sequence; what it was is what the migrations before this one made it. */
  public void dropSequence(String name) {
    Scope scope = recorder.begin(call("dropSequence", name));
    Sequence dropped = recorder.known().sequence(Names.parse(name));
    recorder.become(scope, () -> new DropSequence(dropped));
  }

  /** No longer a sequence, and what it was. */
  public void dropSequence(String name, Consumer<SequenceDefinition> definition) {
    Scope scope = recorder.begin(call("dropSequence", name));
    SequenceDefinition sequence = sequence(scope, name);
    definition.accept(sequence);
    recorder.become(scope, () -> new DropSequence(sequence.build()));
  }

  /** A sequence redefined under the same name. */
  public AlterSequenceStep alterSequence(String name) {
    Scope scope = recorder.begin(call("alterSequence", name));
    AlterSequenceStep step =
        new AlterSequenceStep(scope, recorder.known().sequence(Names.parse(name)));
    recorder.become(scope, step::change);
    return step;
  }

  /** A sequence kept under another name, or in another schema. */
  public void renameSequence(String from, String to) {
    recorder.add(new RenameSequence(Names.parse(from), Names.parse(to)));
  }

  /** A new enum type, which is cast to text and back without being asked unless said otherwise. */
  public EnumTypeStep createEnumType(String name, String... labels) {
    Scope scope = recorder.begin(call("createEnumType", name));
    EnumTypeStep step = new EnumTypeStep(scope, new EnumType(Names.parse(name), List.of(labels)));
    recorder.become(scope, () -> new CreateEnumType(step.type()));
    return step;
  }

  /**
   * No longer an enum type, and the labels it had; without labels, those that the migrations before
   * this one gave it.
   */
  public EnumTypeStep dropEnumType(String name, String... labels) {
    Scope scope = recorder.begin(call("dropEnumType", name));
    QualifiedName type = Names.parse(name);
    EnumType dropped =
        labels.length == 0 ? recorder.known().enumType(type) : new EnumType(type, List.of(labels));
    EnumTypeStep step = new EnumTypeStep(scope, dropped);
    recorder.become(scope, () -> new DropEnumType(step.type()));
    return step;
  }

  /** An enum type's labels added, removed, or put in another order. */
  public AlterEnumTypeStep alterEnumType(String name) {
    Scope scope = recorder.begin(call("alterEnumType", name));
    AlterEnumTypeStep step = new AlterEnumTypeStep(scope, recorder.known(), Names.parse(name));
    recorder.become(scope, step::change);
    return step;
  }

  /** An enum type kept under another name, or in another schema. */
  public void renameEnumType(String from, String to) {
    recorder.add(new RenameEnumType(Names.parse(from), Names.parse(to)));
  }

  /**
   * Gives a value another name in the rows that hold it: of an enum stored as text. Columns, types
   * and checks stay as they are.
   */
  public RenameValueStep renameValue(String table, String column, String from, String to) {
    Scope scope = recorder.begin(call("renameValue", table, column, from, to));
    RenameValueStep step = new RenameValueStep(scope, Names.parse(table), column, Map.of(from, to));
    recorder.become(scope, step::change);
    return step;
  }

  /** A label of an enum type kept under another name. */
  public void renameEnumLabel(String type, String from, String to) {
    recorder.add(new RenameEnumLabel(Names.parse(type), from, to));
  }

  private ColumnStep dropped(Scope scope, QualifiedName table, Column column) {
    ColumnStep step = new ColumnStep(new Slot<>(scope, column));
    recorder.become(scope, () -> new DropColumn(table, step.column().get(), step.fill()));
    return step;
  }

  private Table described(String call, String name, Consumer<TableDefinition> definition) {
    Scope scope = recorder.begin(call(call, name));
    TableDefinition table = new TableDefinition(scope, Names.parse(name));
    definition.accept(table);
    Table built = table.build();
    scope.close();
    return built;
  }

  private static SequenceDefinition sequence(Scope scope, String name) {
    return new SequenceDefinition(new Slot<>(scope, Sequence.of(Names.parse(name), 1, 1)));
  }

  static String call(String call, String... arguments) {
    return "op." + call + "(\"" + String.join("\", \"", arguments) + "\")";
  }
}
