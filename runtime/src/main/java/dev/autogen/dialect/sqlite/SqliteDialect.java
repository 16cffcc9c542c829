package dev.autogen.dialect.sqlite;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.dialect.CatalogQueries;
import dev.autogen.dialect.DatabaseVersion;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.MigrationSession;
import dev.autogen.dialect.Namespaces;
import dev.autogen.dialect.Namespaces.Kind;
import dev.autogen.dialect.ScratchDatabases;
import dev.autogen.dialect.ScriptText;
import dev.autogen.dialect.TableOptions;
import dev.autogen.dialect.UnnamedConstraint;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SQLite, from version 3.37 on. */
final class SqliteDialect implements Dialect {

  static final String NAME = "sqlite";

  private final DatabaseVersion version;
  private final SqliteTypes types = new SqliteTypes();
  private final SqliteDefinitions definitions = new SqliteDefinitions(this);
  private final SqliteDdl ddl = new SqliteDdl(this, definitions);
  private final SqliteLock lock = SqliteLock.onMigrations();

  SqliteDialect(DatabaseVersion version) {
    this.version = version;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DatabaseVersion version() {
    return version;
  }

  /** SQLite finds a name in any case of its letters, so the model has one of them. */
  @Override
  public String fromDatabase(String stored) {
    return SqliteNames.folded(stored);
  }

  @Override
  public String toDatabase(String name) {
    return name;
  }

  @Override
  public String fromMapping(String text, boolean quoted) {
    return SqliteNames.folded(text);
  }

  @Override
  public String identifier(String name) {
    return SqliteNames.write(name);
  }

  @Override
  public String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @Override
  public Optional<String> implicitName(UnnamedConstraint constraint) {
    return Optional.of(SqliteNames.unnamed(constraint));
  }

  @Override
  public boolean namesConstraintsByTable() {
    return true;
  }

  @Override
  public ColumnType canonical(ColumnType type) {
    return types.canonical(type);
  }

  @Override
  public String sql(ColumnType type) {
    return types.canonical(type).sql();
  }

  @Override
  public Schema canonical(Schema schema) {
    return new SqliteCanonical(types).schema(schema);
  }

  @Override
  public TableOptions tableOptions() {
    return new SqliteTableOptions();
  }

  @Override
  public Schema exported(Schema declared) {
    return SqliteExport.of(declared);
  }

  @Override
  public Table asFound(Table declared, Table found) {
    return SqliteRowNumber.asFound(SqliteStrict.asFound(types, declared, found), found);
  }

  @Override
  public Optional<String> neutralValue(ColumnType type) {
    return types.neutralValue(types.canonical(type));
  }

  @Override
  public Optional<String> numbered(ColumnType type, String number) {
    return SqliteTypes.numbered(types.canonical(type), number);
  }

  @Override
  public boolean retypesValues(AlterColumn change) {
    return !SqliteConversions.value("c", change).equals("c");
  }

  @Override
  public Optional<String> unconvertible(AlterColumn change) {
    return SqliteConversions.obstacle(this, change);
  }

  @Override
  public Change.Visitor<List<String>> ddl() {
    return ddl;
  }

  @Override
  public List<List<Change>> batches(List<Change> changes) {
    return SqliteBatches.of(changes);
  }

  @Override
  public List<String> statements(List<Change> batch, Schema known) {
    return new SqliteStatements(this, definitions).of(batch, known);
  }

  @Override
  public List<String> statements(List<Change> batch, Schema known, Connection connection)
      throws SQLException {
    return new SqliteStatements(this, definitions).of(batch, known, connection);
  }

  @Override
  public boolean restates(List<Change> batch) {
    return SqliteStatements.restates(batch);
  }

  /** The driver leaves out what follows the first statement, and says nothing, but here. */
  @Override
  public void execute(Statement statement, String sql) throws SQLException {
    if (SqliteStatements.goesOnBehindASemicolon(sql)) {
      statement.executeUpdate(sql);
    } else {
      statement.execute(sql);
    }
  }

  @Override
  public Optional<Connection> imitation(Connection connection) {
    return SqliteImitation.of(connection);
  }

  /** A migration begins with {@code begin immediate}: one connection writes at a time. */
  @Override
  public List<String> locks(String statement) {
    return statement.isBlank() || statement.matches("(?is)\\s*(?:select|pragma)\\b.*")
        ? List.of()
        : List.of("the whole database: not written by others until the migration ends");
  }

  @Override
  public ScriptText script() {
    return new SqliteScript(this);
  }

  @Override
  public MigrationSession session() {
    return new SqliteSession();
  }

  @Override
  public boolean hasTransactionalDdl() {
    return true;
  }

  /** Known by the words alone: the code is that of any mistake. */
  @Override
  public boolean wantsNoTransaction(SQLException refused) {
    String message = String.valueOf(refused.getMessage());
    return message.contains("within a transaction") || message.contains("inside a transaction");
  }

  @Override
  public Namespaces namespaces() {
    return Namespaces.ofSchemas(List.of(Set.of(Kind.TABLE, Kind.INDEX)));
  }

  @Override
  public CatalogQueries catalog() {
    return SqliteCatalog.live();
  }

  @Override
  public ScratchDatabases scratchDatabases() {
    return new SqliteScratchDatabases();
  }

  @Override
  public boolean tryLock(Connection connection) throws SQLException {
    return lock.take(connection);
  }

  /** The lock is a file's, and no session's. */
  @Override
  public boolean migratesUnderItsLock() {
    return true;
  }

  @Override
  public void unlock(Connection connection) throws SQLException {
    lock.release(connection);
  }

  @Override
  public Optional<String> lockHolder(Connection connection) throws SQLException {
    return lock.holder(connection);
  }
}
