package dev.autogen.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.dialect.Dialects;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What MariaDB's catalog has otherwise than MySQL's is what is looked at here. */
class MariadbSourceIT {

  private final TestDatabase database = TestDatabases.create(Engine.MARIADB);

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  private LiveSchema read() throws SQLException {
    try (Connection connection = database.connect()) {
      return new DatabaseSource(connection, Dialects.of(connection), DatabaseScope.DEFAULT)
          .readLive();
    }
  }

  private Table read(String table) throws SQLException {
    return read().schema().table(QualifiedName.of(table));
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
          g datetime default current_timestamp, h varchar(40) default uuid(), i int default null,
          j varchar(9) default 'NULL', k int not null)""");

    Table table = read("t");

    assertEquals("'it''s \\\\ so'", defaultOf(table, "a"));
    assertEquals("5", defaultOf(table, "b"));
    assertEquals("1.50", defaultOf(table, "c"));
    assertEquals("b'1'", defaultOf(table, "d"));
    assertEquals("1", defaultOf(table, "e"));
    assertEquals("current_timestamp(6) on update current_timestamp(6)", defaultOf(table, "f"));
    assertEquals("current_timestamp()", defaultOf(table, "g"));
    assertEquals("uuid()", defaultOf(table, "h"));
    assertEquals("", defaultOf(table, "i"));
    assertEquals("'NULL'", defaultOf(table, "j"));
    assertEquals("", defaultOf(table, "k"));
  }

  @Test
  void readsConditionsOfColumnsByTheNamesOfThose() throws SQLException {
    database.execute(
        """
        create table t (a varchar(20) check (a <> 'it''s'), b int, c json,
          `it``s` json, constraint named check (b > 0), check (b < 9))""");

    Table table = read("t");

    assertEquals(
        Set.of(
            new Check("a", "`a` <> 'it''s'"),
            new Check("named", "`b` > 0"),
            new Check("CONSTRAINT_1", "`b` < 9")),
        Set.copyOf(table.checks()));
    assertEquals(Column.of("c", new ColumnType("json")), table.column("c"));
    assertEquals(Column.of("it`s", new ColumnType("json")), table.column("it`s"));
  }

  @Test
  void readsAConditionAndAKeyOfTheSameName() throws SQLException {
    database.execute("create table t (a int check (a > 0), unique (a))");

    Table table = read("t");

    assertEquals(List.of(UniqueKey.of("a", List.of("a"))), table.uniqueKeys());
    assertEquals(List.of("`a` > 0"), table.checks().stream().map(Check::expression).toList());
  }

  @Test
  void readsIndexesAndGeneratedColumns() throws SQLException {
    database.execute(
        """
        create table t (a int, b varchar(20), twice int as (a * 2) persistent,
          key one (b(5), a desc), unique key two (b(5)), key three (a) ignored)""");

    Table table = read("t");

    IndexPart b = IndexPart.column("b").withPrefix(OptionalInt.of(5));
    assertEquals(
        Index.of("one").withParts(List.of(b, IndexPart.column("a").withDescending(true))),
        table.indexes().find("one").orElseThrow());
    assertEquals(
        Index.of("two").withParts(List.of(b)).withUnique(true),
        table.indexes().find("two").orElseThrow());
    assertEquals(Optional.of(new Generated("`a` * 2", true)), table.column("twice").generated());
  }

  @Test
  void readsSequences() throws SQLException {
    database.execute(
        "create sequence plain nocache",
        "create sequence usual",
        "create sequence odd start with 7 increment by 50 minvalue -5 maxvalue 900 cache 20 cycle",
        "create sequence down increment by -1 nocache");

    assertEquals(
        Set.of(
            Sequence.of(QualifiedName.of("plain"), 1, 1),
            Sequence.of(QualifiedName.of("usual"), 1, 1).withCache(1000, false),
            Sequence.of(QualifiedName.of("odd"), 7, 50)
                .withLimits(Optional.of(-5L), Optional.of(900L))
                .withCache(20, true),
            Sequence.of(QualifiedName.of("down"), -1, -1)),
        Set.copyOf(read().schema().sequences().toList()));
  }

  @Test
  void marksTablesThatKeepTheirHistory() throws SQLException {
    database.execute(
        "create table plain (id int primary key)",
        "create table kept (id int primary key) with system versioning",
        "create temporary table mine (id int)");

    LiveSchema live = read();

    assertEquals(Set.of("plain", "kept"), live.schema().tables().names());
    assertEquals(Set.of(QualifiedName.of("kept")), live.partitioned().keySet());
  }
}
