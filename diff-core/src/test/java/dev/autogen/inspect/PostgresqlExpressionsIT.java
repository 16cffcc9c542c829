package dev.autogen.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresqlExpressionsIT {

  private final TestDatabase database = TestDatabases.create(Engine.POSTGRESQL);
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
          state varchar(10), twice integer generated always as (n * 2) stored,
          at timestamptz(6) default now(), j json default '{"a": 1}', b jsonb default '{"a": 1}',
          u uuid default gen_random_uuid(), tags text[] default '{a,b}',
          constraint ck check (state in ('A', 'B')),
          constraint ck2 check (n between 1 and 9 and t.state is not null))""",
        "create index ix on t (lower(state), (n + 1) desc) where n > 0 and state <> 'x'");
    subject
        .column("a", "varchar(10)", "'it''s'")
        .column("n", "integer", "1+2")
        .column("state", "varchar(10)", "")
        .generated("twice", "integer", "n*2")
        .column("at", "timestamp(6) with time zone", "now()")
        .column("j", "json", "'{\"a\": 1}'")
        .column("b", "jsonb", "'{\"a\": 1}'")
        .column("u", "uuid", "gen_random_uuid( )")
        .column("tags", "text[]", "'{a,b}'")
        .check("ck", "state in ('A','B')")
        .check("ck2", "n between 1 and 9 and t.state is not null")
        .index(
            Index.of("ix")
                .withParts(
                    List.of(
                        IndexPart.expression("lower(state)"),
                        IndexPart.expression("n+1").withDescending(true)))
                .withWhere(Optional.of("n>0 and state<>'x'")));

    assertEquals(subject.theirs(), subject.compared().schema());
    assertEquals("", subject.notCompared());
  }

  @Test
  void keepsWhatDiffers() throws SQLException {
    database.execute(
        """
        create table t (a varchar(10) default current_user, n integer default 3,
          j json default '{"a": 1}', constraint ck check (n > 0))""",
        "create index ix on t (n) where n > 0");
    subject
        .column("a", "varchar(10)", "session_user")
        .column("n", "integer", "1 + 2")
        .column("j", "json", "'{\"a\":1}'")
        .check("ck", "n >= 0")
        .index(Index.of("ix", "n").withWhere(Optional.of("n > 1")));

    assertEquals(subject.ours(), subject.compared().schema());
    assertEquals("", subject.notCompared());
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
        .unnamedCheck("unnamed1", "b>0")
        .unnamedCheck("unnamed2", "a>0")
        .unnamedCheck("unnamed3", "c in ('x','y')");

    assertEquals("b > 0", subject.checkOf("unnamed1"));
    assertEquals("a > 0", subject.checkOf("unnamed2"));
    assertTrue(
        subject.checkOf("unnamed3").startsWith("(c)::text = ANY"), subject.checkOf("unnamed3"));
  }

  @Test
  void doesNotLetARefusedExpressionSpoilTheOthers() throws SQLException {
    database.execute(
        "create table t (a integer default 1, b varchar(9) default 'x', constraint ck check (a > 0))");
    subject
        .column("a", "integer", "missing_function()")
        .column("b", "varchar(9)", "'x'")
        .check("ck", "a>0");

    assertEquals("1", subject.defaultOf("a"));
    assertEquals("'x'::character varying", subject.defaultOf("b"));
    assertEquals("a > 0", subject.checkOf("ck"));
    assertEquals("t.a: function missing_function() does not exist", subject.notCompared());
  }

  @Test
  void comparesWithTypesThatChange() throws SQLException {
    database.execute(
        "create type color as enum ('red')",
        "create table t (a color default 'red', b color default 'red')");
    subject
        .enumType("color", "red", "blue")
        .enumType("mood", "happy")
        .column("a", "color", "'red'")
        .column("b", "color", "'blue'")
        .column("c", "mood", "'happy'");

    assertEquals("'red'::color", subject.defaultOf("a"));
    assertEquals("'blue'", subject.defaultOf("b"));
    assertEquals("", subject.notCompared());
    assertEquals("{red}", subject.value("select enum_range(null::color)::text"));
  }

  @Test
  void tellsTablesOfTwoSchemasApart() throws SQLException {
    database.execute(
        "create schema crm",
        "create table t (a varchar(9) default 'x')",
        "create table crm.t (a varchar(9) default 'y')");
    DatabaseScope scope = DatabaseScope.DEFAULT.plusSchemas(List.of("crm"));
    try (Connection connection = database.connect()) {
      var dialect = dev.autogen.dialect.Dialects.of(connection);
      Schema theirs = new DatabaseSource(connection, dialect, scope).read();
      Schema ours =
          theirs.withTables(
              theirs
                  .tables()
                  .map(
                      table ->
                          table.withColumns(
                              table
                                  .columns()
                                  .map(
                                      c ->
                                          c.withDefaultValue(
                                              Optional.of(
                                                  table.name().equals(QualifiedName.of("t"))
                                                      ? "'x'"
                                                      : "'y'"))))));
      Declaration declaration =
          new Declaration(
              ours,
              new java.util.TreeMap<>(),
              java.util.Set.of(),
              new java.util.TreeMap<>(),
              2,
              "7.4");

      assertEquals(
          theirs,
          new DeclaredExpressions(connection, dialect)
              .compare(declaration, theirs)
              .declaration()
              .schema());
    }
  }

  @Test
  void leavesNothingBehindAndTheConnectionAsItWas() throws SQLException {
    database.execute("create table t (a integer default 1)", "insert into t values (7)");
    subject.column("a", "integer", "0 + 1");
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      subject.run(connection);

      assertTrue(connection.getAutoCommit());
      assertEquals("7", CatalogCrawl.value(connection, "select a from t"));
      assertEquals("0", CatalogCrawl.value(connection, TEMPORARY));

      connection.setAutoCommit(false);
      statement.execute("insert into t values (8)");
      subject.run(connection);

      assertFalse(connection.getAutoCommit());
      assertEquals("2", CatalogCrawl.value(connection, "select count(*) from t"));
      assertEquals("0", CatalogCrawl.value(connection, TEMPORARY));
      assertEquals(
          "\"$user\", public",
          CatalogCrawl.value(connection, "select current_setting('search_path')"));
    }
  }

  private static final String TEMPORARY =
      "select count(*) from pg_class where relnamespace = pg_my_temp_schema()";

  @Test
  void reportsWhatItHasNoRightToAsk() throws SQLException {
    database.execute(
        "create table t (a integer default 1, constraint ck check (a > 0))",
        "create role reader_" + ProcessHandle.current().pid(),
        "revoke temporary on database "
            + subject.value("select current_database()")
            + " from public");
    String role = "reader_" + ProcessHandle.current().pid();
    subject.column("a", "integer", "0+1").check("ck", "0 < a");
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set role " + role);

      DeclaredExpressions.Compared compared = subject.run(connection);

      assertEquals(subject.theirs(), compared.declaration().schema());
      assertEquals(2, compared.notCompared().size());
      assertTrue(
          compared.notCompared().get(0).reason().startsWith("permission denied"),
          compared.notCompared()::toString);
    } finally {
      database.execute("drop role " + role);
    }
  }

  @Test
  void asksNothingWhereTextIsEqual() throws SQLException {
    database.execute("create table t (a integer default 1, constraint ck check (a > 0))");
    subject.column("a", "integer", "1").check("ck", "a > 0").check("fresh", "a > 0");
    try (Connection connection = database.connect()) {
      CountingConnection counting = new CountingConnection(connection);
      Schema theirs = subject.theirs();
      new DeclaredExpressions(counting.connection(), dev.autogen.dialect.Dialects.of(connection))
          .compare(
              new Declaration(
                  subject.ours(),
                  new java.util.TreeMap<>(),
                  java.util.Set.of(),
                  new java.util.TreeMap<>(),
                  1,
                  "7.4"),
              theirs);

      assertEquals(0, counting.count());
    }
  }
}
