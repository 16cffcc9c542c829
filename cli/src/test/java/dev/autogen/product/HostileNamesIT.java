package dev.autogen.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.cli.Shell;
import dev.autogen.matrix.Catalog;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in a database may be anything: it becomes Java and SQL, and comes back the same. */
class HostileNamesIT {

  private static final String LONGEST = "abcdefghijklmnopqrstuvwxyz_".repeat(3).substring(0, 63);

  private static final List<String> TABLES =
      List.of(
          """
          create table "we""ird $T */ \\u0022 tab" (
            "a""b" int default 5,
            "c$d */ \\u0022" varchar(90) default 'x''y\"""$S */ \\u0022 \\
          line 😀',
            constraint "ck ""' */ $1" check ("a""b" > 0 and "c$d */ \\u0022" <> 'it''s */ $L'))
          """,
          """
          comment on table "we""ird $T */ \\u0022 tab" is 'com''ment */ \\u0022 \""" $S $$
          line 😀 \\'
          """,
          """
          comment on column "we""ird $T */ \\u0022 tab"."a""b" is '*/ \\u0022 $L ${x} %s {0}'
          """,
          """
          create index "ix ""quote"" */ $N" on "we""ird $T */ \\u0022 tab" ("a""b", "c$d */ \\u0022")
          """,
          "create sequence \"seq \"\"$ */ \\u0022\" start with 3",
          "create table \"Case\" (id int primary key, \"Col\" int, \"cOl\" int, \"COl\" varchar(3))",
          "create table \"cAse\" (id int primary key)",
          "create table \"CaSe\" (id int primary key, one int references \"cAse\" (id))",
          "create table \"" + LONGEST + "\" (\"" + LONGEST + "\" int unique)",
          "create table \"select\" (\"from\" int not null, \"table\" int default 3)",
          "create table \"a.b\" (\"c.d\" int primary key, \"e,f\" int, unique (\"c.d\", \"e,f\"))",
          "create table \"табл😀\" (\"new\nline\" int, \"%s {0}\" int)",
          "alter table users add column \"extra \"\"$ */ \\u0022\" varchar(20) default 'd''\"*/'",
          "alter table users add constraint \"uk \"\"$ */\" unique (\"extra \"\"$ */ \\u0022\")",
          "comment on column users.email is 'mail */ \\u0022 \"'");

  @TempDir Path project;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "H2"})
  void goAndComeBack(Engine engine) throws Exception {
    try (TestDatabase database = TestDatabases.create(engine)) {
      Shell autogen = started(database);
      List<String> statements = new ArrayList<>(TABLES);
      if (engine == Engine.POSTGRESQL) {
        statements.add("create type \"mood \"\"x\" as enum ('a''b', 'c\"d', 'e */ \\u0022 $L')");
        statements.add("create cast (varchar as \"mood \"\"x\") with inout as implicit");
        statements.add("create cast (\"mood \"\"x\" as varchar) with inout as implicit");
        statements.add("create table moody (m \"mood \"\"x\" default 'a''b', n \"mood \"\"x\"[])");
      }
      database.execute(statements.toArray(String[]::new));
      Catalog before = Catalog.of(database);

      autogen.expecting(0, "check");
      autogen.expecting(0, "-m", "tidy", "--prune", "--allow-destructive");
      autogen.expecting(0, "upgrade");
      autogen.expecting(0, "check", "--strict");
      autogen.expecting(0, "downgrade", "-1");
      assertEquals("", Catalog.of(database).difference(before));
    }
  }

  /** The model cannot say how a table is divided, so a downgrade could not make it again. */
  @Test
  void partitionsAreNobodysBusiness() throws Exception {
    try (TestDatabase database = TestDatabases.create(Engine.POSTGRESQL)) {
      Shell autogen = started(database);
      database.execute(
          "create table days (id int, day date) partition by range (day)",
          "create table days_1 partition of days for values from ('2020-01-01') to ('2021-01-01')",
          "create table parent (a int)",
          "create table child (b int) inherits (parent)");
      Shell.Result strict = autogen.expecting(0, "check", "--strict");
      assertFalse(strict.out().contains("unmanaged"), strict.out());
      autogen.expecting(0, "-m", "tidy", "--prune", "--allow-destructive");
      assertEquals(1, autogen.migrations().size());
    }
  }

  @Test
  void schemaThatIsNotThere() throws Exception {
    try (TestDatabase database = TestDatabases.create(Engine.POSTGRESQL)) {
      Shell autogen = started(database);
      String url = database.url() + "?currentSchema=nowhere";
      for (String command : List.of("check", "upgrade", "current")) {
        Shell.Result result = autogen.expecting(2, command, "--url", url);
        assertTrue(result.err().contains("no schema to work in"), result.err());
      }
    }
  }

  private Shell started(TestDatabase database) throws Exception {
    Entities.in(project)
        .compile(
            "User",
            """
            @Entity
            @Table(name = "users")
            public class User {
              @Id Long id;
              String email;
            }
            """);
    Shell autogen = new Shell(project).on(database);
    autogen.expecting(0, "-m", "initial schema");
    autogen.expecting(0, "upgrade");
    return autogen;
  }
}
