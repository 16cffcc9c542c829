package dev.autogen.migration;

import static dev.autogen.migration.MigratingProcess.script;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.integer;
import static dev.autogen.migration.Types.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialects;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.inspect.DatabaseSource;
import dev.autogen.migration.SqlScript.Style;
import dev.autogen.schema.Schema;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripts as a client reads them: all at once. */
class ScriptIT {

  @ParameterizedTest
  @EnumSource(value = Engine.class, names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
  void passesOverWhatIsApplied(Engine engine) throws SQLException {
    try (TestDatabase calm = TestDatabases.create(engine);
        TestDatabase database = TestDatabases.create(engine)) {
      MigrationRunner expected = runner(calm);
      MigrationRunner runner = runner(database);
      String up = runner.upgradeSql("base:heads", Style.IDEMPOTENT);
      expected.upgrade("heads");
      runner.upgrade("b");
      run(database, up);
      run(database, up);
      assertEquals(schema(calm), schema(database));
      assertEquals(Set.of("c", "d"), runner.current());
      assertEquals(4, runner.log().size());
      assertEquals(List.of(), runner.alterations());

      String down = runner.downgradeSql("heads:base", Style.IDEMPOTENT);
      run(database, down);
      run(database, down);
      assertEquals(Set.of(), runner.current());
      assertEquals(8, runner.log().size());
      assertEquals(Schema.EMPTY, schema(database));
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void runsAsItStands(Engine engine) throws SQLException {
    try (TestDatabase calm = TestDatabases.create(engine);
        TestDatabase database = TestDatabases.create(engine)) {
      runner(calm).upgrade("heads");
      run(database, runner(database).upgradeSql("heads"));
      assertEquals(schema(calm), schema(database));
      run(database, runner(database).downgradeSql("b"));
      assertEquals(Set.of("b", "d"), runner(database).current());
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void doesNothingTwice(Engine engine) throws SQLException {
    try (TestDatabase database = TestDatabases.create(engine)) {
      MigrationRunner runner = runner(database);
      runner.upgrade("a");
      String script = runner.upgradeSql("a:b");
      run(database, script);
      SQLException refused = assertThrows(SQLException.class, () -> run(database, script));
      assertEquals(Set.of("b"), runner.current());
      assertEquals(List.of("a", "b"), runner.log().stream().map(LogEntry::revision).toList());
      assertTrue(
          database.url().startsWith("jdbc:m") || refused.getMessage().contains("Revision b is not"),
          refused.getMessage());
    }
  }

  /** As that of a developer's machine may be. */
  @ParameterizedTest
  @EnumSource(value = Engine.class, names = "POSTGRESQL_13", mode = EnumSource.Mode.EXCLUDE)
  void comesLastInTheLogThoughAClockWasAhead(Engine engine) throws SQLException {
    try (TestDatabase database = TestDatabases.create(engine)) {
      RevisionGraph graph =
          RevisionGraph.of(
              List.of(
                  script(
                      "a",
                      List.of(),
                      op -> op.createTable("first", t -> t.column("id", bigint())))));
      Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
      MigrationRunner runner =
          MigrationRunner.on(
                  new DriverDataSource(database.url(), database.user(), database.password()))
              .migrations(graph);
      run(database, runner.upgradeSql("head"));
      runner.clock(ahead).purgeAndStamp("a");
      run(database, runner.downgradeSql("base"));
      List<LogEntry> log = runner.log();
      assertEquals(Direction.DOWNGRADE, log.get(log.size() - 1).direction());
      assertEquals(Set.of(), Alteration.applied(log, graph));
    }
  }

  @Test
  void saysWhySqliteCannot() {
    try (TestDatabase database = TestDatabases.create(Engine.SQLITE)) {
      String message =
          assertThrows(
                  MigrationException.class,
                  () -> runner(database).upgradeSql("heads", Style.IDEMPOTENT))
              .getMessage();
      assertTrue(message.contains("A script for SQLite cannot pass over what is applied"), message);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void leavesToPsqlWhatWantsNoTransaction() {
    RevisionGraph graph =
        RevisionGraph.of(
            List.of(
                script(
                    "a",
                    List.of(),
                    op -> {
                      op.transactional(false);
                      op.execute("create index concurrently ix on t (id)");
                    })));
    var dialect = Dialects.named("postgresql", 16, 0);
    String plain = new SqlScript(dialect, graph).upgrade(Set.of(), Set.of("a"));
    assertTrue(plain.contains("create index concurrently ix on t (id);\nbegin;\ninsert"), plain);
    assertTrue(plain.startsWith("\\set ON_ERROR_STOP on\n"), plain);
    String again = new SqlScript(dialect, graph, Style.IDEMPOTENT).upgrade(Set.of(), Set.of("a"));
    assertTrue(
        again.contains(
            "select not exists (select 1 from autogen_version where revision in ('a')) as"
                + " autogen_todo \\gset\n\\if :autogen_todo\ncreate index concurrently"),
        again);
    assertTrue(again.endsWith(";\n\\endif\n"), again);
  }

  /** As psql does with a file, unless it is told to stop: it ends with 2 for a lost connection. */
  @Test
  void nothingFollowsAnErrorOnPostgresqlAndTheClientLosesItsConnection() throws SQLException {
    try (TestDatabase database = TestDatabases.create(Engine.POSTGRESQL)) {
      MigrationRunner runner = runner(database, broken());
      List<String> states = new ArrayList<>();
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        for (String sql : runner.upgradeSql("head").split(";\n")) {
          try {
            statement.execute(sql);
          } catch (SQLException passedOver) {
            states.add(passedOver.getSQLState());
          }
        }
      }
      assertEquals("57P01", states.remove(states.size() - 1), "terminated");
      assertEquals(-1, states.indexOf("57P01"), states.toString());
      assertEquals(Set.of("a"), runner.current());
      assertEquals(List.of("a"), runner.log().stream().map(LogEntry::revision).toList());
      assertEquals(1, schema(database).tables().size());
    }
  }

  private static RevisionGraph broken() {
    return RevisionGraph.of(
        List.of(
            script("a", List.of(), op -> op.execute("create table a (id integer)")),
            script(
                "b",
                List.of("a"),
                op -> {
                  op.execute("create table b (id integer)");
                  op.execute("insert into nowhere values (1)");
                }),
            script("c", List.of("b"), op -> op.execute("create table c (id integer)"))));
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"MYSQL", "MARIADB"})
  void keepsWhatOnlyTheDatabaseKnows(Engine engine) throws SQLException {
    RevisionGraph graph =
        RevisionGraph.of(
            List.of(
                of("a", List.of(), TABLE, op -> op.dropTable("item")),
                of(
                    "b",
                    List.of("a"),
                    op -> op.alterColumn("item", "title").type(varchar(60), varchar(80)),
                    op -> {}),
                of(
                    "c",
                    List.of("b"),
                    op -> op.alterColumn("item", "title").type(varchar(80), varchar(90)),
                    op -> {})));
    try (TestDatabase database = TestDatabases.create(engine)) {
      MigrationRunner runner = runner(database, graph);
      runner.upgrade("a");
      database.execute(
          "alter table item modify column title varchar(60) character set latin1 comment 'by hand'");
      String script = runner.upgradeSql("b");
      assertTrue(script.contains("latin1"), script);
      assertTrue(script.contains("COMMENT 'by hand'"), script);
      assertEquals(-1, script.indexOf("Not read from the database"), script);
      String both = runner.upgradeSql("c");
      assertTrue(both.contains("-- Not read from the database: this states anew"), both);
      assertTrue(runner.upgradeSql("b:c").contains("-- Not read from the database"), both);
      assertEquals(-1, runner.upgradeSql("base:c").indexOf("-- Not read"), both);
    }
  }

  private static final Consumer<Operations> TABLE =
      op ->
          op.createTable(
              "item",
              t ->
                  t.column("id", bigint())
                      .notNull()
                      .column("title", varchar(60))
                      .primaryKey("item_pkey", "id"));

  private static RevisionGraph graph() {
    return RevisionGraph.of(
        List.of(
            of("a", List.of(), TABLE, op -> op.dropTable("item")),
            of(
                "b",
                List.of("a"),
                op -> {
                  op.execute("insert into item values (1, 'it''s $sql$ \"one\"; two')");
                  op.addColumn("item", "price", integer()).notNull().filledWith("7");
                },
                op -> op.dropColumn("item", "price")),
            of(
                "c",
                List.of("b"),
                op -> op.createIndex("ix_price").on("item", "price"),
                op -> op.dropIndex("ix_price").from("item")),
            of(
                "d",
                List.of(),
                op -> op.createTable("apart", t -> t.column("id", bigint())),
                op -> op.dropTable("apart"))));
  }

  private static MigrationScript of(
      String id, List<String> revises, Consumer<Operations> up, Consumer<Operations> down) {
    return new MigrationScript(
        new MigrationScript.Header(id, MigrationScript.Links.after(revises), "", "", ""),
        new MigrationScript.Origin("R" + id, Optional.empty(), ""),
        new Migration() {
          @Override
          public void upgrade(Operations op) {
            up.accept(op);
          }

          @Override
          public void downgrade(Operations op) {
            down.accept(op);
          }
        });
  }

  private static MigrationRunner runner(TestDatabase database) {
    return runner(database, graph());
  }

  private static MigrationRunner runner(TestDatabase database, RevisionGraph graph) {
    return MigrationRunner.on(
            new DriverDataSource(database.url(), database.user(), database.password()))
        .migrations(graph);
  }

  private static void run(TestDatabase database, String script) throws SQLException {
    String several =
        database.url().startsWith("jdbc:m")
            ? database.url() + (database.url().contains("?") ? "&" : "?") + "allowMultiQueries=true"
            : database.url();
    try (Connection connection =
            DriverManager.getConnection(several, database.user(), database.password());
        Statement statement = connection.createStatement()) {
      if (database.engine() == Engine.H2) {
        RunScript.execute(connection, new StringReader(script));
      } else if (database.engine() == Engine.SQLITE) {
        statement.executeUpdate(script);
      } else {
        statement.execute(script);
        while (statement.getMoreResults() || statement.getUpdateCount() != -1) {
          statement.getWarnings();
        }
      }
    }
  }

  private static Schema schema(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return new DatabaseSource(connection, Dialects.of(connection), DatabaseScope.DEFAULT).read();
    }
  }
}
