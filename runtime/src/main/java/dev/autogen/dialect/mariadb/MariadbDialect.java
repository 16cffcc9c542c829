package dev.autogen.dialect.mariadb;

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
import dev.autogen.dialect.Traces;
import dev.autogen.dialect.UnnamedConstraint;
import dev.autogen.dialect.mysql.MysqlAsFound;
import dev.autogen.dialect.mysql.MysqlBatches;
import dev.autogen.dialect.mysql.MysqlCollations;
import dev.autogen.dialect.mysql.MysqlConversions;
import dev.autogen.dialect.mysql.MysqlLock;
import dev.autogen.dialect.mysql.MysqlNames;
import dev.autogen.dialect.mysql.MysqlObstacles;
import dev.autogen.dialect.mysql.MysqlScratchDatabases;
import dev.autogen.dialect.mysql.MysqlScript;
import dev.autogen.dialect.mysql.MysqlSession;
import dev.autogen.dialect.mysql.MysqlStatements;
import dev.autogen.dialect.mysql.MysqlTableOptions;
import dev.autogen.dialect.mysql.MysqlTables;
import dev.autogen.dialect.mysql.MysqlTraces;
import dev.autogen.dialect.mysql.MysqlWaiting;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** MariaDB, from version 10.6 on. */
final class MariadbDialect implements Dialect {

  static final String NAME = "mariadb";

  private final DatabaseVersion version;
  private final MariadbTypes types = new MariadbTypes();
  private final MysqlStatements statements;
  private final MysqlCollations collations;
  private final MysqlLock lock = MysqlLock.onMigrations();

  /**
   * @param collations the collations that go without saying
   */
  MariadbDialect(DatabaseVersion version, MysqlCollations collations) {
    this.version = version;
    this.collations = collations;
    this.statements =
        new MysqlStatements(
            this,
            new MariadbDefinitions(this),
            collations.usual(),
            (tables, batch) -> new MariadbDdl(this, tables, batch));
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
    return Optional.of(MariadbNames.implicit(constraint));
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
    return new MariadbCanonical(types, collations).schema(schema);
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
    return MariadbTypes.numbered(types.canonical(type), number);
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
    return new MysqlSession(Map.of("check_constraint_checks", "1"));
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
    return new MysqlTraces(this, true);
  }

  /** A sequence is a table; foreign keys are told apart by their names alone, checks are not. */
  @Override
  public Namespaces namespaces() {
    return new Namespaces(
        List.of(Set.of(Kind.FOREIGN_KEY), Set.of(Kind.TABLE, Kind.SEQUENCE)),
        List.of(Set.of(Kind.INDEX, Kind.UNIQUE)));
  }

  @Override
  public CatalogQueries catalog() {
    return new MariadbCatalog();
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

  /**
   * SETVAL and RESTART take numbers alone; a row put into a sequence takes the place of its own.
   */
  @Override
  public String goOnWith(QualifiedName sequence, String value) {
    String name = identifier(sequence);
    return "insert into %1$s select %2$s, minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, 0 from %1$s"
        .formatted(name, value);
  }
}
