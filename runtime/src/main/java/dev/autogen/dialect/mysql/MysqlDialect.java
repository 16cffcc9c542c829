package dev.autogen.dialect.mysql;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.dialect.CatalogQueries;
import dev.autogen.dialect.DatabaseVersion;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.MigrationSession;
import dev.autogen.dialect.Namespaces;
import dev.autogen.dialect.Namespaces.Kind;
import dev.autogen.dialect.ScratchDatabases;
import dev.autogen.dialect.ScriptText;
import dev.autogen.dialect.TableOptions;
import dev.autogen.dialect.Traces;
import dev.autogen.dialect.UnnamedConstraint;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** MySQL, from version 8.0.16 on: the first that keeps CHECK constraints. */
final class MysqlDialect implements Dialect {

  static final String NAME = "mysql";

  private final DatabaseVersion version;
  private final MysqlTypes types = new MysqlTypes();
  private final MysqlStatements statements;
  private final MysqlCollations collations;
  private final MysqlLock lock = MysqlLock.onMigrations();

  /**
   * @param collations the collations that go without saying
   */
  MysqlDialect(DatabaseVersion version, MysqlCollations collations) {
    this.version = version;
    this.collations = collations;
    this.statements =
        new MysqlStatements(
            this,
            new MysqlDefinitions(this),
            collations.usual(),
            (tables, batch) -> new MysqlDdl(this, tables, batch));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DatabaseVersion version() {
    return version;
  }

  @Override
  public String fromDatabase(String stored) {
    return stored;
  }

  @Override
  public String toDatabase(String name) {
    return name;
  }

  @Override
  public String fromMapping(String text, boolean quoted) {
    return MysqlNames.stated(text);
  }

  @Override
  public boolean tellsColumnsApartByCase() {
    return false;
  }

  @Override
  public String identifier(String name) {
    return MysqlNames.identifier(name);
  }

  @Override
  public String literal(String text) {
    return MysqlNames.literal(text);
  }

  @Override
  public String unquoted(String inner) {
    return MysqlNames.unquoted(inner);
  }

  @Override
  public Optional<String> implicitName(UnnamedConstraint constraint) {
    return Optional.of(MysqlNames.implicit(constraint));
  }

  @Override
  public String statedName(Class<? extends Constraint> kind, String name) {
    return kind == PrimaryKey.class ? MysqlNames.PRIMARY_KEY : name;
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
    return new MysqlCanonical(types::canonical, collations).schema(schema);
  }

  @Override
  public Table asFound(Table declared, Table found) {
    return new MysqlAsFound(collations).of(declared, found);
  }

  @Override
  public TableOptions tableOptions() {
    return new MysqlTableOptions(collations);
  }

  @Override
  public Optional<String> neutralValue(ColumnType type) {
    return types.neutralValue(types.canonical(type));
  }

  @Override
  public Optional<String> numbered(ColumnType type, String number) {
    return MysqlTypes.numbered(types.canonical(type), number);
  }

  @Override
  public String ownText(int length) {
    return MysqlNames.ownText(length);
  }

  @Override
  public String ownLongText() {
    return MysqlNames.OWN_LONG_TEXT;
  }

  @Override
  public boolean keepsForeignKeys(AlterColumn change) {
    return MysqlConversions.keepForeignKeys(change);
  }

  @Override
  public int secondDigits() {
    return 0;
  }

  @Override
  public Optional<String> unconvertible(AlterColumn change) {
    return new MysqlObstacles(this).condition(change);
  }

  @Override
  public Change.Visitor<List<String>> ddl() {
    return statements.ddl().of(MysqlTables.NONE, List.of());
  }

  @Override
  public List<List<Change>> batches(List<Change> changes) {
    return MysqlBatches.of(changes);
  }

  @Override
  public List<String> statements(List<Change> batch, Schema known) {
    return statements.of(batch, known);
  }

  @Override
  public List<String> statements(List<Change> batch, Schema known, Connection connection)
      throws SQLException {
    return statements.of(batch, known, connection);
  }

  @Override
  public void requireUnused(List<Change> batch, Connection connection) throws SQLException {
    statements.requireUnused(batch, connection);
  }

  @Override
  public boolean restates(List<Change> batch) {
    return batch.stream().anyMatch(AlterColumn.class::isInstance);
  }

  @Override
  public MigrationSession session() {
    return new MysqlSession();
  }

  @Override
  public Optional<String> nameBehind(RenameTable table, String constraint) {
    return MysqlNames.behind(table.from(), table.to(), constraint);
  }

  /** Each statement of DDL ends the transaction that it finds. */
  @Override
  public boolean hasTransactionalDdl() {
    return false;
  }

  @Override
  public boolean commitsFirst(String statement) {
    return MysqlStatements.commitFirst(statement);
  }

  @Override
  public List<String> locks(String statement) {
    return MysqlWaiting.of(statement);
  }

  @Override
  public ScriptText script() {
    return new MysqlScript(this);
  }

  @Override
  public Traces traces() {
    return new MysqlTraces(this, false);
  }

  /** The manual's "CREATE TABLE": each type of constraint has a namespace for each schema. */
  @Override
  public Namespaces namespaces() {
    return new Namespaces(
        List.of(Set.of(Kind.FOREIGN_KEY), Set.of(Kind.CHECK)),
        List.of(Set.of(Kind.INDEX, Kind.UNIQUE)));
  }

  @Override
  public CatalogQueries catalog() {
    return new MysqlCatalog();
  }

  @Override
  public ScratchDatabases scratchDatabases() {
    return new MysqlScratchDatabases();
  }

  @Override
  public boolean tryLock(Connection connection) throws SQLException {
    return lock.take(connection);
  }

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
