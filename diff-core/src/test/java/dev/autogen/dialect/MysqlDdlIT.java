package dev.autogen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.change.ObjectChange.AlterSequence;
import dev.autogen.change.ObjectChange.CreateSchema;
import dev.autogen.change.ObjectChange.CreateSequence;
import dev.autogen.change.ObjectChange.DropSchema;
import dev.autogen.change.ObjectChange.RenameSequence;
import dev.autogen.change.TableChange.CommentTable;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.inspect.UnmodelledSource;
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

/** Tables, schemas, sequences and values of MySQL and MariaDB: made, read back and undone. */
class MysqlDdlIT {

  private static final QualifiedName T = QualifiedName.of("t");

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
  void movesTablesAndDropsOnlyEmptySchemas(Engine engine) throws SQLException {
    try (ChangingDatabase run = new ChangingDatabase(engine, "create table t (a int)")) {
      String schema = run.value("select concat(database(), '_shop')");
      Schema none = Schema.EMPTY;
      run.run(none, new CreateSchema(schema));
      run.run(
          none.withTables(run.read().tables()), new RenameTable(T, new QualifiedName(schema, "t")));
      UnsupportedChangeException refused =
          assertThrows(
              UnsupportedChangeException.class,
              () ->
                  run.dialect()
                      .statements(List.of(new DropSchema(schema)), none, run.connection()));
      assertTrue(refused.getMessage().contains("it still holds table t"), refused.getMessage());
      List<String> script = run.dialect().statements(List.of(new DropSchema(schema)), none);
      assertThrows(SQLException.class, () -> run.execute(script.get(0)));
      run.execute(
          "rename table " + schema + ".t to t",
          "create event " + schema + ".ev on schedule every 1 day do delete from t");
      refused =
          assertThrows(
              UnsupportedChangeException.class,
              () ->
                  run.dialect()
                      .statements(List.of(new DropSchema(schema)), none, run.connection()));
      assertTrue(refused.getMessage().contains("it still holds event ev"), refused.getMessage());
      assertThrows(SQLException.class, () -> run.execute(script.get(0)));
      run.execute("drop event " + schema + ".ev");
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

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void scriptsSetTheSessionAndPutItBack(Engine engine) throws SQLException {
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine,
            "set session sql_mode = 'NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT'",
            "set session foreign_key_checks = 0")) {
      MigrationSession session = run.dialect().session();
      String before = run.value("select @@session.sql_mode");
      run.execute(session.opening().toArray(String[]::new));
      String mode = run.value("select @@session.sql_mode");
      assertTrue(mode.contains("STRICT_ALL_TABLES") && mode.contains("PIPES_AS_CONCAT"), mode);
      assertFalse(mode.contains("NO_BACKSLASH_ESCAPES"), mode);
      assertEquals("1", run.value("select @@session.foreign_key_checks"));
      run.execute(session.closing().toArray(String[]::new));
      assertEquals(before, run.value("select @@session.sql_mode"));
      assertEquals("0", run.value("select @@session.foreign_key_checks"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void renamesValuesAndLabels(Engine engine) throws SQLException {
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine,
            "create table t (id int primary key, a varchar(9), e enum('NEW','DONE') comment 'c')",
            "insert into t values (1, 'X', 'NEW'), (2, 'x\\\\y', 'DONE'), (3, null, null)")) {
      run.bothWays(new RenameValue(T, "a", "X", "it's"));
      run.makes(new RenameValue(T, "a", "x\\y", "z"));
      assertEquals("z", run.value("select a from t where id = 2"));
      Column from = run.read().table(T).column("e");
      Column both = from.withType(new ColumnType("enum('NEW','DONE','OPEN')"));
      Column to = from.withType(new ColumnType("enum('OPEN','DONE')"));
      Change[] renamed = {
        new AlterColumn(T, from, both),
        new RenameValue(T, "e", "NEW", "OPEN"),
        new AlterColumn(T, both, to)
      };
      run.makes(renamed);
      assertEquals("OPEN", run.value("select e from t where id = 1"));
      assertEquals("DONE", run.value("select e from t where id = 2"));
      run.makes(new ChangeSet(List.of(renamed)).reverse().changes().toArray(Change[]::new));
      assertEquals("NEW", run.value("select e from t where id = 1"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void tellsWhatGoesForGood(Engine engine) throws SQLException {
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine,
            "create table t (a int, b int invisible, key k (a) comment 'why') row_format=dynamic"
                + " checksum=1 default charset=latin1",
            "create table m (a int) engine=MyISAM",
            "create trigger tr before insert on t for each row set @n = 1")) {
      String found =
          new UnmodelledSource(run.connection(), run.dialect()).read(List.of()).toString();
      for (String detail : List.of("trigger tr", "that it is invisible", "its comment why")) {
        assertTrue(found.contains(detail), detail + " is not in " + found);
      }
      assertEquals(
          "collate=latin1_swedish_ci checksum=1 row_format=dynamic", run.read().table(T).options());
      assertEquals("engine=myisam", run.read().table(QualifiedName.of("m")).options());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void refusesWhatWouldBreakAView(Engine engine) throws SQLException {
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine,
            "create table t (id int primary key, name int, note int)",
            "create table other (id int primary key, name int)",
            "create view v as select x.id, o.name from t x join other o on o.id = x.id",
            "create view w as select ID from t")) {
      assertEquals(
          "Table \"t\" cannot be dropped: views v, w speak of it, and "
              + (engine == Engine.MYSQL ? "MySQL" : "MariaDB")
              + " would let them break without a word. Put op.execute(\"drop view v\"),"
              + " op.execute(\"drop view w\") before that step, and create them anew after it.",
          refused(run, new DropTable(run.read().table(T))));
      refused(run, new RenameTable(T, QualifiedName.of("u")));
      refused(run, new RenameColumn(T, "id", "key"));
      refused(run, new DropColumn(QualifiedName.of("other"), column("name", "integer")));
      run.bothWays(new RenameColumn(T, "name", "title"));
      run.bothWays(new DropColumn(T, column("note", "integer")));
    }
  }

  private static String refused(ChangingDatabase run, Change change) {
    return assertThrows(UnsupportedChangeException.class, () -> run.makes(change)).getMessage();
  }

  private static Optional<Identity> identity() {
    return Optional.of(Identity.of(Identity.Mode.BY_DEFAULT));
  }

  private static Column column(String name, String type) {
    return Column.of(name, new ColumnType(type));
  }
}
