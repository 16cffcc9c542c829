package dev.autogen.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '!',
      value = {
        "SEVERAL | create table event (id int); insert into event select id from old_event",
        "SEVERAL | create index ix on function (id); drop table package",
        "SEVERAL | create trigger t before insert on x call \"a.B\"; insert into x values (1)",
        "SEVERAL | create trigger t before insert on x for each row begin set @a = 1; end; select 1",
        "SEVERAL | create trigger a before insert on x for each row begin set @a = 1; end;"
            + " create trigger b before insert on y for each row begin set @a = 1; end;",
        "SEVERAL | create function f() returns int as $$ select 1; $$; insert into x values (1)",
        "DEFINITION | create function f() returns int as $b$ select '1'; $b$ language sql;",
        "DEFINITION | create alias twice as $$ int twice(int a) { return 2 * a; } $$",
        "DEFINITION | create definer = 'a'@'%' trigger t before insert on x for each row"
            + " begin if new.a > 1 then set new.a = 1; end if; end",
        "DEFINITION | /* why */ create or replace procedure p() l: begin select 1; select 2; end l;",
        "DEFINITION | create event e on schedule every 1 day do begin delete from x; end",
        "DEFINITION | create table t (a varchar(9) default 'a;b');",
        "ROWS | insert into t values ('a; b')",
      })
  void tellsOneDefinitionFromSeveralStatements(Effect effect, String text) {
    assertEquals(effect, Effect.of(JournalEntry.Kind.STATEMENT, text));
  }
}
