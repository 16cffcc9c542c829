package dev.autogen.dialect.mysql;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ConstraintChange.DropIndex;
import dev.autogen.change.ConstraintChange.RenameConstraint;
import dev.autogen.change.ConstraintChange.RenameIndex;
import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.change.ObjectChange.AlterSequence;
import dev.autogen.change.ObjectChange.CreateEnumType;
import dev.autogen.change.ObjectChange.CreateSchema;
import dev.autogen.change.ObjectChange.CreateSequence;
import dev.autogen.change.ObjectChange.DropEnumType;
import dev.autogen.change.ObjectChange.DropSchema;
import dev.autogen.change.ObjectChange.DropSequence;
import dev.autogen.change.ObjectChange.RenameEnumLabel;
import dev.autogen.change.ObjectChange.RenameEnumType;
import dev.autogen.change.ObjectChange.RenameSequence;
import dev.autogen.change.TableChange.AlterTable;
import dev.autogen.change.TableChange.CommentTable;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.RenamedValues;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * MySQL's DDL for one batch of changes. What a statement must restate is taken from the tables as
 * they are. Never cascades, and drops no schema that holds anything.
 */
public class MysqlDdl implements Change.Visitor<List<String>> {

  protected final Dialect dialect;
  private final MysqlDefinitions definitions;
  private final MysqlTables tables;
  private final MysqlColumns columns;
  private final MysqlKeys keys;

  /**
   * @param tables the tables before the batch
   * @param batch the changes that are done together
   */
  public MysqlDdl(Dialect dialect, MysqlTables tables, List<Change> batch) {
    this(dialect, new MysqlParts(dialect, new MysqlSurroundings(tables, batch)), tables);
  }

  /**
   * @param parts what this database writes its own way
   */
  protected MysqlDdl(Dialect dialect, MysqlParts parts, MysqlTables tables) {
    this.dialect = dialect;
    this.definitions = parts.definitions();
    this.columns = parts.columns();
    this.keys = parts.keys();
    this.tables = tables;
  }

  @Override
  public List<String> createSchema(CreateSchema change) {
    return List.of("create schema " + dialect.identifier(change.name()));
  }

  /**
   * Dropping a schema drops all that is in it, so it is looked at first, and in the same script
   * once more.
   */
  @Override
  public List<String> dropSchema(DropSchema change) {
    List<String> contents = tables.contents(change.name());
    if (!contents.isEmpty()) {
      throw new UnsupportedChangeException(
          "Schema \"%s\" is not dropped: it still holds %s. Drop or move what is in it first."
              .formatted(change.name(), String.join(", ", contents)));
    }
    String stored = dialect.literal(dialect.toDatabase(change.name()));
    return List.of(
        MysqlGuard.nothingOf(
            List.of(
                "select 1 from information_schema.tables where table_schema = " + stored,
                "select 1 from information_schema.routines where routine_schema = " + stored,
                "select 1 from information_schema.events where event_schema = " + stored)),
        "drop schema " + dialect.identifier(change.name()));
  }

  @Override
  public List<String> createTable(CreateTable change) {
    new MysqlActions(definitions).require(MysqlTableText.of(change.definition(), definitions));
    List<String> statements = List.of(definitions.table(keys.located(change.definition())));
    for (Column column : change.definition().columns()) {
      statements = columns.withoutDefault(change.definition().name(), column, statements);
    }
    return statements;
  }

  @Override
  public List<String> dropTable(DropTable change) {
    return List.of("drop table " + dialect.identifier(change.definition().name()));
  }

  @Override
  public List<String> renameTable(RenameTable change) {
    return rename(change.from(), change.to());
  }

  protected final List<String> rename(QualifiedName from, QualifiedName to) {
    return List.of("rename table " + dialect.identifier(from) + " to " + dialect.identifier(to));
  }

  @Override
  public List<String> commentTable(CommentTable change) {
    return alter(change.table(), List.of("comment = " + dialect.literal(change.to().orElse(""))));
  }

