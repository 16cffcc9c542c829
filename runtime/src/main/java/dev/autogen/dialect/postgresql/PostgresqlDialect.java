package dev.autogen.dialect.postgresql;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.dialect.CatalogQueries;
import dev.autogen.dialect.DatabaseVersion;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Identifiers;
import dev.autogen.dialect.MigrationSession;
import dev.autogen.dialect.Namespaces;
import dev.autogen.dialect.Namespaces.Kind;
import dev.autogen.dialect.ScratchDatabases;
import dev.autogen.dialect.ScriptText;
import dev.autogen.dialect.TableOptions;
import dev.autogen.dialect.Traces;
import dev.autogen.dialect.UnnamedConstraint;
import dev.autogen.dialect.postgresql.PostgresqlDependents.Retyped;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** PostgreSQL, from version 14 on. */
final class PostgresqlDialect implements Dialect {

  static final String NAME = "postgresql";

  private final DatabaseVersion version;
  private final Identifiers identifiers = PostgresqlNames.identifiers();
  private final PostgresqlTypes types;
  private final PostgresqlDdl ddl;
  private final PostgresqlLock lock = PostgresqlLock.onMigrations();

  /**
   * @param defaultSchema the schema that names without one mean
   */
  PostgresqlDialect(DatabaseVersion version, String defaultSchema) {
    this.version = version;
    this.types = new PostgresqlTypes(identifiers, defaultSchema);
    this.ddl = new PostgresqlDdl(this, defaultSchema);
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
    return identifiers.read(text, quoted);
  }

  @Override
  public String kept(String name) {
    return PostgresqlNames.kept(name);
  }

  @Override
  public String identifier(String name) {
    return identifiers.write(name);
  }

  /** With {@code standard_conforming_strings}, the default, a backslash stands for itself. */
  @Override
  public String binaryLiteral(String hex) {
    return "'\\x" + hex + "'";
  }

  @Override
  public String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @Override
  public Optional<String> implicitName(UnnamedConstraint constraint) {
    return Optional.of(PostgresqlNames.implicit(constraint));
  }

  @Override
  public TableOptions tableOptions() {
    return new PostgresqlTableOptions();
  }

  @Override
  public boolean renamesImplicitNames() {
    return true;
  }

  @Override
  public ColumnType canonical(ColumnType type) {
    return types.canonical(type);
  }

  @Override
  public ColumnType named(QualifiedName enumType) {
    return types.named(enumType);
  }

  @Override
  public String sql(ColumnType type) {
    return types.canonical(type).sql();
  }

  @Override
  public Table asFound(Table declared, Table found) {
    return PostgresqlTypes.asFound(declared, found);
  }

  @Override
  public Schema canonical(Schema schema) {
    return new PostgresqlCanonical(types).schema(schema);
  }

  @Override
  public Optional<String> neutralValue(ColumnType type) {
    return types.neutralValue(types.canonical(type));
  }

  @Override
  public Optional<String> numbered(ColumnType type, String number) {
    return PostgresqlTypes.numbered(types.canonical(type), number);
  }

  /** PostgreSQL makes conditions anew from their print. */
  @Override
  public boolean survivesRetyping(Expression kind, String text) {
    return kind != Expression.COMPUTED_COLUMN && PostgresqlExpressions.reparsed(text).equals(text);
  }

  /** From version 16 on, PostgreSQL tells whether a text is one of a type's values. */
  @Override
  public Optional<String> unconvertible(AlterColumn change) {
    return PostgresqlConversions.unconvertible(this, change);
  }

  @Override
  public List<String> aids(String condition) {
    return PostgresqlConversions.aids(condition);
  }

  @Override
  public Change.Visitor<List<String>> ddl() {
    return ddl;
  }

  @Override
  public List<String> statements(List<Change> batch, Schema known) {
    PostgresqlOwnedNames owned = new PostgresqlOwnedNames(this);
    List<String> statements = new ArrayList<>();
    for (Change change : batch) {
      statements.addAll(change.accept(ddl));
      statements.addAll(owned.after(change, known));
    }
    return statements;
  }

  /** What speaks of a column that takes another type goes before, and comes back after. */
  @Override
  public List<List<Change>> batches(List<Change> changes) {
    return PostgresqlBatches.of(changes);
  }

  @Override
  public List<String> statements(List<Change> batch, Schema known, Connection connection)
      throws SQLException {
    PostgresqlOwnedNames owned = new PostgresqlOwnedNames(this);
    List<String> statements = new ArrayList<>();
    for (Change change : batch) {
      statements.addAll(change.accept(ddl));
      statements.addAll(owned.after(change, known, connection));
    }
    List<Retyped> retyped =
        Stream.concat(
                batch.stream().flatMap(this::retyped), PostgresqlBatches.madeAnew(batch).stream())
            .distinct()
            .toList();
    return retyped.isEmpty()
        ? statements
        : new PostgresqlDependents(this).around(statements, retyped, connection);
  }

  private Stream<Retyped> retyped(Change change) {
    if (change instanceof AlterColumn alter) {
      return alter.facets().contains(Facet.TYPE)
              || alter.facets().contains(Facet.COLLATION)
              || ddl.isMadeAnew(alter)
          ? Stream.of(new Retyped(alter.table(), alter.to().name()))
          : Stream.empty();
    }
    return change instanceof AlterEnumType alter && !PostgresqlEnums.isInPlace(alter)
        ? alter.uses().stream().map(use -> new Retyped(use.table(), use.column().name()))
        : Stream.empty();
  }

  @Override
  public boolean hasTransactionalDdl() {
    return true;
  }

  @Override
  public List<String> locks(String statement) {
    return PostgresqlWaiting.of(statement);
  }

  @Override
  public MigrationSession session() {
    return new PostgresqlSession();
  }

  @Override
  public ScriptText script() {
    return new PostgresqlScript(this);
  }

  /** What schema comes first may be another once there is one of the user's name. */
  @Override
  public Optional<String> home(Connection connection, String table) throws SQLException {
    return PostgresqlHome.of(connection, table);
  }

  @Override
  public Traces traces() {
    return new PostgresqlTraces(this);
  }

  /** ACTIVE_SQL_TRANSACTION. */
  @Override
  public boolean wantsNoTransaction(SQLException refused) {
    return "25001".equals(refused.getSQLState());
  }

  /** Relations, indexes with them, are in one catalog; each table has a type of its name. */
  @Override
  public Namespaces namespaces() {
    return Namespaces.ofSchemas(
        List.of(
            Set.of(Kind.TABLE, Kind.SEQUENCE, Kind.INDEX, Kind.PRIMARY_KEY, Kind.UNIQUE),
            Set.of(Kind.TABLE, Kind.ENUM_TYPE)));
  }

  @Override
  public CatalogQueries catalog() {
    return new PostgresqlCatalog(version);
  }

  @Override
  public ScratchDatabases scratchDatabases() {
    return new PostgresqlScratchDatabases();
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

  @Override
  public String goOnWith(QualifiedName sequence, String value) {
    return "select setval(" + literal(identifier(sequence)) + ", " + value + "::bigint, false)";
  }
}
