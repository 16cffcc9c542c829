package dev.autogen.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialects;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.IndexPart.Nulls;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What SchemaCrawler lacks or gets wrong on MySQL is what is looked at here. */
class MysqlSourceIT {

  private final TestDatabase database = TestDatabases.create(Engine.MYSQL);

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  private Schema read(DatabaseScope scope) throws SQLException {
    try (Connection connection = database.connect()) {
      return new DatabaseSource(connection, Dialects.of(connection), scope).read();
    }
  }

  private Table read(String table) throws SQLException {
    return read(DatabaseScope.DEFAULT).table(QualifiedName.of(table));
  }

  private String name() throws SQLException {
    try (Connection connection = database.connect()) {
      return connection.getCatalog();
    }
  }

  private String defaultOf(Table table, String column) {
    return table.column(column).defaultValue().orElse("");
  }

  @Test
  void readsDefaultsAsTheyWouldBeStated() throws SQLException {
    database.execute(
        """
        create table t (a varchar(20) default 'it''s \\\\ so', b int default 5,
          c decimal(10,2) default 1.5, d bit default b'1', e tinyint(1) default true,
          f timestamp(6) null default current_timestamp(6) on update current_timestamp(6),
          g datetime default current_timestamp, h enum('B','A') default 'A',
          i varchar(40) default (uuid()), j json default (json_object('a', 'it''s')),
          k date default '2020-01-01', l varchar(9) default '', m int default null,
          n varchar(9), o binary(4) default 'ab', p bigint unsigned default 3, q varchar(9)
          default '5', r timestamp null on update current_timestamp)""");

    Table table = read("t");

    assertEquals("'it''s \\\\ so'", defaultOf(table, "a"));
    assertEquals("5", defaultOf(table, "b"));
    assertEquals("1.50", defaultOf(table, "c"));
    assertEquals("b'1'", defaultOf(table, "d"));
    assertEquals("1", defaultOf(table, "e"));
    assertEquals("current_timestamp(6) on update current_timestamp(6)", defaultOf(table, "f"));
    assertEquals("current_timestamp", defaultOf(table, "g"));
    assertEquals("'A'", defaultOf(table, "h"));
    assertEquals("(uuid())", defaultOf(table, "i"));
    assertEquals("(json_object('a','it''s'))", defaultOf(table, "j"));
    assertEquals("'2020-01-01'", defaultOf(table, "k"));
    assertEquals("''", defaultOf(table, "l"));
    assertEquals("", defaultOf(table, "m"));
    assertEquals("", defaultOf(table, "n"));
    assertEquals("0x6162", defaultOf(table, "o"));
    assertEquals("3", defaultOf(table, "p"));
    assertEquals("'5'", defaultOf(table, "q"));
    assertEquals("null on update current_timestamp", defaultOf(table, "r"));
  }

  @Test
  void readsPropertiesOfColumns() throws SQLException {
    database.execute(
        """
        create table t (id bigint not null auto_increment primary key,
          n int not null comment 'it''s', twice int as (n * 2) stored,
          text varchar(30) generated always as (concat(n, 'o''x')) virtual,
          bytes varchar(9) collate utf8mb4_bin, old varchar(9) character set latin1,
          hidden int invisible, `Mixed Case` int) comment = 'a table'""");

    Table table = read("t");

    assertEquals(Optional.of("a table"), table.comment());
    Column integer = Column.of("n", new ColumnType("integer"));
    assertEquals(integer.withNullable(false).withComment(Optional.of("it's")), table.column("n"));
    assertEquals(Optional.of(Identity.of(Identity.Mode.BY_DEFAULT)), table.column("id").identity());
    assertEquals(Optional.of(new Generated("`n` * 2", true)), table.column("twice").generated());
    assertEquals(
        Optional.of(new Generated("concat(`n`,'o''x')", false)), table.column("text").generated());
    assertEquals(Optional.of("utf8mb4_bin"), table.column("bytes").collation());
    assertEquals(Optional.of("latin1_swedish_ci"), table.column("old").collation());
    assertEquals(integer.withName("hidden"), table.column("hidden"));
    assertEquals(integer.withName("Mixed Case"), table.column("Mixed Case"));
    assertEquals(Optional.of(new PrimaryKey("PRIMARY", List.of("id"))), table.primaryKey());
  }

