package dev.autogen.dialect.h2;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.dialect.CatalogQueries;
import dev.autogen.dialect.DatabaseVersion;
import dev.autogen.dialect.DefiningStatement;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Identifiers;
import dev.autogen.dialect.MigrationSession;
import dev.autogen.dialect.Namespaces;
import dev.autogen.dialect.Namespaces.Kind;
import dev.autogen.dialect.ScratchDatabases;
import dev.autogen.dialect.ScriptText;
import dev.autogen.dialect.SqlText;
import dev.autogen.dialect.Traces;
import dev.autogen.dialect.UnnamedConstraint;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** H2, from version 2.1 on, in any of its modes of identifier case. */
final class H2Dialect implements Dialect {

  static final String NAME = "h2";

  /** In characters: MAX_IDENTIFIER_LENGTH of the manual's "Limits and Limitations". */
  private static final int LENGTH = 256;

  /** The manual's "Keywords / Reserved Words", those of older versions with them. */
  private static final String RESERVED =
      "all and any array as asymmetric authorization between both case cast check constraint cross"
          + " current_catalog current_date current_path current_role current_schema current_time"
          + " current_timestamp current_user day default distinct else end except exists false"
          + " fetch for foreign from full group groups having hour if ilike in inner intersect"
          + " interval is join key leading left like limit localtime localtimestamp minus minute"
          + " month natural not null offset on or order over partition primary qualify range"
          + " regexp right row rownum rows second select session_user set some symmetric"
          + " system_user table to top trailing true uescape union unique unknown user using value"
          + " values when where window with year _rowid_";

  private final DatabaseVersion version;
  private final Identifiers identifiers;
  private final H2Types types = new H2Types();
  private final H2Ddl ddl;
  private final H2Lock lock = H2Lock.onMigrations();

  /**
   * @param folding what the database makes of a name without quotes
   * @param defaultSchema the schema that the connection starts in, as H2 stores it
   */
  H2Dialect(DatabaseVersion version, Identifiers.Folding folding, String defaultSchema) {
    this.version = version;
    this.identifiers =
        new Identifiers(
            folding,
            Set.of(RESERVED.split(" ")),
            false,
            name -> Identifiers.requireLength(name, LENGTH));
    this.ddl = new H2Ddl(this, fromDatabase(defaultSchema));
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
    return identifiers.swapped(stored);
  }

  @Override
  public String toDatabase(String name) {
    return identifiers.swapped(name);
  }

  @Override
  public String fromMapping(String text, boolean quoted) {
    return identifiers.read(text, quoted);
  }

  @Override
  public String identifier(String name) {
    return identifiers.write(name);
  }

  @Override
  public String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** H2 numbers such names: {@code CONSTRAINT_4D}. */
  @Override
  public Optional<String> implicitName(UnnamedConstraint constraint) {
    return Optional.empty();
  }

  @Override
  public ColumnType canonical(ColumnType type) {
    return types.canonical(type);
  }

  @Override
  public String sql(ColumnType type) {
    return types.sql(types.canonical(type));
  }

  @Override
  public Schema canonical(Schema schema) {
    return new H2Canonical(types).schema(schema);
  }

  @Override
  public Optional<String> neutralValue(ColumnType type) {
    return types.neutralValue(types.canonical(type));
  }

  @Override
  public Optional<String> numbered(ColumnType type, String number) {
    return H2Types.numbered(types.canonical(type), number);
  }

  /** H2 writes casts to the new type into conditions, some of which nothing fits. */
  @Override
  public boolean survivesRetyping(Expression kind, String text) {
    return kind != Expression.CHECK;
  }

  @Override
  public Optional<String> unconvertible(AlterColumn change) {
    return H2Conversions.unconvertible(this, change);
  }

  @Override
  public Change.Visitor<List<String>> ddl() {
    return ddl;
  }

  @Override
  public List<String> statements(List<Change> batch, Schema known, Connection connection)
      throws SQLException {
    requireUnused(batch, connection);
    return statements(batch, known);
  }

  @Override
  public void requireUnused(List<Change> batch, Connection connection) throws SQLException {
    new H2Views(this, connection).require(batch);
  }

  @Override
  public boolean keepsIndexesOfKeys() {
    return true;
  }

  @Override
  public boolean hasTransactionalDdl() {
    return false;
  }

  @Override
  public List<String> locks(String statement) {
    return DefiningStatement.of(statement, SqlText.Style.BRACKETS)
        .filter(definition -> !definition.verb().equals("create table"))
        .flatMap(DefiningStatement::table)
        .map(table -> List.of(table + ": neither read nor written by others"))
        .orElse(List.of());
  }

  @Override
  public ScriptText script() {
    return new H2Script(this);
  }

  @Override
  public Traces traces() {
    return new H2Traces(this);
  }

  @Override
  public String ownLongText() {
    return "character large object";
  }

  @Override
  public Namespaces namespaces() {
    return Namespaces.ofSchemas(
        List.of(
            Set.of(Kind.INDEX),
            Set.of(Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.FOREIGN_KEY, Kind.CHECK)));
  }

  @Override
  public CatalogQueries catalog() {
    return new H2Catalog(version);
  }

  @Override
  public ScratchDatabases scratchDatabases() {
    return new H2ScratchDatabases();
  }

  @Override
  public MigrationSession session() {
    return new H2Session();
  }

  @Override
  public boolean tryLock(Connection connection) throws SQLException {
    return lock.take(connection);
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
