package dev.autogen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ConstraintChange.DropIndex;
import dev.autogen.change.ConstraintChange.RenameConstraint;
import dev.autogen.change.ConstraintChange.RenameIndex;
import dev.autogen.change.ObjectChange.AlterSequence;
import dev.autogen.change.ObjectChange.CreateSchema;
import dev.autogen.change.ObjectChange.CreateSequence;
import dev.autogen.change.ObjectChange.DropSchema;
import dev.autogen.change.ObjectChange.RenameSequence;
import dev.autogen.change.TableChange.CommentTable;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.migration.Obstacle;
import dev.autogen.migration.Preflight;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import dev.autogen.testing.Engine;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of change on MySQL and MariaDB: made, read back and undone. */
class MysqlDdlIT {

  private static final QualifiedName T = QualifiedName.of("t");
  private static final QualifiedName P = QualifiedName.of("p");

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void createsTablesAndWhatIsOnThem(Engine engine) throws SQLException {
    Column id = column("id", "bigint").withNullable(false).withIdentity(identity());
    Table table =
        Table.of(
                QualifiedName.of("order"),
                List.of(
                    id,
                    column("parent", "bigint"),
                    column("Name", "varchar(20)")
                        .withNullable(false)
                        .withDefaultValue(Optional.of("'it''s'"))
                        .withComment(Optional.of("what it's \\ called")),
                    column("twice", "bigint")
                        .withGenerated(Optional.of(new Generated("char_length(`Name`)", true)))),
                List.of(
                    new PrimaryKey("PRIMARY", List.of("id")),
                    ForeignKey.of("fk", List.of("parent"), QualifiedName.of("order"), List.of("id"))
                        .withActions(Action.CASCADE, Action.NO_ACTION),
                    UniqueKey.of("uq", List.of("parent", "Name"))),
                List.of(
                    Index.of("ix", "Name", "parent")
                        .withParts(
                            List.of(
                                IndexPart.column("Name").withDescending(true),
                                IndexPart.column("parent")))))
            .withComment(Optional.of("a; \\ 'table'"));
    try (ChangingDatabase run = new ChangingDatabase(engine)) {
      run.run(Schema.EMPTY, new CreateTable(table));
      Table read = run.read().table(table.name());
      assertEquals(table.column("Name"), read.column("Name"));
      assertEquals(table.comment(), read.comment());
      assertEquals(table.indexes(), read.indexes());
      assertEquals(table.foreignKeys(), read.foreignKeys());
      assertEquals(table.uniqueKeys(), read.uniqueKeys());
      run.bothWays(new CommentTable(table.name(), table.comment(), Optional.empty()));
      run.bothWays(new RenameTable(table.name(), QualifiedName.of("orders")));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void keepsWhatTheModelDoesNotKnow(Engine engine) throws SQLException {
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine,
            "create table t (id int primary key, a varchar(20) character set latin1"
                + " collate latin1_bin not null default 'x' invisible comment 'it''s', b"
                + " timestamp(6) not null default current_timestamp(6) on update"
                + " current_timestamp(6), c int(5) zerofill, d int invisible)",
            "insert into t (id) values (1)")) {
      for (String name : List.of("a", "b", "c", "d")) {
        Column from = run.read().table(T).column(name);
        run.bothWays(new AlterColumn(T, from, from.withComment(Optional.of("new"))));
      }
      Column from = run.read().table(T).column("a");
      Change longer = new AlterColumn(T, from, from.withType(new ColumnType("varchar(30)")));
      run.run(run.read(), longer);
      String shown = run.shown("t");
      assertTrue(shown.contains("varchar(30) CHARACTER SET latin1 COLLATE latin1_bin"), shown);
      assertTrue(shown.contains("INVISIBLE"), shown);
      assertTrue(shown.contains("COMMENT 'it''s'"), shown);
      assertTrue(shown.indexOf("`a`") < shown.indexOf("`b`"), shown);
      run.run(run.read(), longer.reverse());
      run.bothWays(new AlterColumn(T, from, from.withNullable(true)));
      run.bothWays(new AlterColumn(T, from, from.withDefaultValue(text("'y'"))));
      run.bothWays(new AlterColumn(T, from, from.withCollation(Optional.of("latin1_german1_ci"))));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void addsAndDropsColumns(Engine engine) throws SQLException {
    Column b = column("b", "integer").withNullable(false);
    try (ChangingDatabase run =
        new ChangingDatabase(engine, "create table t (a integer)", "insert into t values (1)")) {
      run.bothWays(new AddColumn(T, b, Optional.of("a + 1")));
      run.makes(new AddColumn(T, b, Optional.of("a + 1")));
      assertEquals("2", run.value("select b from t"));
      run.bothWays(new AddColumn(T, column("c", "varchar(9)").withDefaultValue(text("''"))));
      run.bothWays(new AddColumn(T, column("d", "json")));
      run.bothWays(
          new AddColumn(
              T,
              column("e", "datetime(6)")
                  .withNullable(false)
                  .withDefaultValue(text("current_timestamp(6)"))));
      run.bothWays(new AddColumn(T, column("f", "timestamp(0)")));
      AssertionError refused =
          assertThrows(
              AssertionError.class,
              () -> run.makes(new AddColumn(T, column("g", "integer").withNullable(false))));
      assertTrue(refused.getMessage().contains("modify column"), refused.getMessage());
      assertEquals(null, run.value("select g from t"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void changesNullabilityAndDefaults(Engine engine) throws SQLException {
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine,
            "create table t (a integer, b varchar(9) default 'x', c timestamp null, d text)",
            "insert into t (a) values (null)")) {
      Schema read = run.read();
      Column a = read.table(T).column("a");
      Column b = read.table(T).column("b");
      run.makes(new AlterColumn(T, a, a.withNullable(false), Optional.of("7")));
      assertEquals("7", run.value("select a from t"));
      run.makes(new AlterColumn(T, a.withNullable(false), a));
      run.bothWays(new AlterColumn(T, a, a.withDefaultValue(text("5"))));
      run.bothWays(new AlterColumn(T, b, b.withDefaultValue(text("'it''s \\\\ y'"))));
      run.bothWays(new AlterColumn(T, b, b.withDefaultValue(Optional.empty())));
      Column c = read.table(T).column("c");
      run.bothWays(new AlterColumn(T, c, c.withComment(text("c"))));
      assertThrows(
          AssertionError.class, () -> run.makes(new AlterColumn(T, c, c.withNullable(false))));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void changesTypesBothWays(Engine engine) throws SQLException {
    String uuid = "00000000-0000-0000-0000-0000000000a1";
    changesType(engine, "varchar(40)", "integer", "'7'", "7");
    changesType(engine, "integer", "bigint", "7", "7");
    changesType(engine, "bigint", "bigint unsigned", "7", "7");
    changesType(engine, "varchar(40)", "bit(1)", "'true'", null);
    changesType(engine, "integer", "bit(1)", "1", null);
    changesType(engine, "varchar(40)", "json", "'{\"a\":1}'", null);
    changesType(engine, "date", "datetime(6)", "'2020-01-02'", null);
    changesType(engine, "datetime(6)", "datetime(3)", "'2020-01-02 03:04:05.123'", null);
    changesType(engine, "varchar(40)", "longtext", "'x'", "x");
    changesType(engine, "varchar(9)", "enum('A','B')", "'B'", "B");
    changesType(engine, "enum('A','B')", "enum('C','B','A')", "'B'", "B");
    changesType(engine, "enum('A','B')", "enum('A','C','B')", "'B'", "B");
    changesType(engine, "varchar(40)", "binary(16)", "'" + uuid + "'", null);
    if (engine == Engine.MARIADB) {
      changesType(engine, "varchar(40)", "uuid", "'" + uuid + "'", uuid);
      changesType(engine, "binary(16)", "uuid", "0x0102030405060708090a0b0c0d0e0f10", null);
    }
  }

  private static void changesType(
      Engine engine, String from, String to, String value, String expected) throws SQLException {
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine,
            "create table t (id int, c " + from + " comment 'kept', e int)",
            "insert into t (c) values (" + value + ")",
            "insert into t (c) values (null)")) {
      String before = run.value("select hex(c) from t where c is not null");
      Column old = run.read().table(T).column("c");
      Change change =
          new AlterColumn(T, old, old.withType(run.dialect().canonical(new ColumnType(to))));
      run.makes(change);
      if (expected != null) {
        assertEquals(expected, run.value("select c from t where c is not null"), from + to);
      }
      run.makes(change.reverse());
      if (!to.equals("json")) {
        assertEquals(before, run.value("select hex(c) from t where c is not null"), from + to);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void countsRowsThatAnotherTypeHasNoRoomFor(Engine engine) throws SQLException {
    fits(engine, "varchar(40)", "integer", "'12'", "'12x'", "'1.5'", "'3000000000'");
    fits(engine, "varchar(40)", "decimal(4,2)", "'12.3'", "'123.4'", "'1.234'", "'x'");
    fits(engine, "decimal(10,4)", "decimal(10,2)", "1.23", "1.2345");
    fits(engine, "bigint", "smallint", "-5", "40000");
    fits(engine, "integer", "integer unsigned", "5", "-5");
    fits(engine, "double", "integer", "5", "5.5");
    fits(engine, "varchar(40)", "varchar(3)", "'äöü'", "'abcd'");
    fits(engine, "varchar(300)", "tinytext", "'abc'", "repeat('x', 256)");
    fits(engine, "varchar(40)", "datetime(6)", "'2020-01-02'", "'2020-01-32'");
    fits(engine, "varchar(40)", "json", "'[1]'", "'[1'");
    fits(engine, "varchar(40)", "bit(1)", "'Yes'", "'maybe'");
    fits(engine, "varchar(40)", "enum('A','B')", "'B'", "'C'");
    fits(engine, "enum('A','B')", "enum('A')", "'A'", "'B'");
    fits(engine, "datetime", "timestamp", "'2020-01-02'", "'2050-01-02'");
    fits(
        engine,
        "varchar(40)",
        "binary(16)",
        "'00000000-0000-0000-0000-0000000000a1'",
        "'00000000-0000-0000-0000-0000000000'");
  }

  /** The first value becomes one of the other type, each of the rest is counted. */
  private static void fits(Engine engine, String from, String to, String fit, String... unfit)
      throws SQLException {
    try (ChangingDatabase run =
        new ChangingDatabase(engine, "create table t (id int primary key, c " + from + ")")) {
      run.execute("insert into t values (0, " + fit + "), (-1, null)");
      for (int i = 0; i < unfit.length; i++) {
        run.execute("insert into t values (" + (i + 1) + ", " + unfit[i] + ")");
      }
      Schema read = run.read();
      Column old = read.table(T).column("c");
      AlterColumn change =
          new AlterColumn(T, old, old.withType(run.dialect().canonical(new ColumnType(to))));
      List<Obstacle> found =
          new Preflight(run.connection(), run.dialect(), read).obstacles(List.of(change));
      assertEquals(1, found.size(), from + " to " + to);
      assertEquals(unfit.length, found.get(0).rows(), found.get(0).message());
      assertTrue(found.get(0).message().contains("id = 1"), found.get(0).message());
      run.execute("delete from t where id > 0");
      assertEquals(
          List.of(),
          new Preflight(run.connection(), run.dialect(), read).obstacles(List.of(change)));
      run.makes(change);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void changesGeneratedColumns(Engine engine) throws SQLException {
    Column plain = column("g", "bigint");
    Column stored = plain.withGenerated(Optional.of(new Generated("`a` + 1", true)));
    Column virtual = plain.withGenerated(Optional.of(new Generated("`a` + 2", false)));
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine, "create table t (a integer, z integer)", "insert into t values (1, 1)")) {
      run.run(run.read(), new AddColumn(T, stored));
      run.run(run.read(), new AlterColumn(T, stored, plain.withNullable(false)));
      assertEquals("2", run.value("select g from t"));
      run.run(run.read(), new AlterColumn(T, plain.withNullable(false), virtual));
      assertEquals("3", run.value("select g from t"));
      run.run(run.read(), new AlterColumn(T, virtual, plain.withComment(text("x"))));
      assertEquals("3", run.value("select g from t"));
      run.run(run.read(), new AlterColumn(T, plain, stored));
      assertEquals("2", run.value("select g from t"));
      run.run(
          run.read(),
          new AlterColumn(
              T, stored, plain.withGenerated(Optional.of(new Generated("`a` + 3", true)))));
      assertEquals("4", run.value("select g from t"));
      run.execute("alter table t modify column g bigint after a");
      run.run(run.read(), new AlterColumn(T, plain, virtual));
      String shown = run.shown("t");
      assertTrue(shown.indexOf("`g`") < shown.indexOf("`z`"), shown);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void numbersColumns(Engine engine) throws SQLException {
    Column id = column("id", "bigint").withNullable(false);
    Column numbered = id.withIdentity(identity());
    PrimaryKey key = new PrimaryKey("PRIMARY", List.of("id"));
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine,
            "create table t (id bigint not null primary key, x int not null comment 'x')",
            "insert into t values (0, 1), (41, 1)")) {
      run.bothWays(new AlterColumn(T, id, numbered));
      run.makes(new AlterColumn(T, id, numbered));
      run.execute("insert into t (x) values (2)");
      assertEquals("42", run.value("select id from t where x = 2"));
      assertEquals("1", run.value("select count(*) from t where id = 0"));
      run.makes(
          new DropConstraint(T, key),
          new AlterColumn(T, numbered, id),
          new AddConstraint(T, new PrimaryKey("PRIMARY", List.of("id", "x"))));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void replacesPrimaryKeysOfNumberedColumns(Engine engine) throws SQLException {
    PrimaryKey key = new PrimaryKey("PRIMARY", List.of("id"));
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine,
            "create table t (id bigint not null auto_increment primary key, b int not null)",
            "insert into t (b) values (7)")) {
      Column numbered = run.read().table(T).column("id");
      run.bothWays(
          new DropConstraint(T, key),
          new AddConstraint(T, new PrimaryKey("PRIMARY", List.of("id", "b"))));
      run.bothWays(
          new DropConstraint(T, key),
          new AddColumn(T, column("c", "integer").withNullable(false), text("b + 1")),
          new AddConstraint(T, new PrimaryKey("PRIMARY", List.of("id", "c"))));
      Change[] replaced = {
        new DropConstraint(T, key),
        new AddColumn(T, column("n", "bigint").withNullable(false).withIdentity(identity())),
        new DropColumn(T, numbered),
        new AddConstraint(T, new PrimaryKey("PRIMARY", List.of("n")))
      };
      run.makes(replaced);
      assertEquals("1", run.value("select n from t"));
      run.makes(new ChangeSet(List.of(replaced)).reverse().changes().toArray(Change[]::new));
      assertEquals("1", run.value("select id from t"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void takesOffAndPutsBackPrimaryKeysAlone(Engine engine) throws SQLException {
    PrimaryKey key = new PrimaryKey("PRIMARY", List.of("id"));
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine, "create table t (id bigint not null auto_increment primary key, b int)")) {
      Schema known = run.read();
      run.run(known, new DropConstraint(T, key));
      run.run(new DropConstraint(T, key).applyTo(known), new AddConstraint(T, key));
      assertEquals(known, run.read());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void indexesOfForeignKeysComeAndGo(Engine engine) throws SQLException {
    ForeignKey key = ForeignKey.of("fk", List.of("pid"), P, List.of("id"));
    ForeignKey other = key.withName("other");
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine,
            "create table p (id bigint primary key)",
            "create table t (id bigint primary key, pid bigint, x int)")) {
      run.bothWays(new AddConstraint(T, key));
      run.makes(new AddConstraint(T, key));
      assertTrue(run.shown("t").contains("KEY `fk` (`pid`)"));
      run.bothWays(new CreateIndex(T, Index.of("ix", "pid")));
      run.bothWays(new CreateIndex(T, Index.of("ix", "pid", "x")));
      run.bothWays(new AddConstraint(T, UniqueKey.of("u", List.of("pid"))));
      run.bothWays(new RenameConstraint(T, "fk", "fk2"));
      run.makes(new CreateIndex(T, Index.of("ix", "pid")));
      run.bothWays(new DropIndex(T, Index.of("ix", "pid")));
      run.bothWays(
          new DropIndex(T, Index.of("ix", "pid")), new CreateIndex(T, Index.of("ix", "pid", "x")));
      run.bothWays(new DropConstraint(T, key), new DropIndex(T, Index.of("ix", "pid")));
      run.makes(new DropIndex(T, Index.of("ix", "pid")));
      run.makes(new AddConstraint(T, other));
      run.makes(new DropConstraint(T, key));
      assertTrue(run.shown("t").contains("KEY `other` (`pid`)"), run.shown("t"));
      run.bothWays(
          new DropConstraint(T, other),
          new AddConstraint(T, other.withActions(Action.SET_NULL, Action.CASCADE)));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void changesKeysAndIndexes(Engine engine) throws SQLException {
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine, "create table t (a int not null, b varchar(2000), c text, key pr (b(20)))")) {
      run.bothWays(new AddConstraint(T, new PrimaryKey("PRIMARY", List.of("a"))));
      run.makes(new AddConstraint(T, UniqueKey.of("u", List.of("a"))));
      run.bothWays(new RenameConstraint(T, "u", "u2"));
      run.bothWays(new RenameIndex(T, "pr", "pr2"));
      Index prefix = run.read().table(T).indexes().stream().findFirst().orElseThrow();
      run.bothWays(new DropIndex(T, prefix));
      run.bothWays(
          new CreateIndex(
              T, Index.of("d").withParts(List.of(IndexPart.column("a").withDescending(true)))));
      run.bothWays(
          new CreateIndex(
              T,
              new Index(
                  "ft",
                  List.of(IndexPart.column("c")),
                  false,
                  Optional.of("fulltext"),
                  Optional.empty(),
                  List.of(),
                  true)));
      SQLException tooLong =
          assertThrows(
              SQLException.class, () -> run.makes(new CreateIndex(T, Index.of("long", "b"))));
      assertTrue(tooLong.getMessage().contains("3072"), tooLong.getMessage());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void changesChecks(Engine engine) throws SQLException {
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine,
            "create table t (a int, b int check (b > 0), g int as (a + 1) stored,"
                + " constraint ck check (a > 0), key k (a))",
            "insert into t (a, b) values (1, 2)")) {
      for (Check check : run.read().table(T).checks()) {
        run.bothWays(new DropConstraint(T, check));
        run.bothWays(new RenameConstraint(T, check.name(), "other"));
      }
      run.bothWays(new RenameColumn(T, "a", "z"));
      if (engine == Engine.MYSQL) {
        run.bothWays(new RenameColumn(T, "b", "y"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void movesTablesAndDropsOnlyEmptySchemas(Engine engine) throws SQLException {
    try (ChangingDatabase run = new ChangingDatabase(engine, "create table t (a int)")) {
      String schema = run.value("select concat(database(), '_shop')");
      Schema none = Schema.EMPTY;
      run.run(none, new CreateSchema(schema));
      run.run(
          none.withTables(run.read().tables()), new RenameTable(T, new QualifiedName(schema, "t")));
      SQLException refused =
          assertThrows(
              SQLException.class,
              () ->
                  run.dialect()
                      .statements(List.of(new DropSchema(schema)), none, run.connection()));
      assertTrue(refused.getMessage().contains("it still holds table t"), refused.getMessage());
      List<String> script = run.dialect().statements(List.of(new DropSchema(schema)), none);
      assertThrows(SQLException.class, () -> run.execute(script.get(0)));
      run.execute("rename table " + schema + ".t to t");
      run.execute(
          run.dialect()
              .statements(List.of(new DropSchema(schema)), none, run.connection())
              .toArray(String[]::new));
      assertEquals(
          "0",
          run.value(
              "select count(*) from information_schema.schemata where schema_name = '"
                  + schema
                  + "'"));
    }
  }

  @Test
  void mariadbChangesSequences() throws SQLException {
    Sequence from = Sequence.of(QualifiedName.of("s"), 1, 50);
    Sequence limited =
        from.withStep(3, 10).withLimits(Optional.of(2L), Optional.of(900L)).withCache(5, false);
    try (ChangingDatabase run = new ChangingDatabase(Engine.MARIADB)) {
      run.bothWays(new CreateSequence(from));
      run.makes(new CreateSequence(from));
      run.bothWays(new AlterSequence(from, from.withStep(1, 10)));
      run.bothWays(new AlterSequence(from, from.withStep(7, 50)));
      run.bothWays(new RenameSequence(from.name(), QualifiedName.of("r")));
      run.bothWays(new CreateSequence(limited.withName(QualifiedName.of("u"))));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void sessionIsStrictAndPutBack(Engine engine) throws SQLException {
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine, "set session sql_mode = 'ANSI_QUOTES'", "set session foreign_key_checks = 0")) {
      MigrationSession session = run.dialect().session();
      session.enter(run.connection());
      String mode = run.value("select @@session.sql_mode");
      assertTrue(mode.contains("STRICT_ALL_TABLES") && !mode.contains("ANSI_QUOTES"), mode);
      assertEquals("1", run.value("select @@session.foreign_key_checks"));
      session.leave(run.connection());
      assertEquals("ANSI_QUOTES", run.value("select @@session.sql_mode"));
      assertEquals("0", run.value("select @@session.foreign_key_checks"));
    }
  }

  private static Optional<Identity> identity() {
    return Optional.of(Identity.of(Identity.Mode.BY_DEFAULT));
  }

  private static Optional<String> text(String text) {
    return Optional.of(text);
  }

  private static Column column(String name, String type) {
    return Column.of(name, new ColumnType(type));
  }
}
