package dev.autogen.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.autogen.cli.Shell;
import dev.autogen.matrix.Catalog;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no entity can be is nobody's business: it is not even named, whatever one asks for. */
class UntouchedIT {

  @TempDir Path project;

  @ParameterizedTest
  @MethodSource("dev.autogen.testing.Engine#served")
  void staysThoughThatIsPruned(Engine engine) throws Exception {
    try (TestDatabase database = TestDatabases.create(engine)) {
      Entities entities = Entities.in(project);
      entities.compile(
          "User",
          "@Entity @Table(name = \"users\") public class User { @Id Long id; String email; }");
      entities.compile(
          "Event", "@Entity @Table(name = \"event\") public class Event { @Id Long id; }");
      Files.writeString(
          project.resolve("autogen.yaml"), "exclude: [loose_*]\n", StandardOpenOption.APPEND);
      Shell autogen = new Shell(project).on(database);
      database.execute(statements(engine).toArray(String[]::new));
      Catalog before = Catalog.of(database);

      Shell.Result strict = autogen.expecting(0, "check", "--strict");
      assertFalse(strict.out().contains("unmanaged"), strict.out());
      autogen.expecting(0, "-m", "tidy", "--prune", "--allow-destructive");
      assertEquals(List.of(), autogen.migrations());
      assertEquals("", Catalog.of(database).difference(before));
    }
  }

  private static List<String> statements(Engine engine) {
    List<String> statements =
        new ArrayList<>(
            List.of(
                users(engine),
                "create table loose_log (a int, b int)",
                "create index loose_index on loose_log (a)",
                "create view seen as select email from users"));
    statements.addAll(
        switch (engine.family()) {
          case MYSQL, MARIADB -> mysql();
          case SQLITE -> sqlite();
          case H2 ->
              List.of(
                  "create table event (id bigint not null primary key)",
                  "create alias magnitude for 'java.lang.Math.abs(int)'");
          default -> postgresql();
        });
    return statements;
  }

  private static String users(Engine engine) {
    return engine == Engine.SQLITE
        ? "create table users (id bigint not null, email varchar(255), primary key (id))"
        : "create table users (id bigint not null primary key, email varchar(255))";
  }

  private static List<String> postgresql() {
    return List.of(
        "create materialized view kept as select email from users",
        "create function stamp() returns trigger language plpgsql as 'begin return new; end'",
        "create trigger tr_users before insert on users for each row execute function stamp()",
        "create table event (id bigint not null primary key) partition by range (id)",
        "create table event_1 partition of event for values from (0) to (1000)",
        "create table event_2 partition of event default",
        "create table of_extension (a int)",
        "alter extension plpgsql add table of_extension");
  }

  private static List<String> mysql() {
    return List.of(
        "create trigger tr_users before insert on users for each row set @n = 1",
        "create procedure nothing() begin end",
        "create table event (id bigint not null primary key) partition by range (id)"
            + " (partition event_1 values less than (1000),"
            + " partition event_2 values less than maxvalue)");
  }

  private static List<String> sqlite() {
    return List.of(
        "create trigger tr_users after update on users begin delete from users where id < 0; end",
        "create table event (id bigint not null, primary key (id))",
        "create virtual table notes using fts5(body)");
  }
}
