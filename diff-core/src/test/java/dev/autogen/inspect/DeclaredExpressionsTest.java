package dev.autogen.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeclaredExpressionsTest {

  private final TestDatabase database = TestDatabases.create(Engine.H2);
  private final ExpressionCase subject = new ExpressionCase(database);

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void takesOverTheDatabasesTextWhereItSaysTheSame() throws SQLException {
    database.execute(
        """
        create table t (a varchar(10) default 'it''s', n integer default (1 + 2),
          state varchar(10), twice integer generated always as (n * 2),
          at timestamp default now(), j json default json '{"a": 1}',
          constraint ck check (state in ('A', 'B')))""");
    subject
        .column("a", "varchar(10)", "'it' || '''s'")
        .column("n", "integer", "1+2")
        .column("state", "varchar(10)", "")
        .generated("twice", "integer", "n*2")
        .column("at", "timestamp(6)", "now()")
        .column("j", "json", "json '{\"a\": 1}'")
        .check("ck", "state in ('A','B')");

    assertEquals(subject.theirs().withNamespaces(java.util.Set.of()), subject.compared().schema());
    assertEquals("", subject.notCompared());
  }

  @Test
  void keepsWhatDiffers() throws SQLException {
    database.execute(
        """
        create table t (a varchar(10) default current_user, n integer default 3,
          constraint ck check (n > 0))""");
    subject
        .column("a", "varchar(10)", "session_user")
        .column("n", "integer", "1 + 3")
        .check("ck", "n >= 0");

    assertEquals(subject.ours(), subject.compared().schema());
  }

  /** H2 prints the number of a comparison as one of the column's type. */
  @Test
  void keepsAChecksTextWhileAColumnTakesAnotherType() throws SQLException {
    database.execute(
        """
        create table t (n integer default 3, m integer, constraint ck check (n >= 1),
          constraint ck_other check (m >= 1))""");
    subject
        .column("n", "bigint", "1 + 3")
        .column("m", "bigint", "")
        .check("ck", "n>=1")
        .check("ck_other", "m>=2");

    assertEquals("\"N\" >= 1", subject.checkOf("ck"));
    assertEquals("m>=2", subject.checkOf("ck_other"));
  }

  @Test
  void findsUnnamedChecksByWhatTheySay() throws SQLException {
    database.execute(
        """
        create table t (a integer check (a > 0), b integer check (b > 0),
          c varchar(1) check (c in ('x', 'y')))""");
    subject
        .column("a", "integer", "")
        .column("b", "integer", "")
        .column("c", "varchar(1)", "")
        .unnamedCheck("unnamed1", "b > 0")
        .unnamedCheck("unnamed2", "a>0")
        .unnamedCheck("unnamed3", "c in ('x','y')");

    assertEquals("\"B\" > 0", subject.checkOf("unnamed1"));
    assertEquals("\"A\" > 0", subject.checkOf("unnamed2"));
    assertEquals("\"C\" IN('x', 'y')", subject.checkOf("unnamed3"));
  }

  @Test
  void doesNotLetARefusedExpressionSpoilTheOthers() throws SQLException {
    database.execute(
        "create table t (a integer default 1, b integer default 2, constraint ck check (a > 0))");
    subject
        .column("a", "integer", "missing_function()")
        .column("b", "integer", "1+1")
        .check("ck", "a >  0");

    assertEquals("1", subject.defaultOf("a"));
    assertEquals("2", subject.defaultOf("b"));
    assertEquals("\"A\" > 0", subject.checkOf("ck"));
    assertTrue(
        subject.notCompared().startsWith("t.a: Function \"MISSING_FUNCTION\" not found"),
        subject.notCompared());
  }

  @Test
  void leavesNothingBehind() throws SQLException {
    database.execute("create table t (a integer default 1)", "insert into t values (7)");
    subject.column("a", "integer", "0 + 1");

    subject.compared();

    assertEquals(
        "1",
        subject.value(
            "select count(*) from information_schema.tables where table_schema = 'PUBLIC'"));
    assertEquals("7", subject.value("select a from t"));
  }

  @Test
  void needsNoRightToCreateTables() throws SQLException {
    database.execute(
        "create table t (a integer default 1, constraint ck check (a > 0))",
        "create user reader password ''",
        "grant select on t to reader");
    subject.as("reader").column("a", "integer", "0+1").check("ck", "a>0");

    assertEquals("1", subject.defaultOf("a"));
    assertEquals("\"A\" > 0", subject.checkOf("ck"));
    assertEquals("", subject.notCompared());
  }
}
