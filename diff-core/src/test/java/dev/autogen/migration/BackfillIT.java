package dev.autogen.migration;

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
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows are put in and given values, and each batch is done once, whatever happens in between. */
class BackfillIT {

  private static final int ROWS = 1_000;

  /** A table with a key of two columns, filled from a smaller one. */
  private static final class Fill implements Migration {
    @Override
    public void upgrade(Operations op) {
      op.createTable(
          "digit",
          table -> {
            table.column("n", Types.integer()).notNull();
            table.column("name", Types.varchar(10));
            table.primaryKey("digit_pkey", "n");
          });
      InsertStep rows = op.bulkInsert("digit", "n", "name");
      for (int n = 0; n < 10; n++) {
        rows.row(n, n == 3 ? null : "o'" + n);
      }
      op.createTable(
          "item",
          table -> {
            table.column("shop", Types.varchar(10)).notNull();
            table.column("number", Types.integer()).notNull();
            table.column("hits", Types.integer()).notNull();
            table.primaryKey("item_pkey", "shop", "number");
          });
      op.execute(
          "insert into item select coalesce(a.name, 'none'), b.n * 10 + c.n, 0"
              + " from digit a cross join digit b cross join digit c");
    }

    @Override
    public void downgrade(Operations op) {
      op.dropTable("item");
      op.dropTable("digit");
    }
  }

  /** Counts how often each row is met. */
  private static final class Count implements Migration {
    @Override
    public void upgrade(Operations op) {
      op.backfill("item").set("hits", "hits + 1").where("number <> 5").inBatchesOf(70);
    }

