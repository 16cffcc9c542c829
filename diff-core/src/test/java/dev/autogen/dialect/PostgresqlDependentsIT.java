package dev.autogen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Views and the like that speak of a column come back as they were once it has its new type. */
class PostgresqlDependentsIT {

  private static final QualifiedName EVENT = QualifiedName.of("event");

  /** All that the catalog prints of them. */
  private static final String PRINTED =
      """
      select string_agg(line, chr(10) order by line) from (
        select c.relname || ' ' || c.relkind::text || ' ' || coalesce(c.relacl::text, '') || ' '
          || coalesce(c.reloptions::text, '') || ' ' || coalesce(obj_description(c.oid), '')
          || pg_get_userbyid(c.relowner) || pg_get_viewdef(c.oid)
        from pg_class c where c.relkind in ('v', 'm') and c.relnamespace = 'public'::regnamespace
        union all
        select pg_get_triggerdef(oid) || tgenabled::text || coalesce(obj_description(oid), '')
        from pg_trigger where not tgisinternal
        union all select pg_get_ruledef(oid) from pg_rewrite
          where rulename <> '_RETURN' and ev_class::regclass::text !~ '^pg_'
        union all select indexdef from pg_indexes where schemaname = 'public'
        union all select a.attrelid::regclass || '.' || a.attname || ' ' || d.description
          from pg_description d join pg_attribute a
            on a.attrelid = d.objoid and a.attnum = d.objsubid
          where d.objsubid > 0 and d.classoid = 'pg_class'::regclass and d.objoid > 16000
        union all select polname || polcmd::text || polpermissive::text
          || coalesce(pg_get_expr(polqual, polrelid), '')
          || coalesce(pg_get_expr(polwithcheck, polrelid), '') from pg_policy
        union all select attname || attacl::text from pg_attribute where attacl is not null
          and attrelid > 16000
      ) as lines (line)""";

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "POSTGRESQL_13"})
  void bringsThemBack(Engine engine) throws SQLException {
    try (TestDatabase database = TestDatabases.create(engine);
        Connection connection = database.connect()) {
      database.execute(
          "create table event (id bigint primary key, name varchar(20), other integer)",
          "create table seen (name text)",
          "insert into event values (1, 'a', 2)",
          "create view named with (security_barrier=true) as select id, name from event",
          "create view shouting as select upper(name) as name, id from named where id > 0",
          "create materialized view stored as select n.name, s.id from named n join shouting s"
              + " using (id)",
          "create unique index stored_name on stored (name)",
          "create view besides as select id, other from event",
          "comment on view named is 'it''s read'",
          "comment on column named.name is 'loud'",
          "grant select on named to public",
          "grant update (name) on named to public",
          "create rule kept as on update to named do instead nothing",
          "create rule noted as on insert to event where new.name <> '' do also"
              + " insert into seen values (new.name)",
          "create function touch() returns trigger language plpgsql as 'begin return new; end'",
          "create trigger touched before update of name on event for each row"
              + " when (old.name <> new.name) execute function touch()",
          "alter table event disable trigger touched",
          "comment on trigger touched on event is 'by hand'",
          "create policy visible on event as restrictive for select to public using (name <> '')");
      String before = printed(connection);

      run(connection, alter("varchar(20)", "varchar(40)"));

      assertEquals(before, printed(connection));
      run(connection, alter("varchar(40)", "varchar(20)"));
      assertEquals(before, printed(connection));
    }
  }

  @Test
  void bringsThemBackWhereAnEnumTypeIsReplaced() throws SQLException {
    try (TestDatabase database = TestDatabases.create(Engine.POSTGRESQL);
        Connection connection = database.connect()) {
      database.execute(
          "create type kind as enum ('a', 'b')",
          "create table event (id bigint primary key, kind kind)",
          "create view fresh as select id from event where kind = 'a'");
      String before = printed(connection);
      QualifiedName kind = QualifiedName.of("kind");
      Column column = Column.of("kind", new ColumnType("kind"));

      run(
          connection,
          new AlterEnumType(
              new EnumType(kind, List.of("a", "b")),
              new EnumType(kind, List.of("b", "a")),
              List.of(new AlterEnumType.Use(EVENT, column))));

      assertEquals(before, printed(connection));
    }
  }

  @Test
  void refusesWhatItCannotBringBack() throws SQLException {
    try (TestDatabase database = TestDatabases.create(Engine.POSTGRESQL);
        Connection connection = database.connect()) {
      database.execute(
          "create table event (id bigint primary key, name varchar(20))",
          "create view named as select id, name from event",
          "create function all_named() returns setof named language sql as 'table named'");
      SQLException refused =
          assertThrows(
              SQLException.class, () -> run(connection, alter("varchar(20)", "varchar(40)")));
      assertTrue(refused.getMessage().contains("all_named"), refused.getMessage());
    }
  }

  private static AlterColumn alter(String from, String to) {
    return new AlterColumn(EVENT, column(from), column(to));
  }

  private static Column column(String type) {
    return Column.of("name", new ColumnType(type));
  }

  private static void run(Connection connection, Change change) throws SQLException {
    Dialect dialect = Dialects.of(connection);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String sql : dialect.statements(List.of(change), Schema.EMPTY, connection)) {
        statement.execute(sql);
      }
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static String printed(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery(PRINTED)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
