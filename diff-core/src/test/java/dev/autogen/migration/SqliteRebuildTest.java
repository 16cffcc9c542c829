package dev.autogen.migration;

import static dev.autogen.migration.MigratingProcess.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A table that is built anew loses nothing, on connections that enforce foreign keys. */
class SqliteRebuildTest {

  private final TestDatabase database = TestDatabases.create(Engine.SQLITE);

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void keepsChildrenThatWouldGoWithTheirParents() throws SQLException {
    database.execute(
        "create table p (id integer primary key, n text)",
        "create table c (id integer primary key, p integer references p on delete cascade)",
        "insert into p values (1, 'a'), (2, 'b')",
        "insert into c values (10, 1), (20, 2)");
    upgrade(op -> op.addCheck("ck_n").on("p", "n <> ''"));
    assertEquals(List.of("10 1", "20 2"), query("select id || ' ' || p from c"));
    assertEquals(
        List.of("1"),
        query("select count(*) from pragma_foreign_key_list('c')" + " where \"table\" = 'p'"));
    assertEquals(List.of(), query("pragma foreign_key_check"));
  }

  @Test
  void keepsWhatNoModelKnows() throws SQLException {
    database.execute(
        """
        create table t (
          id integer primary key autoincrement, -- counts
          code text collate nocase unique on conflict fail,
          [odd name] any,
          twice int generated always as (id * 2) stored,
          half real as (id / 2.0),
          gone text
        ) strict""",
        "create index ix on t (code desc, lower(code)) where code is not null",
        "create index iy on t ([odd name] collate rtrim)",
        "create table log (what text)",
        "create trigger tr after insert on t begin insert into log values (new.code); end",
        "create view v as select id, code from t",
        "insert into t (id, code, [odd name]) values (5, 'a', x'00'), (9, 'b', 'text')",
        "delete from t where id = 9",
        "delete from log");
    upgrade(
        op -> {
          op.dropColumn("t", "gone", Types.text());
          op.addCheck("ck_code").on("t", "code <> ''");
        });
    assertEquals(
        List.of(
            """
            CREATE TABLE "t" (
              id integer primary key autoincrement, -- counts
              code text collate nocase unique on conflict fail,
              [odd name] any,
              twice int generated always as (id * 2) stored,
              half real as (id / 2.0),
              constraint ck_code check (code <> '')
            ) strict"""),
        query("select sql from sqlite_master where name = 't'"));
    assertEquals(
        List.of("ix", "iy", "sqlite_autoindex_t_1", "tr", "v"),
        query(
            "select name from sqlite_master where type <> 'table' and tbl_name in ('t', 'v')"
                + " order by name"));
    assertEquals(
        List.of("5 a blob 10 2.5"),
        query(
            "select id || ' ' || code || ' ' || typeof([odd name]) || ' ' || twice || ' ' || half"
                + " from v join t using (id, code)"));
    database.execute("insert into t (code) values ('c')");
    assertEquals(List.of("10"), query("select max(id) from t"));
    assertEquals(List.of("c"), query("select what from log"));
  }

  @Test
  void keepsTheNumbersOfRowsAndTablesWithoutThem() throws SQLException {
    database.execute(
        "create table a (x text)",
        "insert into a (rowid, x) values (7, 'seven'), (3, 'three')",
        "create table b (k text primary key, x text) without rowid",
        "insert into b values ('k', 'x')");
    upgrade(
        op -> {
          op.addCheck("ck_a").on("a", "x <> ''");
          op.addCheck("ck_b").on("b", "x <> ''");
        });
    assertEquals(List.of("3 three", "7 seven"), query("select rowid || ' ' || x from a"));
    assertEquals(List.of("k"), query("select k from b"));
    assertTrue(
        query("select sql from sqlite_master where name = 'b'").get(0).endsWith("without rowid"));
  }

