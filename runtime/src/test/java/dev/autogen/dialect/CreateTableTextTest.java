package dev.autogen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.autogen.dialect.CreateTableText.Clause;
import dev.autogen.dialect.SqlText.Style;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreateTableTextTest {

  private static final String USERS =
      """
      CREATE TABLE "users" (
        id integer primary key autoincrement, -- the number
        "e mail" varchar(20) collate nocase default 'a,b)' not null /* ( */,
        "check" integer
        , constraint "positive" check (id > 0)
        , unique ("e mail", id) -- last
      ) STRICT""";

  @Test
  void printsBackWhatItRead() {
    assertEquals(USERS, parse(USERS).sql());
    assertEquals("create table t(a,b)", parse("create table t(a,b)").sql());
  }

  @Test
  void findsColumnsAndConstraintsByName() {
    CreateTableText users = parse(USERS);
    assertEquals(
        List.of(Optional.of("id"), Optional.of("e mail"), Optional.of("check")),
        users.columns().stream().map(Clause::name).toList());
    assertEquals(
        "varchar(20) collate nocase default 'a,b)' not null",
        users.column("E MAIL").orElseThrow().definition());
    assertEquals(
        "constraint \"positive\" check (id > 0)", users.constraint("positive").orElseThrow().sql());
    assertEquals(2, users.constraints().size());
  }

  @Test
  void editsOneClauseAndLeavesTheRest() {
    CreateTableText users = parse(USERS);
    Clause mail = users.column("e mail").orElseThrow();
    assertEquals(
        USERS.replace("varchar(20)", "text"),
        users.replacing(mail, mail.withSql(mail.sql().replace("varchar(20)", "text"))).sql());
    assertEquals(
        USERS.replace("\n  , constraint \"positive\" check (id > 0)", ""),
        users.minus(users.constraint("positive").orElseThrow()).sql());
  }

  @Test
  void removesTheFirstAndTheLastClause() {
    CreateTableText table = parse("create table t (a int, b int, c int)");
    assertEquals(
        "create table t ( b int, c int)", table.minus(table.column("a").orElseThrow()).sql());
    assertEquals(
        "create table t (a int, b int)", table.minus(table.column("c").orElseThrow()).sql());
  }

  @Test
  void addsClausesWhereTheyBelong() {
    CreateTableText table = parse("create table t (a int, unique (a))");
    assertEquals(
        "create table t (a int, b int, unique (a), check (b > 0))",
        table.plusColumn("b int").plusConstraint("check (b > 0)").sql());
    assertEquals(
        "create table t (\n  a int,\n  b int\n)",
        parse("create table t (\n  a int\n)").plusColumn("b int").sql());
    assertEquals(
        "create table t (a int -- it\n, b int)",
        parse("create table t (a int -- it\n)").plusColumn("b int").sql());
  }

  @Test
  void givesTheTableAnotherName() {
    assertEquals(
        "CREATE TABLE \"n\"\"w\"(a int)",
        parse("CREATE TABLE main.old(a int)").withName("\"n\"\"w\"").sql());
    assertEquals(
        "create table if not exists x (a)",
        parse("create table if not exists [if] (a)").withName("x").sql());
  }

  @Test
  void readsWhatOtherDatabasesPrint() {
    CreateTableText table =
        CreateTableText.parse(
            """
            CREATE TABLE `t` (
              `id` bigint NOT NULL AUTO_INCREMENT,
              `note` varchar(20) DEFAULT 'it\\'s, (' COMMENT '`x`',
              PRIMARY KEY (`id`),
              UNIQUE KEY `u` (`note`(5) DESC),
              CONSTRAINT `c` CHECK ((`id` > 0))
            ) ENGINE=InnoDB COMMENT='a (b'""",
            Style.BACKSLASHES);
    assertEquals(2, table.columns().size());
    assertEquals(
        "varchar(20) DEFAULT 'it\\'s, (' COMMENT '`x`'",
        table.column("note").orElseThrow().definition());
    assertEquals(
        List.of(Optional.empty(), Optional.of("u"), Optional.of("c")),
        table.constraints().stream().map(Clause::name).toList());
    assertEquals(
        "\n) ENGINE=InnoDB COMMENT='a (b'", table.constraints().get(2).after() + table.tail());
  }

  @Test
  void refusesWhatHasNoColumns() {
    assertThrows(IllegalArgumentException.class, () -> parse("create table t as select 1"));
  }

  private static CreateTableText parse(String sql) {
    return CreateTableText.parse(sql, Style.BRACKETS);
  }
}
