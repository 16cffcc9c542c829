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
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.migration.Obstacle;
import dev.autogen.migration.Preflight;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import dev.autogen.testing.Engine;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys, checks and indexes of MySQL and MariaDB: each kind of change made and undone. */
class MysqlKeysIT {

  private static final QualifiedName T = QualifiedName.of("t");
  private static final QualifiedName P = QualifiedName.of("p");

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
      run.bothWays(
          new CreateIndex(
              T,
              Index.of("ix")
                  .withParts(
                      List.of(
                          IndexPart.column("pid").withDescending(true), IndexPart.column("x")))));
      assertTrue(run.shown("t").contains("KEY `fk` (`pid`)"));
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
      UnsupportedChangeException tooLong =
          assertThrows(
              UnsupportedChangeException.class,
              () -> run.makes(new CreateIndex(T, Index.of("long", "b"))));
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
      run.execute("alter table t add column j json");
      run.bothWays(new RenameColumn(T, "j", "k"));
    }
  }

  /** MariaDB cuts an index that gets too long to the beginning of its columns, without a word. */
  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void refusesColumnsThatMakeAnIndexTooLong(Engine engine) throws SQLException {
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine,
            "create table t (a varchar(100), b varchar(500), c text, key ix (a, b), key pr (c(9)),"
                + " fulltext ft (a)) default charset=utf8mb4")) {
      Column a = run.read().table(T).column("a");
      String before = run.shown("t");
      UnsupportedChangeException refused =
          assertThrows(
              UnsupportedChangeException.class,
              () -> run.makes(new AlterColumn(T, a, a.withType(new ColumnType("varchar(300)")))));
      assertTrue(refused.getMessage().contains("\"ix\" cannot be over a, b"), refused.getMessage());
      assertEquals(before, run.shown("t"));
      run.bothWays(new AlterColumn(T, a, a.withType(new ColumnType("varchar(200)"))));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void refersFromOneDatabaseToThatOfTheConnection(Engine engine) throws SQLException {
    try (ChangingDatabase run =
        new ChangingDatabase(engine, "create table p (id bigint primary key)")) {
      String own = run.value("select database()");
      String other = own + "_other";
      run.execute(
          "create schema " + other,
          "create table " + other + ".p (id bigint primary key)",
          "create table " + other + ".t (id bigint primary key, pid bigint)");
      QualifiedName there = new QualifiedName(other, "t");
      ForeignKey key = ForeignKey.of("fk", List.of("pid"), P, List.of("id"));
      Change add = new AddConstraint(there, key);
      assertThrows(
          UnsupportedChangeException.class,
          () -> run.dialect().statements(List.of(add), Schema.EMPTY));
      run.execute(
          run.dialect()
              .statements(List.of(add), Schema.EMPTY, run.connection())
              .toArray(String[]::new));
      String table = other + ".t";
      assertTrue(run.shown(table).contains("REFERENCES `" + own + "`.`p`"), run.shown(table));
      Table whole =
          Table.of(
              new QualifiedName(other, "u"),
              List.of(column("pid", "bigint")),
              List.of(key.withName("fk_u")),
              List.of());
      run.execute(
          run.dialect()
              .statements(List.of(new CreateTable(whole)), Schema.EMPTY, run.connection())
              .toArray(String[]::new));
      assertTrue(run.shown(other + ".u").contains("REFERENCES `" + own + "`.`p`"));
      run.execute("drop schema " + other);
    }
  }

  /** A column alone takes a condition on MariaDB, and its rows are not looked at. */
  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void addsNoCheckOverRowsThatBreakIt(Engine engine) throws SQLException {
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine,
            "create table t (id int primary key, a tinyint, b int)",
            "insert into t values (1, 0, 5), (2, 2, 5)")) {
      if (engine == Engine.MARIADB) {
        run.execute("set session check_constraint_checks = 0");
      }
      String before = run.shown("t");
      for (String name : List.of("a", "ck")) {
        Change check = new AddConstraint(T, new Check(name, "`a` between 0 and 1"));
        assertThrows(AssertionError.class, () -> run.makes(check));
        assertEquals(before, run.shown("t"));
        Column b = run.read().table(T).column("b");
        List<Change> changes =
            List.of(new AlterColumn(T, b, b.withType(new ColumnType("bigint"))), check);
        List<Obstacle> found =
            new Preflight(run.connection(), run.dialect(), run.read()).obstacles(changes);
        assertEquals(1, found.size());
        assertEquals(1, found.get(0).rows(), found.get(0).message());
      }
      run.execute("delete from t where a > 1");
      run.bothWays(new AddConstraint(T, new Check("a", "`a` between 0 and 1")));
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
