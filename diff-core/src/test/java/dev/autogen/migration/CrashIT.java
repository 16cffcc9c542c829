package dev.autogen.migration;

import static dev.autogen.migration.MigratingProcess.script;
import static dev.autogen.migration.Types.bigint;
import static dev.autogen.migration.Types.integer;
import static dev.autogen.migration.Types.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.Mentioned;
import dev.autogen.dialect.Traces;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.inspect.DatabaseSource;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A migration of twelve steps whose runner dies at each point of it, on each engine. */
@Timeout(240)
class CrashIT {

  private static final int MOST_DEATHS = 150;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void comesToTheSameEndAsIfItHadLived(Engine engine) throws SQLException {
    dieAgainAndAgain(engine, true);
  }

  @ParameterizedTest
  @EnumSource(value = Engine.class, names = "POSTGRESQL|SQLITE", mode = EnumSource.Mode.MATCH_ANY)
  void comesToTheSameEndWithoutATransaction(Engine engine) throws SQLException {
    dieAgainAndAgain(engine, false);
  }

  private static void dieAgainAndAgain(Engine engine, boolean together) throws SQLException {
    RevisionGraph graph = graph(together);
    try (TestDatabase calm = TestDatabases.create(engine);
        TestDatabase stormy = TestDatabases.create(engine)) {
      MigrationRunner.on(source(calm)).migrations(graph).upgrade();
      Moments moments = new Moments();
      int deaths = 0;
      while (!survives(stormy, graph, moments)) {
        deaths++;
        assertTrue(deaths < MOST_DEATHS, "it does not come further");
      }
      assertTrue(deaths > 2 * 12, "died " + deaths + " times only");
      assertEquals(found(calm), found(stormy));
    }
  }

  /**
   * Each of these is deadly once: before a statement of the migration, after it, and after what is
   * committed next.
   */
  private static final class Moments implements MortalDataSource.Moment {

    private final Set<String> survived = new HashSet<>();
    private String last = "";

    @Override
    public boolean isNow(String what, boolean before) {
      if (isOfTheMigration(what)) {
        last = before ? "" : what;
        return survived.add(what + before);
      }
      boolean mark = what.equals("commit") && !before && !last.isEmpty();
      return mark && survived.add("mark of " + last);
    }

    void reborn() {
      last = "";
    }

    private static boolean isOfTheMigration(String what) {
      return !what.equals("commit")
          && !what.contains("autogen_")
          && !what.matches("(set|pragma|rollback|begin) .*|rollback|begin");
    }
  }

  private static boolean survives(TestDatabase database, RevisionGraph graph, Moments moments) {
    try {
      moments.reborn();
      MigrationRunner.on(new MortalDataSource(source(database), moments))
          .migrations(graph)
          .upgrade();
      return true;
    } catch (MortalDataSource.Death death) {
      return false;
    }
  }

