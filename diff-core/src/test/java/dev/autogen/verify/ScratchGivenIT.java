package dev.autogen.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.autogen.dialect.Dialects;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.migration.DriverDataSource;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A database that was given is empty after a proof, whatever a migration's own statements made. */
class ScratchGivenIT {

  @ParameterizedTest
  @MethodSource("dev.autogen.testing.Engine#served")
  void isEmptiedOfWhatNoModelKnows(Engine engine) throws Exception {
    try (TestDatabase database = TestDatabases.create(engine)) {
      for (int proof = 1; proof <= 2; proof++) {
        try (ScratchGiven given = given(database)) {
          database.execute("create table users (id int primary key)");
          database.execute("create view inner_one as select id from users");
          database.execute("create view a_outer as select id from inner_one");
          database.execute(more(engine));
          given.renew();
          assertEquals(List.of(), left(database));
          database.execute("create table users (id int primary key)");
        }
        assertEquals(List.of(), left(database));
      }
      database.execute("create view somebodys as select 1 as id");
      assertThrows(VerificationException.class, () -> given(database));
      assertEquals(1, left(database).size());
    }
  }

  private static ScratchGiven given(TestDatabase database) {
    return new ScratchGiven(
        new DriverDataSource(database.url(), database.user(), database.password()),
        DatabaseScope.DEFAULT);
  }

  private static List<String> left(TestDatabase database) throws Exception {
    try (Connection connection = database.connect()) {
      return Dialects.of(connection).scratchDatabases().dropsOfUnmodelled(connection, List.of());
    }
  }

  private static String[] more(Engine engine) {
    return switch (engine.family()) {
      case POSTGRESQL ->
          new String[] {
            "create domain mail as text check (value like '%@%')",
            "create type pair as (a int, b int)",
            "create type span as range (subtype = int4)",
            "create function own() returns trigger language plpgsql as"
                + " 'begin return new; end'",
            "create trigger own before insert on users execute function own()",
            "create function checked(a mail, b int default 1) returns int language sql as 'select 1'",
            "create aggregate total (int) (sfunc = int4pl, stype = int)",
            "create materialized view kept as select id from a_outer",
            "create table typed (a mail, b pair)"
          };
      case MYSQL, MARIADB ->
          new String[] {
            "create function own() returns int deterministic no sql return 1",
            "create procedure `do` () select own()",
            "create event yearly on schedule every 1 year disable do select 1"
          };
      case H2 ->
          new String[] {
            "create domain mail as varchar(40)",
            "create constant one value 1",
            "create alias own for 'java.lang.Math.abs(int)'",
            "create synonym people for users",
            "create table typed (a mail default 'a', b int default own(1))"
          };
      default ->
          new String[] {
            "create virtual table texts using fts5(body)",
            "create trigger own instead of insert on a_outer begin select 1; end"
          };
    };
  }
}
