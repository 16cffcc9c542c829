package dev.autogen.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialects;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Deferrability;
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
import dev.autogen.schema.Sequence;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseSourceTest {

  private final TestDatabase database = TestDatabases.create(Engine.H2);

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

  @Test
  void readsTypesAsTheModelSpellsThem() throws SQLException {
    database.execute(
        "create domain email as varchar(320)",
        """
        create table t (a varchar(10), b varchar, c clob, d blob, e numeric(10, 2), f numeric,
          g timestamp(3) with time zone, h timestamp, i time(2), j enum('B', 'a,''x'),
          k integer array, l interval second(18, 9), m uuid, n json, o float(24), p float(53),
          q char(3), r varbinary(7), s decfloat(5), t email, u double precision array[3])""");

    Map<String, String> types =
        read("t").columns().stream()
            .collect(Collectors.toMap(Column::name, column -> column.type().sql()));

    assertEquals(
        Map.ofEntries(
            Map.entry("a", "varchar(10)"),
            Map.entry("b", "varchar"),
            Map.entry("c", "clob"),
            Map.entry("d", "blob"),
            Map.entry("e", "numeric(10,2)"),
            Map.entry("f", "numeric"),
            Map.entry("g", "timestamp(3) with time zone"),
            Map.entry("h", "timestamp(6)"),
            Map.entry("i", "time(2)"),
            Map.entry("j", "enum('B','a,''x')"),
            Map.entry("k", "integer array"),
            Map.entry("l", "interval second(18,9)"),
            Map.entry("m", "uuid"),
            Map.entry("n", "json"),
            Map.entry("o", "real"),
            Map.entry("p", "double precision"),
            Map.entry("q", "char(3)"),
            Map.entry("r", "varbinary(7)"),
            Map.entry("s", "decfloat(5)"),
            Map.entry("t", "email"),
            Map.entry("u", "double precision array[3]")),
        types);
  }

  @Test
  void readsPropertiesOfColumns() throws SQLException {
    database.execute(
        """
        create table t (
          id bigint generated always as identity (start with 5 increment by 3),
          other bigint auto_increment,
          state varchar(10) default 'it''s' not null,
          twice bigint generated always as (id * 2),
          "Mixed Case" integer)""",
        "comment on table t is 'a table'",
        "comment on column t.state is 'a column'");

    Table table = read("t");

    assertEquals(Optional.of("a table"), table.comment());
    Column plain = Column.of("x", new ColumnType("bigint"));
    assertEquals(
        List.of(
            plain
                .withName("id")
                .withNullable(false)
                .withIdentity(Optional.of(new Identity(Identity.Mode.ALWAYS, 5, 3))),
            plain
                .withName("other")
                .withNullable(false)
                .withIdentity(Optional.of(Identity.of(Identity.Mode.BY_DEFAULT))),
            Column.of("state", new ColumnType("varchar(10)"))
                .withNullable(false)
                .withDefaultValue(Optional.of("'it''s'"))
                .withComment(Optional.of("a column")),
            plain.withName("twice").withGenerated(Optional.of(new Generated("\"ID\" * 2", false))),
            Column.of("Mixed Case", new ColumnType("integer"))),
        table.columns().toList());
  }

  @Test
  void readsKeysAndChecks() throws SQLException {
    database.execute(
        """
        create table parent (b bigint, a bigint, u integer, v integer,
          constraint parent_pk primary key (a, b), constraint parent_uk unique (v, u))""",
        """
        create table child (id bigint primary key, x bigint, y bigint, v integer, u integer,
          constraint uk unique nulls not distinct (y, x),
          constraint ck check ((x in (1, 2))),
          constraint fk foreign key (x, y) references parent (a, b)
            on delete cascade on update set null,
          constraint fk_u foreign key (u, v) references parent (u, v),
          constraint fk_self foreign key (y) references child)""");

    assertEquals(
        Optional.of(new PrimaryKey("parent_pk", List.of("a", "b"))),
        read("parent").constraints().find("parent_pk"));
    Table child = read("child");
    assertEquals(
        Set.of(
            new UniqueKey("uk", List.of("y", "x"), false, Deferrability.NOT_DEFERRABLE),
            new Check("ck", "\"X\" IN(1, 2)"),
            ForeignKey.of("fk", List.of("x", "y"), QualifiedName.of("parent"), List.of("a", "b"))
                .withActions(Action.CASCADE, Action.SET_NULL),
            ForeignKey.of("fk_u", List.of("u", "v"), QualifiedName.of("parent"), List.of("u", "v")),
            ForeignKey.of("fk_self", List.of("y"), QualifiedName.of("child"), List.of("id"))),
        child.constraints().stream()
            .filter(constraint -> !(constraint instanceof PrimaryKey))
            .collect(Collectors.toSet()));
    assertTrue(child.indexes().isEmpty(), () -> "indexes of keys: " + child.indexes());
  }

  @Test
  void readsIndexes() throws SQLException {
    database.execute(
        "create table t (a integer, b integer)",
        "create index ix on t (b desc nulls first, a)",
        "create unique nulls not distinct index ux on t (a nulls last)");

    assertEquals(
        List.of(
            new Index(
                "ix",
                List.of(
                    IndexPart.column("b").withDescending(true).withNulls(Nulls.FIRST),
                    IndexPart.column("a")),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true),
            new Index(
                "ux",
                List.of(IndexPart.column("a").withNulls(Nulls.LAST)),
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false)),
        read("t").indexes().toList());
  }

  @Test
  void readsSequencesButThoseOfColumns() throws SQLException {
    database.execute(
        "create table t (id bigint generated by default as identity)",
        "create sequence plain start with 10 increment by 50",
        "create sequence down start with 7 increment by -5 minvalue 0 maxvalue 20 cache 3 cycle");

    assertEquals(Set.of("plain", "down"), read(DatabaseScope.DEFAULT).sequences().names());
    Sequence down = read(DatabaseScope.DEFAULT).sequences().find("down").orElseThrow();
    assertEquals(
        new Sequence(QualifiedName.of("down"), 7, -5, Optional.of(0L), Optional.of(20L), 3, true),
        down);
    Sequence plain = read(DatabaseScope.DEFAULT).sequences().find("plain").orElseThrow();
    assertEquals(List.of(10L, 50L), List.of(plain.start(), plain.increment()));
    assertEquals(
        List.of(Optional.empty(), Optional.empty()), List.of(plain.minimum(), plain.maximum()));
  }

  @Test
  void isBlindToWhatIsNobodysBusiness() throws SQLException {
    database.execute(
        "create table kept (id integer primary key)",
        "create view a_view as select * from kept",
        "create global temporary table ht_kept (id integer)",
        "create table flyway_schema_history (id integer)",
        "create table databasechangelog (id integer)",
        "create table autogen_version (id integer)",
        "create table qrtz_jobs (id integer)",
        "create sequence qrtz_seq",
        "create schema elsewhere",
        "create table elsewhere.t (id integer)");

    Schema schema = read(new DatabaseScope(Set.of(), List.of(), List.of("QRTZ_*")));

    assertEquals(Set.of("kept"), schema.tables().names());
    assertEquals(Set.of(), schema.sequences().names());
    assertEquals(Set.of(), schema.namespaces());
  }

  @Test
  void readsOtherSchemasThatItIsTold() throws SQLException {
    database.execute(
        "create schema crm",
        "create table t (id integer primary key)",
        "create table crm.t (id integer, ref integer references public.t)",
        "create sequence crm.s");

    Schema schema = read(DatabaseScope.DEFAULT.plusSchemas(Set.of("crm", "missing", "public")));

    assertEquals(Set.of("crm"), schema.namespaces());
    assertEquals(Set.of("t", "crm.t"), schema.tables().names());
    assertEquals(Set.of("crm.s"), schema.sequences().names());
    assertEquals(
        QualifiedName.of("t"),
        schema.table(new QualifiedName("crm", "t")).foreignKeys().get(0).target());
  }

  @Test
  void readsDatabasesThatFoldNamesAnotherWay() throws SQLException {
    for (String settings :
        List.of(";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", ";DATABASE_TO_UPPER=FALSE")) {
      try (TestDatabase other = TestDatabases.h2(settings)) {
        other.execute("create table users (id bigint primary key, name varchar(5) unique)");
        try (Connection connection = other.connect()) {
          Schema schema =
              new DatabaseSource(connection, Dialects.of(connection), DatabaseScope.DEFAULT).read();
          assertEquals(
              Set.of("id", "name"),
              schema.tables().find("users").orElseThrow().columns().names(),
              settings);
        }
      }
    }
  }

  @Test
  void saysWhatCouldNotBeRead() throws SQLException {
    Connection connection = database.connect();
    DatabaseSource source =
        new DatabaseSource(connection, Dialects.of(connection), DatabaseScope.DEFAULT);
    connection.close();

    InspectionException failure = assertThrows(InspectionException.class, source::read);

    assertTrue(
        failure.getMessage().startsWith("Cannot read the catalog of H2 2."), failure.getMessage());
  }

  @Test
  void sendsAsManyStatementsForManyTablesAsForFew() throws SQLException {
    createTables(0, 10);
    int few = statements(10);
    createTables(10, 200);

    assertEquals(few, statements(200));
  }

  private void createTables(int from, int to) throws SQLException {
    for (int i = from; i < to; i++) {
      database.execute(
          "create table t%d (id bigint auto_increment primary key, a integer unique check (a > 0),"
                  .formatted(i)
              + " ref bigint references t0)",
          "create index ix%d on t%d (ref, a)".formatted(i, i));
    }
  }

  private int statements(int tables) throws SQLException {
    try (Connection connection = database.connect()) {
      CountingConnection counting = new CountingConnection(connection);
      Schema schema =
          new DatabaseSource(counting.connection(), Dialects.of(connection), DatabaseScope.DEFAULT)
              .read();
      assertEquals(tables, schema.tables().size());
      return counting.count();
    }
  }
}