  /**
   * The columns that have the table's collation get the new one: to change the table's alone leaves
   * each column where it was.
   */
  @Override
  public List<String> alterTable(AlterTable change) {
    List<String> parts = new ArrayList<>();
    SortedMap<String, String> changed = dialect.tableOptions().changed(change.from(), change.to());
    changed.forEach((name, value) -> parts.add(name + " = " + value));
    if (changed.containsKey("collate")) {
      parts.addAll(columns.collatedAs(change.table()));
    }
    return alter(change.table(), parts);
  }

  @Override
  public List<String> addColumn(AddColumn change) {
    return columns.add(change);
  }

  @Override
  public List<String> dropColumn(DropColumn change) {
    return alter(
        change.table(), List.of("drop column " + dialect.identifier(change.column().name())));
  }

  @Override
  public List<String> alterColumn(AlterColumn change) {
    return columns.alter(change);
  }

  @Override
  public List<String> renameColumn(RenameColumn change) {
    return columns.rename(change);
  }

  @Override
  public List<String> addConstraint(AddConstraint change) {
    return alter(change.table(), keys.add(change));
  }

  @Override
  public List<String> dropConstraint(DropConstraint change) {
    return alter(change.table(), keys.drop(change));
  }

  @Override
  public List<String> renameConstraint(RenameConstraint change) {
    return alter(change.table(), keys.rename(change));
  }

  @Override
  public List<String> createIndex(CreateIndex change) {
    return alter(change.table(), keys.create(change));
  }

  @Override
  public List<String> dropIndex(DropIndex change) {
    return alter(change.table(), keys.drop(change));
  }

  @Override
  public List<String> renameIndex(RenameIndex change) {
    return alter(change.table(), List.of(keys.renameIndex(change.from(), change.to())));
  }

  @Override
  public List<String> createSequence(CreateSequence change) {
    throw noSequences(change.sequence().name());
  }

  @Override
  public List<String> dropSequence(DropSequence change) {
    throw noSequences(change.sequence().name());
  }

  @Override
  public List<String> alterSequence(AlterSequence change) {
    throw noSequences(change.from().name());
  }

  @Override
  public List<String> renameSequence(RenameSequence change) {
    throw noSequences(change.from());
  }

  @Override
  public List<String> createEnumType(CreateEnumType change) {
    throw noEnumTypes(change.type().name());
  }

  @Override
  public List<String> dropEnumType(DropEnumType change) {
    throw noEnumTypes(change.type().name());
  }

  @Override
  public List<String> alterEnumType(AlterEnumType change) {
    throw noEnumTypes(change.from().name());
  }

  @Override
  public List<String> renameEnumType(RenameEnumType change) {
    throw noEnumTypes(change.from());
  }

  @Override
  public List<String> renameEnumLabel(RenameEnumLabel change) {
    throw noEnumTypes(change.type());
  }

  @Override
  public List<String> renameValue(RenameValue change) {
    return List.of(
        RenamedValues.update(
            dialect,
            change,
            tables
                .text(change.table())
                .map(text -> text.timesThatStay(change.column()))
                .orElse("")));
  }

  /** One statement for all that is done to a table at once. */
  private List<String> alter(QualifiedName table, List<String> parts) {
    return parts.isEmpty()
        ? List.of()
        : List.of("alter table " + dialect.identifier(table) + " " + String.join(", ", parts));
  }

  private UnsupportedChangeException noSequences(QualifiedName sequence) {
    return new UnsupportedChangeException(
        definitions.product()
            + " has no sequences, so \""
            + sequence
            + "\" cannot be one: number the column itself (identity), or use a table as the"
            + " generator.");
  }

  private UnsupportedChangeException noEnumTypes(QualifiedName type) {
    return new UnsupportedChangeException(
        definitions.product()
            + " has no enum types with a name, so \""
            + type
            + "\" cannot be one: give the column a type of its own, enum('A', 'B').");
  }
}