  @Test
  void readsIndexesAndUniqueKeys() throws SQLException {
    database.execute(
        """
        create table t (a int, b varchar(20), c text, p point not null srid 0,
          unique key one (a, b), unique key two (c(10)), unique key three (a desc),
          key four (b(5) desc, a), key five ((lower(b))), fulltext key six (c),
          spatial key seven (p), key eight (a) invisible)""");

    Table table = read("t");

    assertEquals(List.of(UniqueKey.of("one", List.of("a", "b"))), table.uniqueKeys());
    assertEquals(
        Set.of("two", "three", "four", "five", "six", "seven", "eight"), table.indexes().names());
    IndexPart c = IndexPart.column("c");
    assertEquals(
        Index.of("two").withParts(List.of(c.withPrefix(OptionalInt.of(10)))).withUnique(true),
        index(table, "two"));
    assertEquals(
        Index.of("three")
            .withParts(List.of(IndexPart.column("a").withDescending(true)))
            .withUnique(true),
        index(table, "three"));
    assertEquals(
        Index.of("four")
            .withParts(
                List.of(
                    new IndexPart("b", false, true, Nulls.DEFAULT, "", OptionalInt.of(5)),
                    IndexPart.column("a"))),
        index(table, "four"));
    assertEquals(
        Index.of("five").withParts(List.of(IndexPart.expression("lower(`b`)"))),
        index(table, "five"));
    assertEquals(Optional.of("fulltext"), index(table, "six").method());
    assertEquals(List.of(c), index(table, "six").parts());
    assertEquals(Optional.of("spatial"), index(table, "seven").method());
    assertEquals(List.of(IndexPart.column("p")), index(table, "seven").parts());
    assertEquals(Index.of("eight", "a"), index(table, "eight"));
  }

  private static Index index(Table table, String name) {
    return table.indexes().find(name).orElseThrow();
  }

  @Test
  void takesTheIndexOfAForeignKeyForAPartOfIt() throws SQLException {
    database.execute(
        "create table p (id int primary key, x int, y int, key xy (x, y))",
        """
        create table t (a int, b int, x int, y int, z int,
          constraint named foreign key (a) references p (id) on delete cascade,
          foreign key (b) references p (id) on delete restrict on update set null,
          constraint pair foreign key (x, y) references p (x, y),
          key own (z), constraint served foreign key (z) references p (id))""");

    Table table = read("t");

    assertEquals(List.of(Index.of("own", "z")), table.indexes().toList());
    ForeignKey key = ForeignKey.of("named", List.of("a"), QualifiedName.of("p"), List.of("id"));
    assertEquals(
        Set.of(
            key.withActions(Action.CASCADE, Action.NO_ACTION),
            ForeignKey.of("t_ibfk_1", List.of("b"), QualifiedName.of("p"), List.of("id"))
                .withActions(Action.RESTRICT, Action.SET_NULL),
            ForeignKey.of("pair", List.of("x", "y"), QualifiedName.of("p"), List.of("x", "y")),
            ForeignKey.of("served", List.of("z"), QualifiedName.of("p"), List.of("id"))),
        Set.copyOf(table.foreignKeys()));
  }

  @Test
  void readsChecksAsTheyWouldBeStated() throws SQLException {
    database.execute(
        """
        create table t (a varchar(20) check (a <> 'it''s'), b int,
          constraint named check (b > 0 and a in ('x', "y") or a like 'a\\\\%'))""");

    assertEquals(
        List.of(
            new Check("named", "((`b` > 0) and (`a` in ('x','y'))) or (`a` like 'a\\\\%')"),
            new Check("t_chk_1", "`a` <> 'it''s'")),
        read("t").checks());
  }

  @Test
  void takesAnotherDatabaseForASchema() throws SQLException {
    String other = name() + "_other";
    database.execute("create database " + other);
    try {
      database.execute(
          "create table " + other + ".p (id int primary key)",
          "create table t (a int, constraint f foreign key (a) references " + other + ".p (id))");

      Schema schema = read(DatabaseScope.DEFAULT.plusSchemas(Set.of(other)));

      assertEquals(Set.of(other), schema.namespaces());
      assertEquals(Set.of("t", other + ".p"), schema.tables().names());
      assertEquals(
          new QualifiedName(other, "p"),
          schema.table(QualifiedName.of("t")).foreignKeys().get(0).target());
    } finally {
      database.execute("drop table t", "drop database " + other);
    }
  }

  @Test
  void leavesOutWhatIsNobodysBusinessAndMarksPartitions() throws SQLException {
    database.execute(
        "create table t (id int primary key)",
        "create view v as select 1 as x",
        "create table parts (id int primary key) partition by hash (id) partitions 2");

    try (Connection connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("create temporary table mine (id int)");
      LiveSchema live =
          new DatabaseSource(connection, Dialects.of(connection), DatabaseScope.DEFAULT).readLive();

      assertEquals(Set.of("t", "parts"), live.schema().tables().names());
      assertEquals(Map.of(QualifiedName.of("parts"), "`id`"), live.partitioned());
    }
  }

  @Test
  void sendsTheSameNumberOfStatementsHoweverManyTablesThereAre() throws SQLException {
    database.execute("create table t0 (id int primary key)");
    int few = statements();
    for (int i = 1; i < 20; i++) {
      database.execute(
          "create table t%d (id int primary key, a int unique, foreign key (a) references t0 (id))"
              .formatted(i));
    }

    assertEquals(few, statements());
    assertTrue(few < 30, few + " statements");
  }

  private int statements() throws SQLException {
    try (Connection connection = database.connect()) {
      CountingConnection counting = new CountingConnection(connection);
      new DatabaseSource(counting.connection(), Dialects.of(connection), DatabaseScope.DEFAULT)
          .read();
      return counting.count();
    }
  }
}
