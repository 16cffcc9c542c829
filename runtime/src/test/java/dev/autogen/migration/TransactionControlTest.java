package dev.autogen.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionControlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "begin; update a set b = 1",
        "update a set b = 1;\n-- done\nCOMMIT;",
        "start transaction",
        "end",
        "rollback",
        "insert into t values ('a;b'); rollback work",
        "create trigger t after insert on a begin update b set c = 1; end; commit",
        "insert into t values ('it''s'); abort",
      })
  void findsWhatEndsTheTransaction(String sql) {
    assertTrue(TransactionControl.in(sql, true).isPresent());
    assertEquals(Optional.empty(), TransactionControl.in(sql, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into t values ('x; commit')",
        "insert into t values (E'it\\'s; commit it')",
        "do $$ begin update a set b = 1; end; $$",
        "do $x$ begin perform f($$;$$); end $x$ language plpgsql",
        "savepoint s; update a set b = 1; rollback to savepoint s; release savepoint s",
        "create trigger t after insert on a begin update b set c = case when d then 1 end; end",
        "create function f() returns int begin atomic select 1; select 2; end",
        "update \"begin\" set \"a;\" = 1 -- ; commit",
        "/* begin; commit; */ select 1",
        "set autocommit = 0; insert into committed values (1)",
        "set @autocommit = 1",
        "set global autocommit = 1",
        "create table end_of_day (commit_id integer)",
      })
  void leavesTheRest(String sql) {
    assertEquals(Optional.empty(), TransactionControl.in(sql, true));
    assertEquals(Optional.empty(), TransactionControl.in(sql, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"set autocommit = 1", "SET session sql_mode = '', @@autocommit=ON"})
  void findsWhatCommitsEachRow(String sql) {
    assertTrue(TransactionControl.in(sql, false).isPresent());
  }
}
