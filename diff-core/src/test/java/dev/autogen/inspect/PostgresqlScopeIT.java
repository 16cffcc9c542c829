package dev.autogen.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.Dialects;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What of a PostgreSQL database is looked at, and what is nobody's business. */
class PostgresqlScopeIT {

  private final TestDatabase database = TestDatabases.create(Engine.POSTGRESQL);

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
  void isBlindToWhatIsNobodysBusiness() throws SQLException {
    database.execute(
        "create table kept (id integer primary key, at date, name text)",
        "create view a_view as select * from kept",
        "create materialized view a_copy as select * from kept",
        "create index on a_copy (id)",
        "create table parted (id integer primary key, name text) partition by range (id)",
        "create table parted_1 partition of parted for values from (1) to (9)",
        "create index parted_name on parted (name)",
        "create table referring (id integer references parted)",
        "create table flyway_schema_history (id integer)",
        "create table databasechangeloglock (id integer)",
        "create table autogen_version (id integer)",
        "create extension file_fdw",
        "create server files foreign data wrapper file_fdw",
        "create foreign table far (a text) server files options (filename '/dev/null')",
        "create schema elsewhere",
        "create table elsewhere.t (id integer)");

    Schema schema = read(DatabaseScope.DEFAULT);

    assertEquals(Set.of("kept", "parted", "referring"), schema.tables().names());
    assertEquals(Set.of("parted_name"), read("parted").indexes().names());
    try (Connection connection = database.connect()) {
      assertEquals(
          Map.of(QualifiedName.of("parted"), "RANGE (id)"),
          new DatabaseSource(connection, Dialects.of(connection), DatabaseScope.DEFAULT)
              .readLive()
              .partitioned());
    }
    assertEquals(
        List.of(
            ForeignKey.of(
                "referring_id_fkey", List.of("id"), QualifiedName.of("parted"), List.of("id"))),
        read("referring").foreignKeys());
  }

  @Test
  void isBlindToWhatBelongsToAnExtension() throws SQLException {
    database.execute(
        "create table users (id integer)",
        "create table of_extension (id serial primary key)",
        "create sequence seq_of_extension",
        "create type type_of_extension as enum ('a')",
        "create extension citext",
        "alter extension citext add table of_extension",
        "alter extension citext add sequence seq_of_extension",
        "alter extension citext add type type_of_extension");

    Schema schema = read(DatabaseScope.DEFAULT);

    assertEquals(Set.of("users"), schema.tables().names());
    assertEquals(Set.of(), schema.sequences().names());
    assertEquals(Set.of(), schema.enumTypes().names());
  }

  @Test
  void takesAnIndexThatAFailedStatementLeftForMissing() throws SQLException {
    database.execute("create table t (a integer)", "insert into t values (1), (1)");
    assertThrows(
        SQLException.class, () -> database.execute("create unique index concurrently ux on t (a)"));

    assertEquals(Set.of(), read("t").indexes().names());
  }

  @Test
  void readsOtherSchemasThatItIsTold() throws SQLException {
    database.execute(
        "create schema crm",
        "create type crm.mood as enum ('a')",
        "create table t (id integer primary key, m crm.mood)",
        "create table crm.t (id integer references public.t, m crm.mood[])",
        "create sequence crm.s");

    Schema schema = read(DatabaseScope.DEFAULT.plusSchemas(Set.of("crm", "missing", "public")));

    assertEquals(Set.of("crm"), schema.namespaces());
    assertEquals(Set.of("t", "crm.t"), schema.tables().names());
    assertEquals(Set.of("crm.s"), schema.sequences().names());
    assertEquals(Set.of("crm.mood"), schema.enumTypes().names());
    Table other = schema.table(new QualifiedName("crm", "t"));
    assertEquals("crm.mood[]", other.column("m").type().sql());
    assertEquals(QualifiedName.of("t"), other.foreignKeys().get(0).target());
  }

  @Test
  void saysWhatToDoWithoutASchema() throws SQLException {
    try (Connection connection = database.connect()) {
      connection.createStatement().execute("set search_path to nowhere");
      DatabaseSource source =
          new DatabaseSource(connection, Dialects.of(connection), DatabaseScope.DEFAULT);

      InspectionException failure = assertThrows(InspectionException.class, source::read);

      assertTrue(failure.getMessage().contains("search path"), failure.getMessage());
    }
  }

  @Test
  void sendsAsManyStatementsForManyTablesAsForFew() throws SQLException {
    createTables(0, 10);
    int few = statements(10);
    createTables(10, 200);

    assertEquals(few, statements(200));
  }

  private void createTables(int from, int to) throws SQLException {
    StringBuilder sql = new StringBuilder();
    for (int i = from; i < to; i++) {
      sql.append(
          """
          create table t%1$d (id bigserial primary key, a integer unique check (a > 0),
            ref bigint references t0);
          create index ix%1$d on t%1$d (ref, a);
          """
              .formatted(i));
    }
    database.execute(sql.toString());
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
