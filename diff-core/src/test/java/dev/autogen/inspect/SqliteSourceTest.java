package dev.autogen.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialects;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Index;
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
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqliteSourceTest {

  @Test
  void readsColumnsWithWhatOnlyTheirTextSays() throws SQLException {
    Table table =
        read("""
                create table [all] (
                  id INTEGER primary key autoincrement,
                  "e mail" VarChar(20) collate NOCASE default 'a,b' not null, -- it's (
                  n numeric( 10 , 2 ) default (1 + 2),
                  full text generated always as (n || 'x') stored,
                  half as (n / 2),
                  seen timestamp default current_timestamp
                )""")
            .table(QualifiedName.of("all"));
    assertEquals(List.of("id", "e mail", "n", "full", "half", "seen"), names(table));
    Column id = table.column("id");
    assertEquals(new ColumnType("integer"), id.type());
    assertTrue(id.identity().isPresent() && !id.nullable());
    Column mail = table.column("e mail");
    assertEquals(new ColumnType("varchar(20)"), mail.type());
    assertEquals(Optional.of("'a,b'"), mail.defaultValue());
    assertEquals(Optional.of("NOCASE"), mail.collation());
    assertEquals(Optional.of("1 + 2"), table.column("n").defaultValue());
    assertEquals(new ColumnType("numeric(10,2)"), table.column("n").type());
    assertEquals(Optional.of(new Generated("n || 'x'", true)), table.column("full").generated());
    assertEquals(Optional.of(new Generated("n / 2", false)), table.column("half").generated());
    assertEquals(Optional.of("current_timestamp"), table.column("seen").defaultValue());
  }

  @Test
  void readsConstraintsByNameAndByWhatTheyAre() throws SQLException {
    Schema schema =
        read(
            "create table p (id integer not null, code text, constraint pk_p primary key (id),"
                + " constraint uk_p unique (code))",
            """
            create table c (
              a integer not null references P on delete set null,
              b text unique check (b <> ''),
              d integer constraint ck_d check ((d > 0)),
              primary key (a, B),
              foreign key (b) references p (CODE) on update cascade deferrable initially deferred,
              check (a > 0 and d > 0))""");
    Table parent = schema.table(QualifiedName.of("p"));
    assertEquals(
        Set.of(new PrimaryKey("pk_p", List.of("id")), UniqueKey.of("uk_p", List.of("code"))),
        Set.copyOf(parent.constraints().toList()));
    assertTrue(parent.column("id").identity().isEmpty());
    Table child = schema.table(QualifiedName.of("c"));
    assertEquals(
        Set.of(
            new PrimaryKey("c_pkey", List.of("a", "b")),
            UniqueKey.of("c_b_key", List.of("b")),
            new Check("c_b_check", "b <> ''"),
            new Check("ck_d", "d > 0"),
            new Check("c_check", "a > 0 and d > 0"),
            ForeignKey.of("c_a_fkey", List.of("a"), QualifiedName.of("p"), List.of("id"))
                .withActions(Action.SET_NULL, Action.NO_ACTION),
            new ForeignKey(
                "c_b_fkey",
                List.of("b"),
                QualifiedName.of("p"),
                List.of("code"),
                Action.NO_ACTION,
                Action.CASCADE,
                Deferrability.INITIALLY_DEFERRED)),
        Set.copyOf(child.constraints().toList()));
  }

  @Test
  void leavesOutWhatHibernateMakesForItself() throws SQLException {
    Schema schema =
        read(
            "create table HT_item (id bigint not null, hib_sess_id varchar(36), primary key (id))",
            "create table HTE_item (id bigint, hib_sess_id varchar(36))",
            "create table ht_sensor (id bigint not null, primary key (id))");
    assertEquals(List.of("ht_sensor"), schema.tables().stream().map(t -> t.name().name()).toList());
  }

  @Test
  void readsIndexesWithDirectionCollationExpressionAndCondition() throws SQLException {
    Table table =
        read(
                "create table t (a text, b text)",
                "create unique index ix on t (B desc, lower(a), a collate nocase asc)"
                    + " where b is not null")
            .table(QualifiedName.of("t"));
    Index index = table.indexes().find("ix").orElseThrow();
    assertTrue(index.unique());
    assertEquals(Optional.of("b is not null"), index.where());
    assertEquals("b", index.parts().get(0).text());
    assertTrue(index.parts().get(0).descending());
    assertTrue(index.parts().get(1).expression());
    assertEquals("lower(a)", index.parts().get(1).text());
    assertEquals("a", index.parts().get(2).text());
    assertEquals("collate nocase", index.parts().get(2).operatorClass());
  }

  @Test
  void leavesViewsVirtualTablesAndWhatIsBehindThemAlone() throws SQLException {
    Schema schema =
        read(
            "create table t (a integer primary key autoincrement)",
            "create view v as select a from t",
            "create virtual table words using fts5(word)",
            "create virtual table places using rtree(id, x, y)",
            "create temp table u (a)");
    assertEquals(Set.of("t"), schema.tables().names());
  }

  private static List<String> names(Table table) {
    return List.copyOf(table.columns().names());
  }

  private static Schema read(String... statements) throws SQLException {
    try (TestDatabase database = TestDatabases.create(Engine.SQLITE);
        Connection connection = database.connect()) {
      for (String sql : statements) {
        try (var statement = connection.createStatement()) {
          statement.execute(sql);
        }
      }
      return new DatabaseSource(connection, Dialects.of(connection), DatabaseScope.DEFAULT).read();
    }
  }
}
