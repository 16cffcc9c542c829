package dev.autogen.dialect;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * All that one database does its own way. A new database is a new package beside {@code postgresql}
 * and one service entry; nothing outside {@code dialect} asks which database it is.
 *
 * <p><b>Names.</b> The model holds a name in one spelling: what an unquoted identifier means is
 * lower case, on each database. {@link #fromDatabase} and {@link #toDatabase} translate between
 * that and the spelling in which the database stores it; {@link #fromMapping} does so for what a
 * mapping says. {@link #identifier} writes a name of the model into SQL.
 */
public interface Dialect {

  /** The name used in configuration: {@code postgresql}, {@code h2}. */
  String name();

  DatabaseVersion version();

  /** The name of the model for a name as the catalog stores it. Inverse of {@link #toDatabase}. */
  String fromDatabase(String stored);

  /** The name as the catalog stores it. Inverse of {@link #fromDatabase}. */
  String toDatabase(String name);

  /**
   * The name of the model for an identifier that a mapping states, cut to what the database keeps.
   *
   * @param quoted whether the mapping asks for quotes
   */
  String fromMapping(String text, boolean quoted);

  /** What the database keeps of a name, where it cuts names that are too long. */
  default String kept(String name) {
    return name;
  }

  /** Whether two columns of a table may have names that differ in case alone. */
  default boolean tellsColumnsApartByCase() {
    return true;
  }

  /** A name as SQL: in quotes only where it needs them. */
  String identifier(String name);

  /** A name as SQL, with its schema unless that is the default one. */
  default String identifier(QualifiedName name) {
    return name.schema().isEmpty()
        ? identifier(name.name())
        : identifier(name.schema()) + "." + identifier(name.name());
  }

  /** A named type, as the type of a column: {@code color}, {@code shop."Color"}. */
  default ColumnType named(QualifiedName enumType) {
    return new ColumnType(identifier(enumType));
  }

  /** A string as a SQL literal, quotes and all. */
  String literal(String text);

  /** Bytes as a SQL literal, from two hexadecimal digits for each. */
  default String binaryLiteral(String hex) {
    return "x'" + hex + "'";
  }

  /**
   * The string that SQL means by what stands between the quotes of a literal. Hibernate puts a
   * comment there as it is: who wants a quote in it has doubled it.
   */
  default String unquoted(String inner) {
    return inner.replace("''", "'");
  }

  /**
   * The name that the database gives a constraint which is created without one, or empty where it
   * cannot be told.
   */
  Optional<String> implicitName(UnnamedConstraint constraint);

  /**
   * The name under which the database keeps a constraint that is created with one: that name, but
   * for constraints that are always called the same.
   */
  default String statedName(Class<? extends Constraint> kind, String name) {
    return name;
  }

  /**
   * Whether a constraint that nobody named takes another name, at no cost, when its table or column
   * does: so that it is called as where all is created anew.
   */
  default boolean renamesImplicitNames() {
    return false;
  }

  /** Whether the constraints of two tables may have one name. */
  default boolean namesConstraintsByTable() {
    return false;
  }

  /**
   * A type in canonical spelling: of types that are the same to this database, always the same one,
   * and the portable one where a portable type says it all.
   */
  ColumnType canonical(ColumnType type);

  /** A canonical type as this database's DDL writes it. */
  String sql(ColumnType type);

  /**
   * A schema in canonical spelling: types, and the spellings of defaults, names and properties that
   * this database does not tell apart. Idempotent.
   */
  Schema canonical(Schema schema);

  /**
   * A declared table as it can only be where it is one that the database has: a property of the
   * table may rule over what its columns can be.
   *
   * @param found the table as the database has it
   */
  default Table asFound(Table declared, Table found) {
    return declared;
  }

  /** How the options of tables are read and compared, that a mapping states as text. */
  default TableOptions tableOptions() {
    return TableOptions.UNREAD;
  }

  /**
   * What Hibernate's own schema tool would make of a declared schema: all of it on most databases.
   * What it leaves out is not missed on tables that no migration has made.
   */
  default Schema exported(Schema declared) {
    return declared;
  }

  /**
   * A literal that a column of this type can always hold, for rows that have no value of their own.
   */
  Optional<String> neutralValue(ColumnType type);

  /**
   * An expression that gives another value of this type for each whole number, where the type is of
   * moments or of identifiers and has none that is a number itself.
   *
   * @param number the number as SQL, not below 0
   */
  default Optional<String> numbered(ColumnType type, String number) {
    return Optional.empty();
  }

  /** What a table has that can speak of its columns. */
  enum Expression {
    CHECK,
    COMPUTED_COLUMN,
    INDEX
  }

  /**
   * Whether a column can take another type while an expression speaks of it, and the expression is
   * the same afterwards as if it had been made then. Else it goes before, and comes back after.
   *
   * @param text the expression, as the database prints it
   */
  default boolean survivesRetyping(Expression kind, String text) {
    return true;
  }

  /**
   * The type of a text of the tool's own tables: it holds any character, and compares each.
   *
   * @param length how many characters it holds
   */
  default String ownText(int length) {
    return "varchar(" + length + ")";
  }

  /** The type of such a text of any length. */
  default String ownLongText() {
    return "text";
  }

  /**
   * Whether foreign keys of and to a column may stay while it changes. What they join across by
   * default are types of one kind, such as integers of different sizes.
   */
  default boolean keepsForeignKeys(AlterColumn change) {
    return TypeFamily.of(change.from().type()).equals(TypeFamily.of(change.to().type()));
  }

  /** Whether an index that a foreign key uses cannot be dropped while the key is there. */
  default boolean keepsIndexesOfKeys() {
    return false;
  }

  /**
   * The name that a constraint has once its table has another name, where the database changes it
   * by itself.
   */
  default Optional<String> nameBehind(RenameTable table, String constraint) {
    return Optional.empty();
  }

  /**
   * The SQL condition under which a value has no counterpart in the type that its column is to
   * have, in terms of the column before: for rows to be counted before anything is changed. Empty
   * where each value has one, or where that cannot be told by a condition.
   */
  default Optional<String> unconvertible(AlterColumn change) {
    return Optional.empty();
  }

  /**
   * Statements that make what a condition of {@link #unconvertible} calls and the server lacks.
   * They run in a transaction that is rolled back once rows have been counted.
   */
  default List<String> aids(String condition) {
    return List.of();
  }

  /** How many digits of a second a time keeps whose type says nothing of them. */
  default int secondDigits() {
    return 6;
  }

  /**
   * Whether another type has the values of a column written anew, or refused: most databases hold
   * each value of a column in its type.
   */
  default boolean retypesValues(AlterColumn change) {
    return true;
  }

  /** The statements that carry a change out, without closing semicolons. */
  Change.Visitor<List<String>> ddl();

  /**
   * Changes that nothing else comes between, put together as they are carried out: a batch is done
   * by one group of statements. All changes are in one of the batches, and batches are in the order
   * in which they run.
   */
  default List<List<Change>> batches(List<Change> changes) {
    return changes.stream().map(List::of).toList();
  }

  /**
   * The statements that carry a batch out, without closing semicolons, as far as they can be told
   * without the database.
   *
   * @param known the schema before the batch, as far as it is known
   */
  default List<String> statements(List<Change> batch, Schema known) {
    return batch.stream().flatMap(change -> change.accept(ddl()).stream()).toList();
  }

  /**
   * The statements that carry a batch out on a database as it is now. A database whose statements
   * restate what they do not change looks at it first, so that nothing is lost which the model does
   * not know.
   *
   * @param known the schema before the batch, as far as it is known
   * @param connection reads, and takes back whatever it tries
   */
  default List<String> statements(List<Change> batch, Schema known, Connection connection)
      throws SQLException {
    return statements(batch, known);
  }

  /**
   * Refuses a batch that would leave something else in the database broken, where the database
   * itself would not say so: a view that speaks of what it renames. {@link #statements(List,
   * Schema, Connection)} refuses it too.
   *
   * @param connection only reads
   * @throws UnsupportedChangeException if there is such a thing
   */
  default void requireUnused(List<Change> batch, Connection connection) throws SQLException {}

  /**
   * What others wait for while a statement runs, a clause for each table: {@code users: neither
   * read nor written by others}. None where it keeps nobody waiting, or where that cannot be told.
   */
  default List<String> locks(String statement) {
    return List.of();
  }

  /** How scripts for this database's own client are written. */
  ScriptText script();

  /**
   * Whether the statements of a batch restate what they do not change, so that they lose what is
   * left out: it is the database that is to be asked for them.
   */
  default boolean restates(List<Change> batch) {
    return false;
  }

  /**
   * A database of its own, without rows, in which all is defined as in another: there a script can
   * be tried whose statements must be known before they run. Empty where there is no such thing.
   *
   * @param connection of the other, which is only read
   * @return a connection that is the caller's to close
   */
  default Optional<Connection> imitation(Connection connection) {
    return Optional.empty();
  }

  /** Executes all of a text: drivers differ in what they make of several statements at once. */
  default void execute(Statement statement, String sql) throws SQLException {
    statement.execute(sql);
  }

  /** What a connection needs to be told before it runs a migration. */
  default MigrationSession session() {
    return MigrationSession.PLAIN;
  }

  /** Whether a failed migration leaves nothing behind. */
  boolean hasTransactionalDdl();

  /**
   * Whether a statement that this dialect wrote commits what came before it, before it does
   * anything: where it is not known to, no.
   */
  default boolean commitsFirst(String statement) {
    return false;
  }

  /** The schema that this tool's tables are in, of which one may be there; empty for no schemas. */
  default Optional<String> home(Connection connection, String table) throws SQLException {
    return Optional.ofNullable(connection.getSchema());
  }

  /** What tells whether a statement took effect that nobody saw end. */
  default Traces traces() {
    return Traces.NONE;
  }

  /** Whether a statement was refused, and did nothing, because it was run in a transaction. */
  default boolean wantsNoTransaction(SQLException refused) {
    return false;
  }

  /** Which things cannot have one name at once. */
  Namespaces namespaces();

  /** The catalog queries of this version. */
  CatalogQueries catalog();

  /** Empty databases beside one of this kind, for proofs. */
  ScratchDatabases scratchDatabases();

  /**
   * Takes the database-wide lock under which migrations run, if it is free. It belongs to the
   * session of {@code connection} and ends with it at the latest.
   *
   * @return whether it was taken
   */
  boolean tryLock(Connection connection) throws SQLException;

  /**
   * Whether the session that holds the lock can be the one that migrates. Where it can, it is: the
   * lock is then not free as long as a server works on the last statement of a client that died.
   */
  default boolean migratesUnderItsLock() {
    return false;
  }

  /** Gives the lock back. */
  void unlock(Connection connection) throws SQLException;

  /** Who holds the lock, as far as the database tells: for a message while waiting. */
  Optional<String> lockHolder(Connection connection) throws SQLException;

  /**
   * The statement that has a sequence go on with a value that SQL gives.
   *
   * @param value an expression in parentheses
   */
  default String goOnWith(QualifiedName sequence, String value) {
    return "alter sequence " + identifier(sequence) + " restart with " + value;
  }
}