    @Override
    public void downgrade(Operations op) {
      op.backfill("item").set("hits", "0");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autogen.testing.Engine#served")
  void meetsEachRowOnceThoughItBreaksOff(Engine engine) throws SQLException {
    try (TestDatabase database = TestDatabases.create(engine)) {
      MigrationRunner runner = runner(database);
      runner.upgrade("fill");
      assertEquals("null", value(database, "select name from digit where n = 3"));
      assertEquals("o'4", value(database, "select name from digit where n = 4"));

      database.execute(failing(engine));
      MigrationException broken =
          assertThrows(MigrationException.class, () -> runner.upgrade("count"));
      assertTrue(broken.getMessage().contains("backfill item"), broken.getMessage());
      long before = hits(database);
      assertTrue(before > 0 && before < ROWS, "rows met: " + before);
      database.execute(mended(engine));

      runner.upgrade("count");
      assertEquals(990, hits(database));
      assertEquals("1", value(database, "select max(hits) from item"));
      assertEquals("0", value(database, "select max(hits) from item where number = 5"));
      runner.downgrade("fill");
      assertEquals(0, hits(database));
    }
  }

  /** Rows whose key is a truth value, a time and a floating number. */
  private static final class Unusual implements Migration {
    @Override
    public void upgrade(Operations op) {
      op.createTable(
          "reading",
          table -> {
            table.column("valid", Types.bool()).notNull();
            table.column("at", Types.time(6)).notNull();
            table.column("share", Types.doublePrecision()).notNull();
            table.column("hits", Types.integer()).notNull();
            table.primaryKey("reading_pkey", "valid", "at", "share");
          });
      InsertStep rows = op.bulkInsert("reading", "valid", "at", "share", "hits");
      for (int n = 0; n < 20; n++) {
        rows.row(n % 2 == 0, LocalTime.of(10, 0, 0, n / 4 * 1_000), n / 10.0, 0);
      }
      op.backfill("reading").set("hits", "hits + 1").inBatchesOf(3);
    }

    @Override
    public void downgrade(Operations op) {
      op.dropTable("reading");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autogen.testing.Engine#served")
  void goesAlongKeysOfAnyKind(Engine engine) throws SQLException {
    try (TestDatabase database = TestDatabases.create(engine)) {
      runner(database, List.of(script("unusual", List.of(), new Unusual()))).upgrade();
      assertEquals("20", value(database, "select count(*) from reading where hits = 1"));
    }
  }

  /** Which both drivers take for a truth value. */
  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void goesAlongNumbersOfOneDigit(Engine engine) throws SQLException {
    try (TestDatabase database = TestDatabases.create(engine)) {
      database.execute(
          "create table small (k tinyint(1) primary key, hits integer default 0)",
          "insert into small (k) values (0), (1), (2), (3), (4), (5)");
      Migration counting =
          new Migration() {
            @Override
            public void upgrade(Operations op) {
              op.backfill("small").set("hits", "hits + 1").by("k").inBatchesOf(1);
            }

            @Override
            public void downgrade(Operations op) {}
          };
      runner(database, List.of(script("small", List.of(), counting))).upgrade();
      assertEquals("6", value(database, "select count(*) from small where hits = 1"));
    }
  }

  /** Some batches are refused, and each other one puts a row in behind all that are there. */
  @Test
  @Timeout(30)
  void outlastsOthersAndComesToAnEndThoughTheyInsert() throws SQLException {
    try (TestDatabase database = TestDatabases.create(Engine.POSTGRESQL)) {
      MigrationRunner runner = runner(database);
      runner.upgrade("fill");
      database.execute(
          "create sequence tries",
          """
          create function others() returns trigger language plpgsql as $$ begin
            if nextval('tries') in (1, 2, 6) then
              raise exception 'deadlock detected' using errcode = '40P01';
            end if;
            insert into item values ('z', currval('tries')::integer, 0);
            return null;
          end $$""",
          "create trigger others after update on item for each statement execute function others()");
      runner.upgrade("count");
      assertEquals("990", value(database, "select sum(hits) from item where shop <> 'z'"));
      assertEquals("1", value(database, "select max(hits) from item"));
    }
  }

  /** What makes the database refuse one of the last rows. */
  private static String[] failing(Engine engine) {
    return switch (engine.family()) {
      case SQLITE ->
          new String[] {
            "create trigger halt before update on item when new.shop = 'o''8' and new.number = 9"
                + " begin select raise(abort, 'not this one'); end"
          };
      case MYSQL, MARIADB ->
          new String[] {
            "create trigger halt before update on item for each row begin"
                + " if new.shop = 'o''8' and new.number = 9 then"
                + " signal sqlstate '45000' set message_text = 'not this one'; end if; end"
          };
      default ->
          new String[] {
            "alter table item add constraint halt"
                + " check (shop <> 'o''8' or number <> 9 or hits = 0)"
          };
    };
  }

  private static String[] mended(Engine engine) {
    return switch (engine.family()) {
      case SQLITE, MYSQL, MARIADB -> new String[] {"drop trigger halt"};
      default -> new String[] {"alter table item drop constraint halt"};
    };
  }

  private static MigrationRunner runner(TestDatabase database) {
    List<MigrationScript> scripts =
        List.of(
            script("fill", List.of(), new Fill()), script("count", List.of("fill"), new Count()));
    return runner(database, scripts);
  }

  private static MigrationRunner runner(TestDatabase database, List<MigrationScript> scripts) {
    return MigrationRunner.on(
            new DriverDataSource(database.url(), database.user(), database.password()))
        .migrations(RevisionGraph.of(scripts));
  }

  private static MigrationScript script(String id, List<String> revises, Migration migration) {
    return new MigrationScript(
        new MigrationScript.Header(
            id, MigrationScript.Links.after(revises), "2026-11-21T10:00:00Z", id, "7.4"),
        new MigrationScript.Origin(migration.getClass().getName(), Optional.empty(), ""),
        migration);
  }

  private static long hits(TestDatabase database) throws SQLException {
    return Long.parseLong(value(database, "select sum(hits) from item"));
  }

  private static String value(TestDatabase database, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
    }
    return String.join(",", values);
  }
}
