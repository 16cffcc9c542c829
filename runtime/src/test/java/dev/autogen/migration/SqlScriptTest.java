package dev.autogen.migration;

import static dev.autogen.migration.Scripts.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialects;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:12:00Z"), ZoneOffset.UTC);

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
        create table if not exists autogen_version (revision varchar(100) not null, primary key (revision));
        create table if not exists autogen_log (revision varchar(100) not null, direction varchar(10) not null, started varchar(30) not null, took_ms bigint not null, outcome varchar(10) not null, checksum varchar(64) not null, tool_version varchar(40) not null, hibernate_version varchar(40) not null, who varchar(200) not null);

        -- upgrade b (message of b)
        begin;
        update t set id = 1 -- it's one
        ;
        update autogen_version set revision = 'b' where revision = 'a';
        insert into autogen_log (revision, direction, started, took_ms, outcome, checksum, tool_version, hibernate_version, who) values ('b', 'upgrade', '2026-11-21T10:12:00.000000Z', 0, 'applied', '%s', '%s', '7.4.6.Final', 'SQL script');
        commit;
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
    String sql =
        new SqlScript(Dialects.named("mysql", 8, 0), graph, CLOCK).upgrade(Set.of(), Set.of("a"));
    assertTrue(
        sql.contains(
            "delimiter //\n-- keeps count\n# so\ncreate trigger g begin x; y; end//\ndelimiter ;"),
        sql);
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
    var script = new SqlScript(Dialects.named("h2", 2, 4), graph, CLOCK);
    assertEquals(
        "Revision a (message of a) cannot be written as SQL: its step \"copy\" is Java work. Run"
            + " the migration itself, or have that step say op.execute(\"...\").",
        assertThrows(MigrationException.class, () -> script.upgrade(Set.of(), Set.of("a")))
            .getMessage());
  }

  private static SqlScript postgresql() {
    return new SqlScript(Dialects.named("postgresql", 16, 0), GRAPH, CLOCK);
  }
}