  /** Structure, rows and log. */
  private static List<String> found(TestDatabase database) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.connect()) {
      var dialect = Dialects.of(connection);
      found.add(new DatabaseSource(connection, dialect, DatabaseScope.DEFAULT).read().toString());
    }
    found.addAll(query(database, "select * from item order by 1"));
    found.addAll(query(database, "select * from maker order by 1"));
    MigrationRunner runner = MigrationRunner.on(source(database)).migrations(RevisionGraph.EMPTY);
    runner.log().forEach(e -> found.add(e.revision() + e.direction() + e.outcome() + e.checksum()));
    found.add(runner.current() + " " + runner.interruption());
    return found;
  }

  private static List<String> query(TestDatabase database, String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          line.append(rows.getString(i)).append('|');
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }

  private static DriverDataSource source(TestDatabase database) {
    return new DriverDataSource(database.url(), database.user(), database.password());
  }

  private static RevisionGraph graph(boolean together) {
    return RevisionGraph.of(
        List.of(
            script("r1", List.of(), op -> twelveSteps(op, together)),
            script("r2", List.of("r1"), op -> op.execute("insert into maker values (3, 'c')"))));
  }

  private static void twelveSteps(Operations op, boolean together) {
    op.transactional(together);
    op.createTable(
        "maker",
        t ->
            t.column("id", bigint())
                .notNull()
                .column("name", varchar(20))
                .primaryKey("maker_pkey", "id"));
    op.createTable(
        "item",
        t ->
            t.column("id", bigint())
                .notNull()
                .column("maker_id", bigint())
                .column("title", varchar(20))
                .primaryKey("item_pkey", "id"));
    op.createIndex("ix_item_title").on("item", "title");
    op.execute("insert into maker values (1, 'a'), (2, 'b')");
    op.execute("insert into item values (10, 1, 'x'), (20, 2, 'y')");
    op.addForeignKey("fk_item_maker").on("item", "maker_id").references("maker", "id");
    op.addColumn("item", "price", integer()).notNull().filledWith("7");
    op.alterColumn("item", "title").type(varchar(20), varchar(60));
    op.run(
        "count",
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update item set price = price + 1");
          }
        });
    op.renameColumn("item", "title", "label");
    op.execute("update item set price = price + 10 where id = 10");
    op.execute("create index ix_by_hand on item (price)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ix", ""})
  void buildsAnIndexAnewThatWasLeftInvalid(String name) throws SQLException {
    RevisionGraph graph =
        RevisionGraph.of(
            List.of(
                script(
                    "r1",
                    List.of(),
                    op -> {
                      op.transactional(false);
                      op.execute("create table t (id integer)");
                      op.execute("insert into t values (1), (1)");
                      op.execute("create unique index concurrently " + name + " on t (id)");
                      op.execute("create table u (id integer)");
                    })));
    try (TestDatabase database = TestDatabases.create(Engine.POSTGRESQL)) {
      MigrationRunner runner = MigrationRunner.on(source(database)).migrations(graph);
      assertThrows(MigrationException.class, runner::upgrade);
      assertEquals(List.of("f|"), query(database, VALID));
      assertEquals(
          Optional.of(Interruption.Outcome.NOT_DONE),
          runner.interruption().map(Interruption::outcome));
      database.execute("delete from t where ctid = (select max(ctid) from t)");
      runner.upgrade();
      assertEquals(List.of("t|"), query(database, VALID));
      assertEquals(Optional.empty(), runner.interruption());
    }
  }

  /** The connection is ended by the server while it waits for another transaction. */
  @Test
  void buildsAnIndexAnewWhoseConnectionWasLost() throws Exception {
    RevisionGraph graph =
        RevisionGraph.of(
            List.of(
                script(
                    "r1",
                    List.of(),
                    op -> {
                      op.transactional(false);
                      op.execute("create index concurrently ix on t (id)");
                    })));
    try (TestDatabase database = TestDatabases.create(Engine.POSTGRESQL)) {
      database.execute("create table t (id integer)");
      MigrationRunner runner = MigrationRunner.on(source(database)).migrations(graph);
      try (Connection writer = database.connect();
          Statement statement = writer.createStatement()) {
        writer.setAutoCommit(false);
        statement.execute("insert into t values (1)");
        Thread ending = new Thread(() -> endBuild(database));
        ending.start();
        assertThrows(MigrationException.class, runner::upgrade);
        ending.join();
        writer.commit();
      }
      assertEquals(List.of("f|"), query(database, VALID));
      runner.upgrade();
      assertEquals(List.of("t|"), query(database, VALID));
    }
  }

  private static final String VALID =
      "select indisvalid from pg_index where indrelid = 't'::regclass";

  @Test
  void seesAnIndexThatWasBuiltWithoutAName() throws SQLException {
    String statement = "create index concurrently on t (id)";
    try (TestDatabase database = TestDatabases.create(Engine.POSTGRESQL);
        Connection connection = database.connect()) {
      database.execute("create table t (id integer)");
      Traces traces = Dialects.of(connection).traces();
      List<String> before = traces.of(Mentioned.in(statement), connection);
      database.execute(statement);
      assertNotEquals(before, traces.of(Mentioned.in(statement), connection));
    }
  }

  private static void endBuild(TestDatabase database) {
    try {
      String end =
          "select pg_terminate_backend(pid) from pg_stat_activity where state = 'active'"
              + " and datname = current_database() and query like 'create index concurrently%'"
              + " and wait_event_type = 'Lock'";
      while (query(database, end).isEmpty()) {
        Thread.sleep(20);
      }
    } catch (SQLException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
