package dev.autogen.inspect;

import dev.autogen.change.Change;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ObjectChange.CreateEnumType;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.dialect.CatalogQueries;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ScratchTables;
import dev.autogen.schema.ByName;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Temporary tables of one connection, made to be read back. Closing it takes all of them away and
 * leaves the connection as it was.
 */
final class ScratchSession implements AutoCloseable {

  private final Connection connection;
  private final Dialect dialect;
  private final ScratchTables scratch;
  private final boolean autoCommit;
  private final @Nullable Savepoint start;
  private final List<Table> made = new ArrayList<>();

  private ScratchSession(Connection connection, Dialect dialect) throws SQLException {
    this.connection = connection;
    this.dialect = dialect;
    this.scratch = dialect.catalog().scratch();
    this.autoCommit = connection.getAutoCommit();
    if (scratch.inTransaction() && autoCommit) {
      connection.setAutoCommit(false);
    }
    this.start = scratch.inTransaction() && !autoCommit ? connection.setSavepoint() : null;
  }

  static ScratchSession open(Connection connection, Dialect dialect) throws SQLException {
    ScratchSession session = new ScratchSession(connection, dialect);
    try {
      session.execute(session.scratch.enter());
      return session;
    } catch (SQLException e) {
      session.close();
      throw e;
    }
  }

  /** Whether a scratch table may have the name of the table that it stands for. */
  boolean mayShareNames() {
    return scratch.mayShareNames();
  }

  /** Why no table at all can be made, if that is so. */
  Optional<String> refusal(String name) throws SQLException {
    Table table =
        Table.of(
            QualifiedName.of(name),
            List.of(Column.of("id", new ColumnType("integer"))),
            List.of(),
            List.of());
    Optional<String> refusal = create(List.of(table));
    if (refusal.isEmpty()) {
      drop(List.of(table));
    }
    return refusal;
  }

  /** Makes a type that hides the database's own of that name; tells whether that went well. */
  boolean create(EnumType type) throws SQLException {
    return attempt(new CreateEnumType(type).accept(dialect.ddl())).isEmpty();
  }

  /** Makes tables, all or none; tells why not. */
  Optional<String> create(List<Table> tables) throws SQLException {
    List<String> statements = new ArrayList<>();
    for (Table table : tables) {
      Change bare = new CreateTable(table.withIndexes(ByName.of(i -> i.name(), List.of())));
      bare.accept(dialect.ddl()).stream().map(scratch::temporary).forEach(statements::add);
      table
          .indexes()
          .forEach(
              index ->
                  statements.addAll(new CreateIndex(table.name(), index).accept(dialect.ddl())));
    }
    Optional<String> failure = attempt(statements);
    if (failure.isEmpty()) {
      made.addAll(tables);
    } else if (!scratch.inTransaction()) {
      dropNow(tables);
    }
    return failure;
  }

  /** Takes tables away again that went well. */
  void drop(List<Table> tables) throws SQLException {
    dropNow(tables);
    made.removeAll(tables);
  }

  private void dropNow(List<Table> tables) throws SQLException {
    execute(tables.stream().map(table -> scratch.drop(dialect.identifier(table.name()))).toList());
  }

  private Optional<String> attempt(List<String> statements) throws SQLException {
    Savepoint before = scratch.inTransaction() ? connection.setSavepoint() : null;
    try {
      execute(statements);
      return Optional.empty();
    } catch (SQLException e) {
      if (before != null) {
        connection.rollback(before);
      }
      return Optional.of(reason(e));
    }
  }

  /** The database's message without what only a program can use. */
  static String reason(Exception e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf("; SQL statement:");
    return (end < 0 ? message : message.substring(0, end))
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("^(ERROR|FATAL): ", "")
        .replaceFirst("\\.$", "");
  }

  /** In one trip to the server, where all of it fails together. */
  private void execute(List<String> statements) throws SQLException {
    if (statements.isEmpty()) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      if (scratch.inTransaction()) {
        statement.execute(String.join(";\n", statements));
      } else {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
    }
  }

  /** Reads the tables back; nothing can be made afterwards. */
  Schema read() throws SQLException {
    execute(scratch.leave());
    CatalogQueries queries = scratch.catalog(made.stream().map(Table::name).toList());
    String schema = CatalogCrawl.value(connection, scratch.schema());
    if (schema == null) {
      return Schema.EMPTY;
    }
    List<String> schemas = List.of(schema);
    CatalogContents read =
        new CatalogContents(
            List.of(),
            CatalogContents.tables(queries.tables(schemas).rows(connection), List.of()),
            CatalogContents.detailed(
                queries.columns(schemas).rows(connection),
                queries.columnDetails(schemas).rows(connection)),
            List.of(),
            List.of(),
            queries.checks(schemas).rows(connection),
            List.of(),
            queries.indexes(schemas).rows(connection),
            List.of(),
            List.of());
    return dialect.canonical(
        new SchemaAssembly(new DatabaseNames(dialect, schema), DatabaseScope.DEFAULT)
            .schema(read.written(queries))
            .schema());
  }

  @Override
  public void close() throws SQLException {
    try {
      if (!scratch.inTransaction()) {
        dropNow(made);
      } else if (start != null) {
        connection.rollback(start);
        connection.releaseSavepoint(start);
      } else {
        connection.rollback();
      }
    } finally {
      if (connection.getAutoCommit() != autoCommit) {
        connection.setAutoCommit(autoCommit);
      }
    }
  }
}
