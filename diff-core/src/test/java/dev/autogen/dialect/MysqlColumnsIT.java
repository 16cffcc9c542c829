package dev.autogen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.testing.Engine;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns of MySQL and MariaDB: each kind of change made, read back and undone. */
class MysqlColumnsIT {

  private static final QualifiedName T = QualifiedName.of("t");

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

  /** What a migration writes into its new columns is no change of a row. */
  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void leavesTheTimesOfChangesAsTheyAre(Engine engine) throws SQLException {
    Column c = column("c", "varchar(9)").withNullable(false);
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine,
            "create table t (a varchar(9), u timestamp not null default '2020-02-03 04:05:06' on"
                + " update current_timestamp)",
            "insert into t (a) values ('x')")) {
      run.makes(new AddColumn(T, c, Optional.of("'7'")));
      run.makes(new RenameValue(T, "c", "7", "8"));
      run.makes(new AlterColumn(T, c, c.withType(new ColumnType("integer"))));
      assertEquals("8 2020-02-03 04:05:06", run.value("select concat(c, ' ', u) from t"));
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
