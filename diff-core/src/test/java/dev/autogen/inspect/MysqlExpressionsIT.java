package dev.autogen.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** MySQL and MariaDB are asked what a declared expression means; temporary tables are made. */
class MysqlExpressionsIT {

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void takesOverTheDatabasesTextWhereItMeansTheSame(Engine engine) throws SQLException {
    try (TestDatabase database = TestDatabases.create(engine)) {
      database.execute(
          """
          create table t (a tinyint(1) default true, b decimal(10,2) default 1.5,
            c timestamp(6) null default current_timestamp(6), d int,
            e int generated always as (d + 1) stored,
            constraint c1 check (d > 0 and d in (1, 2)))""");
      ExpressionCase declared =
          new ExpressionCase(database)
              .column("a", "boolean", "true")
              .column("b", "numeric(10,2)", "1.5")
              .column("c", "timestamp(6)", "current_timestamp(6)")
              .column("d", "integer", "")
              .generated("e", "integer", "d+1")
              .check("c1", "d>0 and d in (1,2)");

      assertEquals("1", declared.defaultOf("a"));
      assertEquals("1.50", declared.defaultOf("b"));
      assertEquals(
          declared.theirs().table(ExpressionCase.TABLE).checks(),
          declared.comparedTable().checks());
      assertEquals(
          declared.theirs().table(ExpressionCase.TABLE).column("c").defaultValue(),
          declared.comparedTable().column("c").defaultValue());
      assertEquals("`d` + 1", declared.comparedTable().column("e").generated().get().expression());
      assertEquals("", declared.notCompared());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void keepsWhatMeansSomethingElse(Engine engine) throws SQLException {
    try (TestDatabase database = TestDatabases.create(engine)) {
      database.execute("create table t (a int default 5, constraint c1 check (a > 0))");
      ExpressionCase declared =
          new ExpressionCase(database).column("a", "integer", "2 * 3").check("c1", "a > 1");

      assertEquals("2 * 3", declared.defaultOf("a"));
      assertEquals("a > 1", declared.checkOf("c1"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void comparesStringsWhateverQuotesTheyHave(Engine engine) throws SQLException {
    try (TestDatabase database = TestDatabases.create(engine)) {
      database.execute(
          "create table t (a varchar(20), constraint c1 check (a not in ('it''s', 'b\\\\c')))");
      ExpressionCase declared =
          new ExpressionCase(database)
              .column("a", "varchar(20)", "")
              .check("c1", "a not in (\"it's\", 'b\\\\c')");

      assertTrue(declared.checkOf("c1").contains("'it''s','b\\\\c'"), declared.checkOf("c1"));
    }
  }

  @Test
  void comparesExpressionsOfIndexes() throws SQLException {
    try (TestDatabase database = TestDatabases.create(Engine.MYSQL)) {
      database.execute("create table t (a varchar(20), key i1 ((lower(a)), a desc))");
      ExpressionCase declared =
          new ExpressionCase(database)
              .column("a", "varchar(20)", "")
              .index(
                  Index.of("i1")
                      .withParts(
                          List.of(
                              IndexPart.expression("LOWER( a )"),
                              IndexPart.column("a").withDescending(true))));

      assertEquals(
          "lower(`a`)",
          declared.comparedTable().indexes().find("i1").orElseThrow().parts().get(0).text());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void saysWhatTheDatabaseRefuses(Engine engine) throws SQLException {
    try (TestDatabase database = TestDatabases.create(engine)) {
      database.execute("create table t (a int, b int default 1, constraint c1 check (a > 0))");
      ExpressionCase declared =
          new ExpressionCase(database)
              .column("a", "integer", "")
              .column("b", "integer", "1 * 1")
              .check("c1", "no_such_function(a) > 0");

      assertTrue(
          declared.notCompared().contains("c1") && declared.notCompared().lines().count() == 1,
          declared.notCompared());
    }
  }

  /** Without TLS, MySQL's driver asks the server for a key only if it may. */
  private static String withKey(String url) {
    return url + (url.contains("?") ? "&" : "?") + "allowPublicKeyRetrieval=true";
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void comparesNothingForAUserWhoMayNotMakeTemporaryTables(Engine engine) throws SQLException {
    try (TestDatabase database = TestDatabases.create(engine);
        Connection owner = database.connect()) {
      String user = "reader_" + ProcessHandle.current().pid();
      database.execute(
          "create table t (a int, constraint c1 check (a > 0))",
          "create user " + user + "@localhost identified by 'secret'",
          "create user " + user + "@'%' identified by 'secret'",
          "grant select on " + owner.getCatalog() + ".* to " + user + "@localhost",
          "grant select on " + owner.getCatalog() + ".* to " + user + "@'%'");
      try (Connection reader =
          DriverManager.getConnection(withKey(database.url()), user, "secret")) {
        ExpressionCase declared =
            new ExpressionCase(database).column("a", "integer", "").check("c1", "a > 1");

        List<NotCompared> unknown = declared.run(reader).notCompared();

        assertEquals(1, unknown.size());
        assertTrue(unknown.get(0).reason().contains("denied"), unknown.get(0).reason());
      } finally {
        database.execute("drop user " + user + "@'%'", "drop user " + user + "@localhost");
      }
    }
  }
}
