package dev.autogen.migration;

import static dev.autogen.migration.Scripts.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.UnsupportedChangeException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

  private static final RevisionGraph GRAPH =
      RevisionGraph.of(
          List.of(
              script(
                  "a",
                  op -> op.execute("create table t (id integer); "),
                  op -> op.execute("drop table t")),
              script(
                  "b",
                  op -> op.execute("update t set id = 1 -- it's one"),
                  op -> op.execute("update t set id = 0"),
                  "a")));

  @Test
  void writesTransactionsWhereDdlIsTransactional() {
    String version = ToolVersion.get();
    assertEquals(
        """
        -- After an error nothing more is done; the last statement then has psql end with 2.
        set client_encoding = 'UTF8';
        create table if not exists autogen_version (revision varchar(100) not null, primary key (revision));
        create table if not exists autogen_log (revision varchar(100) not null, direction varchar(10) not null, started varchar(30) not null, took_ms bigint not null, outcome varchar(10) not null, checksum varchar(64) not null, tool_version varchar(40) not null, hibernate_version varchar(40) not null, who varchar(200) not null);

        -- upgrade b (message of b)
        begin;
        do $autogen$begin if not (exists (select 1 from autogen_version where revision in ('a'))) then raise exception using message = 'Revision b is not applied: the database does not stand where that starts. What comes before it in this script failed, or the script is for a database that stands elsewhere.'; end if; end$autogen$;
        update t set id = 1 -- it's one
        ;
        update autogen_version set revision = 'b' where revision = 'a';
        insert into autogen_log (revision, direction, started, took_ms, outcome, checksum, tool_version, hibernate_version, who) values ('b', 'upgrade', to_char(greatest(clock_timestamp(), (select latest from (select max(started) as latest from autogen_log) logged)::timestamptz + interval '1 microsecond') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 0, 'applied', '%s', '%s', '7.4.6.Final', 'SQL script');
        commit;
        do $autogen$begin begin if exists (select 1 from autogen_version where revision in ('b')) then return; end if; exception when undefined_table then null; end; raise warning using message = 'This script did not come to its end: the first error above says why. The connection is ended, so that psql tells it by its exit code.'; perform pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid()); end$autogen$;
        """
            .formatted(Checksum.of(GRAPH.script("b")), version),
        postgresql().upgrade(Set.of("a"), Set.of("b")));
  }

  @Test
  void saysThatThereIsNothingToDo() {
    assertEquals("-- Nothing to do.\n", postgresql().upgrade(Set.of("b"), Set.of("b")));
  }

  @Test
  void runsAsItStands() throws SQLException {
    try (MemoryDatabase database = new MemoryDatabase()) {
      MigrationRunner runner = MigrationRunner.on(database.source()).migrations(GRAPH);
      database.execute(runner.upgradeSql("head"));
      assertEquals(Set.of("b"), runner.current());
      assertEquals(2, runner.log().size());
      assertEquals(List.of("t"), database.tables());
      database.execute(runner.downgradeSql("head:base"));
      assertEquals(Set.of(), runner.current());
      assertEquals(List.of(), database.tables());
    }
  }

  @Test
  void keepsAProgramTogetherThatStandsBehindAComment() {
    RevisionGraph graph =
        RevisionGraph.of(
            List.of(
                script(
                    "a",
                    op -> op.execute("-- keeps count\n# so\ncreate trigger g begin x; y; end;"),
                    op -> {})));
    String sql = new SqlScript(Dialects.named("mysql", 8, 0), graph).upgrade(Set.of(), Set.of("a"));
    assertTrue(
        sql.contains(
            "delimiter //\n-- keeps count\n# so\ncreate trigger g begin x; y; end//\ndelimiter ;"),
        sql);
  }

  @Test
  void hasPsqlStopWhereNoTransactionDoes() {
    RevisionGraph graph =
        RevisionGraph.of(List.of(script("a", op -> op.transactional(false), op -> {})));
    String sql =
        new SqlScript(Dialects.named("postgresql", 16, 0), graph).upgrade(Set.of(), Set.of("a"));
    assertTrue(
        sql.startsWith("\\set ON_ERROR_STOP on\nset client_encoding = 'UTF8';\ncreate"), sql);
  }

  @Test
  void demandsAllThatAMigrationFollowsOrDependsOn() {
    RevisionGraph graph =
        RevisionGraph.of(
            List.of(
                script("a"), script("b", "a"), script("c", "a"), Scripts.dependent("d", "c", "b")));
    String sql =
        new SqlScript(Dialects.named("postgresql", 16, 0), graph)
            .upgrade(Set.of(), Set.of("c", "b"));
    assertTrue(
        sql.contains(
            "if not (not exists (select 1 from autogen_version where revision in ('c', 'd')) and"
                + " exists (select 1 from autogen_version where revision in ('a', 'b', 'c', 'd')))"),
        sql);
  }

  @Test
  void keepsTogetherWhateverHasASemicolonLeft() {
    var script = Dialects.named("mariadb", 11, 4).script();
    for (String program :
        List.of(
            "begin not atomic insert into t values (1); end",
            "create package p as function f() returns int; end",
            "create definer = 'a' @ 'b' trigger g before insert on t for each row begin x; y; end",
            "/*! create trigger g begin x; y; end */")) {
      assertEquals("delimiter //\n" + program + "//\ndelimiter ;\n", script.statement(program));
    }
    for (String plain :
        List.of(
            "insert into t values ('a;\\'b', \"c;\"\"\", `d;`)",
            "update t set n = 1 /* so; it's */ where n = 2",
            "update t # one; two\n set n = 5--1")) {
      assertEquals(plain + (plain.endsWith("1") ? "\n" : "") + ";\n", script.statement(plain));
    }
    assertEquals("do 1 # one; two\n;\n", script.statement("do 1 # one; two"));
    List<String> owned = List.of("create definer = 'a' @ 'b' trigger g before insert on t do 1");
    assertThrows(UnsupportedChangeException.class, () -> script.guarded("1 = 1", owned, false));
  }

  @Test
  void writesOutTheEndsOfLinesThatTheClientWouldCut() {
    var script = Dialects.named("mysql", 8, 0).script();
    assertEquals(
        "insert into t -- it's\r\n values ('a\\r\nb\nc\rd', \"'\\r\n\", '\\r\n');\n",
        script.statement("insert into t -- it's\r\n values ('a\r\nb\nc\rd', \"'\r\n\", '\\\r\n')"));
    String guarded = script.guarded("1 = 1", List.of("do 'a\r\nb'"), true);
    assertTrue(guarded.contains("'do ''a\\r\nb'''"), guarded);
  }

  @Test
  void refusesADatabaseWithinTheChainOfASquash() throws SQLException {
    RevisionGraph squashed =
        RevisionGraph.of(
            List.of(
                Scripts.linked(
                    "b",
                    new MigrationScript.Links(List.of(), List.of(), List.of(), List.of("a")))));
    try (MemoryDatabase database = new MemoryDatabase()) {
      MigrationRunner runner = MigrationRunner.on(database.source()).migrations(GRAPH);
      runner.upgrade("a");
      String sql =
          new SqlScript(Dialects.named("h2", 2, 4), squashed, SqlScript.Style.IDEMPOTENT)
              .upgrade(Set.of(), Set.of("b"));
      Exception refused = assertThrows(Exception.class, () -> database.execute(sql));
      assertTrue(
          refused.getMessage().contains("This script is not for a database at a, which a squash"),
          refused.getMessage());
      assertEquals(Set.of("a"), runner.current());
    }
  }

  @Test
  void logsWhenItRunsNotWhenItWasWritten() throws SQLException {
    try (MemoryDatabase database = new MemoryDatabase()) {
      MigrationRunner runner = MigrationRunner.on(database.source()).migrations(GRAPH);
      String down = runner.downgradeSql("head:base");
      runner.clock(Clock.offset(Clock.systemUTC(), Duration.ofMillis(-1))).upgrade();
      database.execute(down);
      MigrationRunner without =
          MigrationRunner.on(database.source()).migrations(RevisionGraph.EMPTY);
      assertEquals(List.of(), without.alterations());
    }
  }

  @Test
  void refusesARangeThatLeadsBack() {
    Targets targets = new Targets(GRAPH, Set.of());
    for (String range : List.of("b:a", "head:base")) {
      assertThrows(
          MigrationException.class, () -> postgresql().upgrade(targets.range(range)), range);
    }
    assertEquals("-- Nothing to do.\n", postgresql().upgrade(targets.range("b:b")));
    assertEquals("-- Nothing to do.\n", postgresql().upgrade(targets.range("base:base")));
  }

  @Test
  void refusesJavaWork() {
    RevisionGraph graph =
        RevisionGraph.of(List.of(script("a", op -> op.run("copy", c -> {}), op -> {})));
    var script = new SqlScript(Dialects.named("h2", 2, 4), graph);
    assertEquals(
        "Revision a (message of a) cannot be written as SQL: its step \"copy\" is Java work. Run"
            + " the migration itself, or have that step say op.execute(\"...\").",
        assertThrows(MigrationException.class, () -> script.upgrade(Set.of(), Set.of("a")))
            .getMessage());
  }

  private static SqlScript postgresql() {
    return new SqlScript(Dialects.named("postgresql", 16, 0), GRAPH);
  }
}
