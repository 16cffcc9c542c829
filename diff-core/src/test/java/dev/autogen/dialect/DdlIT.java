package dev.autogen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ConstraintChange.RenameConstraint;
import dev.autogen.change.ObjectChange.AlterSequence;
import dev.autogen.change.ObjectChange.CreateEnumType;
import dev.autogen.change.ObjectChange.CreateSequence;
import dev.autogen.change.ObjectChange.RenameSequence;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The statements of each change run, with rows in the tables, and so do those that undo it. */
class DdlIT {

  private static final QualifiedName T = QualifiedName.of("t");

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "H2"})
  void createsTablesAndWhatIsOnThem(Engine engine) throws SQLException {
    Column id =
        column("id", "bigint")
            .withNullable(false)
            .withIdentity(Optional.of(new Identity(Identity.Mode.BY_DEFAULT, 5, 2)));
    Table table =
        Table.of(
                QualifiedName.of("order"),
                List.of(
                    id,
                    column("parent", "bigint"),
                    column("Name", "varchar(20)")
                        .withNullable(false)
                        .withDefaultValue(Optional.of("'it''s'"))
                        .withComment(Optional.of("what it's called")),
                    column("twice", "bigint")
                        .withGenerated(Optional.of(new Generated("parent * 2", true)))),
                List.of(
                    ForeignKey.of("fk", List.of("parent"), QualifiedName.of("order"), List.of("id"))
                        .withActions(Action.CASCADE, Action.NO_ACTION),
                    UniqueKey.of("uq", List.of("parent", "Name")),
                    new Check("ck", "parent > 0"),
                    new PrimaryKey("order_pkey", List.of("id"))),
                List.of(
                    Index.of("ix", "parent")
                        .withParts(
                            List.of(
                                IndexPart.column("parent")
                                    .withDescending(true)
                                    .withNulls(IndexPart.Nulls.LAST)))))
            .withComment(Optional.of("a; \\ 'table'"));
    try (RunDdl run = new RunDdl(engine)) {
      run.both(new CreateTable(table));
      run.up(new CreateTable(table));
      run.execute(
          "insert into \""
              + (engine == Engine.H2 ? "ORDER" : "order")
              + "\" (parent) values (null)");
      run.both(new RenameConstraint(table.name(), "uq", "uq2"));
      run.both(new RenameTable(table.name(), QualifiedName.of("orders")));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "H2"})
  void addsRequiredColumnsToRows(Engine engine) throws SQLException {
    try (RunDdl run =
        new RunDdl(engine, "create table t (a integer)", "insert into t values (1)")) {
      run.up(new AddColumn(T, column("b", "integer").withNullable(false), Optional.of("a + 1")));
      assertEquals("2", run.value("select b from t"));
      run.both(
          new AddColumn(
              T,
              column("c", "integer")
                  .withNullable(false)
                  .withIdentity(Optional.of(Identity.of(Identity.Mode.ALWAYS)))));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "H2"})
  void changesTypesBothWays(Engine engine) throws SQLException {
    String uuid = "00000000-0000-0000-0000-000000000001";
    changesType(engine, "varchar(40)", "integer", "'7'", "7", true);
    changesType(engine, "varchar(40)", "uuid", "'" + uuid + "'", uuid, true);
    changesType(engine, "varchar(40)", "json", "'{\"a\":1}'", "{\"a\":1}", false);
    changesType(engine, "integer", "boolean", "1", engine == Engine.H2 ? "TRUE" : "t", true);
    changesType(engine, "smallint", "bigint", "1", "1", true);
    changesType(engine, "date", "timestamp(6)", "date '2020-01-02'", null, true);
    changesType(engine, "integer", "varchar(9)", "12", "12", true);
    if (engine == Engine.POSTGRESQL) {
      changesType(engine, "bytea", "uuid", "'\\x" + uuid.replace("-", "") + "'", uuid, false);
      changesType(engine, "bytea", "oid", "'\\x00'", null, false);
      changesType(engine, "text", "oid", "'abc'", null, false);
      changesType(engine, "text", "bytea", "'a\\b'", "\\x615c62", false);
      changesType(engine, "bytea", "varchar(9)", "'\\x615c62'", "a\\b", false);
      changesType(
          engine,
          "timestamp(6)",
          "time(6) with time zone",
          "'2020-01-02 12:00'",
          null,
          true,
          false);
      changesType(engine, "text[]", "integer[]", "'{1}'", "{1}", true);
      changesType(engine, "text", "color", "'A'", "A", true);
      changesType(engine, "integer", "integer[]", "1", "{1}", false, false);
      changesType(engine, "numeric(5,0)", "boolean", "1", "t", true);
      changesType(engine, "jsonb", "json", "'{}'", "{}", false);
      changesType(engine, "time(6)", "time(6) with time zone", "'12:00'", null, true);
      changesType(engine, "timestamp(6)", "time(6)", "'2020-01-02 12:00'", "12:00:00", true, false);
    } else {
      changesType(engine, "varchar(9)", "enum('A','B')", "'B'", "B", true);
      changesType(engine, "enum('A','B')", "enum('C','B','A')", "'B'", "B", true);
    }
  }

  private static void changesType(
      Engine engine, String from, String to, String value, String expected, boolean withDefault)
      throws SQLException {
    changesType(engine, from, to, value, expected, withDefault, true);
  }

  private static void changesType(
      Engine engine,
      String from,
      String to,
      String value,
      String expected,
      boolean withDefault,
      boolean back)
      throws SQLException {
    Optional<String> before = withDefault ? Optional.of(value) : Optional.empty();
    try (RunDdl run = new RunDdl(engine)) {
      if (engine == Engine.POSTGRESQL) {
        run.up(new CreateEnumType(new EnumType(QualifiedName.of("color"), List.of("A", "B"))));
      }
      Column old = column("c", from).withDefaultValue(before);
      run.up(new CreateTable(Table.of(T, List.of(old), List.of(), List.of())));
      run.execute("insert into t (c) values (" + value + ")");
      Change change = new AlterColumn(T, old, column("c", to));
      run.up(change);
      if (expected != null) {
        assertEquals(expected, run.value("select c from t"), from + " to " + to);
      }
      if (back) {
        run.up(change.reverse());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "H2"})
  void numbersColumnsAboveWhatTheyHold(Engine engine) throws SQLException {
    Column plain = column("id", "integer").withDefaultValue(Optional.of("3"));
    Column required = column("id", "bigint").withNullable(false);
    for (Identity.Mode mode : Identity.Mode.values()) {
      if (engine == Engine.H2 && mode == Identity.Mode.SERIAL) {
        continue;
      }
      try (RunDdl run = new RunDdl(engine, "create table t (id integer default 3, x integer)")) {
        run.execute("insert into t values (41, 1)");
        Column to = required.withIdentity(Optional.of(new Identity(mode, 5, 2)));
        Change change = new AlterColumn(T, plain, to);
        run.both(change);
        run.up(change);
        run.execute("insert into t (x) values (2)");
        assertEquals("43", run.value("select id from t where x = 2"));
        Column other =
            required.withIdentity(
                Optional.of(
                    Identity.of(
                        mode == Identity.Mode.ALWAYS
                            ? Identity.Mode.BY_DEFAULT
                            : Identity.Mode.ALWAYS)));
        run.both(new AlterColumn(T, to, other));
        run.execute("insert into t (x) values (3)");
        run.up(new AlterColumn(T, to, to.withType(new ColumnType("integer"))));
        run.execute("insert into t (x) values (4)");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "H2"})
  void changesGeneratedColumns(Engine engine) throws SQLException {
    Column plain = column("g", "bigint");
    Column stored = plain.withGenerated(Optional.of(new Generated("a + 1", true)));
    Column virtual = plain.withGenerated(Optional.of(new Generated("a + 2", false)));
    try (RunDdl run =
        new RunDdl(engine, "create table t (a integer)", "insert into t values (1)")) {
      run.up(new AddColumn(T, stored));
      run.up(new AlterColumn(T, stored, plain.withNullable(false)));
      assertEquals("2", run.value("select g from t"));
      run.up(new AlterColumn(T, plain.withNullable(false), virtual));
      assertEquals("3", run.value("select g from t"));
      run.up(new AlterColumn(T, virtual, plain.withComment(Optional.of("x"))));
      assertEquals("3", run.value("select g from t"));
      run.up(new AlterColumn(T, plain, stored));
      run.both(
          new AlterColumn(
              T, stored, plain.withGenerated(Optional.of(new Generated("a + 3", true)))));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "H2"})
  void changesSequences(Engine engine) throws SQLException {
    Sequence from = Sequence.of(QualifiedName.of("s"), 1, 50);
    Sequence to =
        from.withStep(3, 10).withLimits(Optional.of(2L), Optional.of(900L)).withCache(5, false);
    try (RunDdl run = new RunDdl(engine, "create schema shop")) {
      run.both(new CreateSequence(from));
      run.up(new CreateSequence(from));
      run.both(new AlterSequence(from, from.withStep(1, 10)));
      run.both(new AlterSequence(from.withLimits(Optional.empty(), Optional.of(90000L)), from));
      run.both(new RenameSequence(from.name(), new QualifiedName("shop", "r")));
      run.both(new CreateSequence(to.withName(QualifiedName.of("u"))));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "H2"})
  void locksAreOfTheSession(Engine engine) throws SQLException {
    try (TestDatabase database = TestDatabases.create(engine);
        Connection first = database.connect()) {
      Connection second = database.connect();
      Dialect dialect = Dialects.of(first);
      assertEquals(true, dialect.tryLock(first));
      assertEquals(false, dialect.tryLock(second));
      assertTrue(dialect.lockHolder(second).isPresent());
      dialect.unlock(first);
      assertEquals(true, dialect.tryLock(second));
      second.close();
      Instant deadline = Instant.now().plusSeconds(10);
      while (!dialect.tryLock(first)) {
        assertTrue(Instant.now().isBefore(deadline), "the lock ends with its session");
      }
      dialect.unlock(first);
    }
  }

  private static Column column(String name, String type) {
    return Column.of(name, new ColumnType(type));
  }
}
