package dev.autogen.dialect.sqlite;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ConstraintChange;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.RenameIndex;
import dev.autogen.change.TableChange.AlterTable;
import dev.autogen.change.TableChange.CommentTable;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.dialect.SqlText;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The statements of one batch of {@link SqliteBatches}: of the table as the database has it, or,
 * without a database, as the model knows it.
 */
final class SqliteStatements {

  private final SqliteDialect dialect;
  private final SqliteDefinitions definitions;

  SqliteStatements(SqliteDialect dialect, SqliteDefinitions definitions) {
    this.dialect = dialect;
    this.definitions = definitions;
  }

  /** From the model alone: triggers, and whatever else the model does not know, are not there. */
  List<String> of(List<Change> batch, Schema known) {
    Change first = batch.get(0);
    if (first instanceof RenameIndex rename) {
      Optional<Table> table = known.tables().find(rename.table().toString());
      Index index =
          table
              .flatMap(t -> t.indexes().find(rename.from()))
              .orElseThrow(() -> SqliteDdl.rebuilt(rename.table()));
      return renamed(rename, definitions.index(rename.table(), index.withName(rename.to())));
    }
    return rebuiltTable(batch)
        .map(
            name -> {
              Table table =
                  known
                      .tables()
                      .find(name.toString())
                      .filter(t -> !t.columns().isEmpty())
                      .orElseThrow(() -> SqliteDdl.rebuilt(name));
              return new SqliteRebuild(
                      dialect,
                      name,
                      SqliteTable.parse(name.name(), definitions.table(table)),
                      table.indexes().stream()
                          .map(index -> definitions.index(name, index))
                          .toList())
                  .statements(batch, Optional.of(table));
            })
        .orElseGet(() -> simple(batch));
  }

  /** From what the database has now. */
  List<String> of(List<Change> batch, Schema known, Connection connection) throws SQLException {
    Change first = batch.get(0);
    if (first instanceof RenameIndex rename) {
      SqliteMaster master = new SqliteMaster(connection, schema(rename.table()));
      Optional<String> sql = master.index(rename.from());
      return sql.isPresent()
          ? renamed(
              rename,
              SqliteMaster.withIndexName(
                  sql.get(), dialect.identifier(rename.table().named(rename.to()))))
          : of(batch, known);
    }
    Optional<QualifiedName> rebuilt = rebuiltTable(batch);
    if (rebuilt.isEmpty()) {
      List<String> statements = simple(batch);
      if (first instanceof RenameColumn rename) {
        SqliteRename.require(rename, statements, connection);
      }
      return statements;
    }
    QualifiedName name = rebuilt.get();
    SqliteMaster master = new SqliteMaster(connection, schema(name));
    Optional<SqliteTable> table = master.table(name.name());
    SqliteSession.requireUnenforced(connection);
    return table.isEmpty()
        ? of(batch, known)
        : new SqliteRebuild(dialect, name, table.get(), master.dependents(name.name()))
            .statements(batch, known.tables().find(name.toString()));
  }

  private static String schema(QualifiedName table) {
    return table.schema().isEmpty() ? SqliteMaster.MAIN : table.schema();
  }

  private List<String> renamed(RenameIndex rename, String create) {
    return List.of("drop index " + dialect.identifier(rename.table().named(rename.from())), create);
  }

  /** Whether a text may be several statements, or is a trigger, which holds some. */
  static boolean goesOnBehindASemicolon(String sql) {
    boolean ended = false;
    for (SqlText.Token token : new SqlText(sql, SqlText.Style.BRACKETS).tokens()) {
      if (ended && !token.is(";")) {
        return true;
      }
      ended |= token.is(";");
    }
    return false;
  }

  /** Whether a batch makes something anew that the database knows more of. */
  static boolean restates(List<Change> batch) {
    return batch.get(0) instanceof RenameIndex || rebuiltTable(batch).isPresent();
  }

  /** The table that a batch builds anew, if it does. */
  private static Optional<QualifiedName> rebuiltTable(List<Change> batch) {
    Change first = batch.get(0);
    boolean whole =
        first instanceof CreateTable
            || first instanceof RenameColumn
            || batch.get(batch.size() - 1) instanceof DropTable;
    if (whole || !SqliteRebuild.isNeededFor(batch)) {
      return Optional.empty();
    }
    if (first instanceof ColumnChange column) {
      return Optional.of(column.table());
    }
    if (first instanceof CommentTable comment) {
      return Optional.of(comment.table());
    }
    if (first instanceof AlterTable options) {
      return Optional.of(options.table());
    }
    return first instanceof ConstraintChange constraint
        ? Optional.of(constraint.table())
        : Optional.empty();
  }

  private List<String> simple(List<Change> batch) {
    Change last = batch.get(batch.size() - 1);
    if (last instanceof DropTable) {
      return last.accept(dialect.ddl());
    }
    if (batch.get(0) instanceof CreateTable create) {
      return new CreateTable(folded(create.definition(), batch)).accept(dialect.ddl());
    }
    return batch.stream().flatMap(change -> change.accept(dialect.ddl()).stream()).toList();
  }

  /** A new table with what is added to it before anyone sees it. */
  private static Table folded(Table created, List<Change> batch) {
    Table table = created;
    for (Change change : batch.subList(1, batch.size())) {
      if (change instanceof AddConstraint add && add.constraint() instanceof ForeignKey) {
        table = table.withConstraints(table.constraints().plus(add.constraint()));
      } else {
        Schema alone = Schema.EMPTY.withTables(Schema.EMPTY.tables().plus(table));
        table = change.applyTo(alone).table(created.name());
      }
    }
    return table;
  }
}
