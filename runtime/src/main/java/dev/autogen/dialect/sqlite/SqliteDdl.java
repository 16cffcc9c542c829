package dev.autogen.dialect.sqlite;

import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.DropConstraint;
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
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.dialect.StandardDdl;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/**
 * The changes that SQLite has a statement for. What it has none for is made by {@link
 * SqliteRebuild}, which has to know the table.
 */
final class SqliteDdl extends StandardDdl {

  private final SqliteDefinitions written;

  SqliteDdl(SqliteDialect dialect, SqliteDefinitions definitions) {
    super(dialect, definitions);
    this.written = definitions;
  }

  @Override
  public List<String> createSchema(CreateSchema change) {
    throw schema(change.name(), "created");
  }

  @Override
  public List<String> dropSchema(DropSchema change) {
    throw schema(change.name(), "dropped");
  }

  private static UnsupportedChangeException schema(String name, String done) {
    return new UnsupportedChangeException(
        "Schema \""
            + name
            + "\" cannot be "
            + done
            + ": a schema of SQLite is a file that a connection attaches. Take the schema out of"
            + " the mapping, or have each connection attach a database under that name.");
  }

  @Override
  public List<String> createTable(CreateTable change) {
    List<String> statements = new ArrayList<>();
    statements.add(written.table(change.definition()));
    change
        .definition()
        .indexes()
        .forEach(index -> statements.add(written.index(change.definition().name(), index)));
    return statements;
  }

  @Override
  public List<String> renameTable(RenameTable change) {
    if (!change.from().schema().equals(change.to().schema())) {
      throw new UnsupportedChangeException(
          "Table \""
              + change.from()
              + "\" cannot become \""
              + change.to()
              + "\": SQLite cannot move a table from one file to another.");
    }
    return List.of(alter(change.from()) + "rename to " + dialect.identifier(change.to().name()));
  }

  /** Nothing: SQLite keeps no comments. */
  @Override
  public List<String> commentTable(CommentTable change) {
    return List.of();
  }

  @Override
  public List<String> alterTable(AlterTable change) {
    throw rebuilt(change.table());
  }

  /** Whether {@code add column} makes the column as it shall be. */
  static boolean isAddedByItself(AddColumn change) {
    Column column = change.column();
    boolean computed = column.generated().isPresent();
    boolean constant =
        column.defaultValue().filter(value -> !SqliteExpressions.isConstant(value)).isEmpty();
    boolean filled = change.fill().isPresent() && column.defaultValue().isPresent();
    return computed
        ? column.generated().filter(generated -> generated.stored()).isEmpty() && column.nullable()
        : constant
            && !filled
            && column.identity().isEmpty()
            && (column.nullable() || column.defaultValue().isPresent());
  }

  @Override
  public List<String> addColumn(AddColumn change) {
    if (!isAddedByItself(change)) {
      throw rebuilt(change.table());
    }
    List<String> statements = new ArrayList<>();
    statements.add(alter(change.table()) + "add column " + written.column(change.column()));
    change
        .fill()
        .ifPresent(value -> statements.add(fill(change.table(), change.column().name(), value)));
    return statements;
  }

  @Override
  public List<String> dropColumn(DropColumn change) {
    throw rebuilt(change.table());
  }

  @Override
  public List<String> alterColumn(AlterColumn change) {
    throw rebuilt(change.table());
  }

  @Override
  public List<String> addConstraint(AddConstraint change) {
    throw rebuilt(change.table());
  }

  @Override
  public List<String> dropConstraint(DropConstraint change) {
    throw rebuilt(change.table());
  }

  @Override
  public List<String> renameConstraint(RenameConstraint change) {
    throw rebuilt(change.table());
  }

  @Override
  public List<String> renameIndex(RenameIndex change) {
    throw rebuilt(change.table());
  }

  static UnsupportedChangeException rebuilt(QualifiedName table) {
    return new UnsupportedChangeException(
        "Table \""
            + table
            + "\" has to be built anew for this on SQLite, and its definition is not known: run"
            + " the migration against the database.");
  }

  @Override
  public List<String> createSequence(CreateSequence change) {
    return List.of(written.sequence(change.sequence()));
  }

  @Override
  public List<String> dropSequence(DropSequence change) {
    throw without("Sequence", change.sequence().name());
  }

  @Override
  public List<String> alterSequence(AlterSequence change) {
    throw without("Sequence", change.from().name());
  }

  @Override
  public List<String> renameSequence(RenameSequence change) {
    throw without("Sequence", change.from());
  }

  @Override
  public List<String> createEnumType(CreateEnumType change) {
    throw without("Enum type", change.type().name());
  }

  @Override
  public List<String> dropEnumType(DropEnumType change) {
    throw without("Enum type", change.type().name());
  }

  @Override
  public List<String> alterEnumType(AlterEnumType change) {
    throw without("Enum type", change.from().name());
  }

  @Override
  public List<String> renameEnumType(RenameEnumType change) {
    throw without("Enum type", change.from());
  }

  @Override
  public List<String> renameEnumLabel(RenameEnumLabel change) {
    throw without("Enum type", change.type());
  }

  private static UnsupportedChangeException without(String kind, QualifiedName name) {
    return new UnsupportedChangeException(
        kind + " \"" + name + "\" cannot be changed: SQLite has no such thing.");
  }

  @Override
  protected boolean castsByItself(AlterColumn change) {
    return true;
  }

  @Override
  protected List<String> setType(AlterColumn change) {
    throw rebuilt(change.table());
  }

  @Override
  protected List<String> beforeIdentity(AlterColumn change) {
    throw rebuilt(change.table());
  }

  @Override
  protected List<String> setIdentity(AlterColumn change) {
    throw rebuilt(change.table());
  }

  @Override
  protected List<String> regenerate(AlterColumn change) {
    throw rebuilt(change.table());
  }
}