  @Test
  void buildsATableOnceForAllItsChanges() throws SQLException {
    database.execute("create table t (id integer primary key, a text, b text)");
    List<String> statements = new ArrayList<>();
    runner(
            op -> {
              op.dropColumn("t", "a", Types.text());
              op.addCheck("ck_b").on("t", "b <> ''");
              op.execute("select 1");
              op.addUnique("uk_b").on("t", "b");
            })
        .listener(
            new RunListener() {
              @Override
              public void step(MigrationScript script, int number, int of, String what) {
                statements.add(what);
              }
            })
        .upgrade();
    assertEquals(
        2,
        statements.stream().filter(sql -> sql.equals("drop table t")).count(),
        statements.toString());
  }

  @Test
  void namesWhatHasNoNameAlongWithItsTableAndColumn() throws SQLException {
    database.execute(
        "create table p (id integer primary key)",
        "create table t (code text unique, pid integer references p, n integer check (n > 0))");
    upgrade(
        op -> {
          op.renameTable("t", "t2");
          op.renameConstraint("t2", "t_code_key", "uk_code");
          op.renameConstraint("t2", "t_pid_fkey", "fk_p");
          op.renameConstraint("t2", "t_n_check", "ck_n");
          op.createTable("u", table -> table.column("a", Types.text()).unique("u_a_key", "a"));
          op.renameColumn("u", "a", "b");
          op.renameConstraint("u", "u_a_key", "uk_b");
        });
    assertEquals(
        List.of(
            """
            CREATE TABLE "t2" (code text constraint uk_code unique,\
             pid integer constraint fk_p references p, n integer constraint ck_n check (n > 0))"""),
        query("select sql from sqlite_master where name = 't2'"));
    assertTrue(
        query("select sql from sqlite_master where name = 'u'")
            .get(0)
            .contains("constraint uk_b unique (b)"));
  }

  @Test
  void refusesRowsThatDoNotConvert() throws SQLException {
    database.execute(
        "create table t (id integer primary key, n varchar(20))",
        "insert into t values (1, '12'), (2, 'x2'), (3, '1.5'), (4, null)");
    String message =
        assertThrows(
                MigrationException.class,
                () ->
                    upgrade(
                        op -> op.alterColumn("t", "n").type(Types.varchar(20), Types.integer())))
            .getMessage();
    assertTrue(message.contains("2 rows"), message);
    assertTrue(message.contains("x2"), message);
    database.execute("delete from t where id in (2, 3)");
    upgrade(op -> op.alterColumn("t", "n").type(Types.varchar(20), Types.integer()));
    assertEquals(List.of("integer", "null"), query("select typeof(n) from t order by id"));
  }

  @Test
  void refusesViewsThatWouldNotWorkAnyMore() throws SQLException {
    database.execute("create table t (a text, b text)", "create view v as select a, b from t");
    String message =
        assertThrows(
                MigrationException.class,
                () -> upgrade(op -> op.dropColumn("t", "a", Types.text())))
            .getMessage();
    assertTrue(message.contains("these would not work any more: view v"), message);
    assertEquals(List.of("a", "b"), query("select name from pragma_table_info('t')"));
    assertEquals(List.of("1"), query("pragma foreign_keys"));
  }

  @Test
  void refusesTriggersThatWouldNotWorkAnyMore() throws SQLException {
    database.execute(
        "create table t (a text, b text)",
        "create table log (what text)",
        "create trigger tr after update of b on t begin insert into log values (old.a); end");
    String message =
        assertThrows(
                MigrationException.class,
                () -> upgrade(op -> op.dropColumn("t", "a", Types.text())))
            .getMessage();
    assertTrue(message.contains("these would not work any more: triggers of table t"), message);
    assertEquals(List.of("a", "b"), query("select name from pragma_table_info('t')"));
  }

  private void upgrade(Consumer<Operations> steps) {
    runner(steps).upgrade();
  }

  private MigrationRunner runner(Consumer<Operations> steps) {
    return MigrationRunner.on(source())
        .migrations(RevisionGraph.of(List.of(script("r", List.of(), steps))));
  }

  private DriverDataSource source() {
    return new DriverDataSource(database.url(), database.user(), database.password());
  }

  private List<String> query(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
