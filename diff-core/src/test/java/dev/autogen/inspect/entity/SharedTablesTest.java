package dev.autogen.inspect.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.change.Change;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.diff.RenamePolicy;
import dev.autogen.diff.Unmanaged;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.inspect.EntityOptions;
import dev.autogen.migration.Replay;
import dev.autogen.plan.Comparer;
import dev.autogen.plan.Comparison;
import dev.autogen.plan.Fills;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A view that an entity reads, and a table that two entities are mapped to. */
class SharedTablesTest {

  @Test
  void aViewIsNoTableToCreateAndTwoMappingsOfATableAreOne() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement()) {
      statement.execute("create view v_sales as select 1 as id, 2 as total");
      Comparison first = compare(connection, Replay.EMPTY);
      assertEquals(List.of("booking", "users"), tables(first.plan().to()));
      Table users = first.plan().to().tables().find("users").orElseThrow();
      assertEquals(List.of("boss_id", "id", "name", "secret"), columns(users));
      assertEquals(4, users.constraints().stream().count() + users.indexes().stream().count());
      Table booking = first.plan().to().tables().find("booking").orElseThrow();
      assertEquals(
          List.of("users"),
          booking.foreignKeys().stream().map(key -> key.target().toString()).toList());
      run(first, connection);
      Comparison second =
          compare(connection, new Replay(first.plan().to(), first.declared(), true));
      assertEquals("[]", second.plan().changes().toString());
    }
  }

  private static List<String> tables(Schema schema) {
    return schema.tables().stream().map(table -> table.name().toString()).sorted().toList();
  }

  private static List<String> columns(Table table) {
    return table.columns().names().stream().sorted().toList();
  }

  private static Comparison compare(Connection connection, Replay made) throws SQLException {
    return new Comparer(
            EntityOptions.of(Application.classPath())
                .withPackages(List.of("dev.autogen.inspect.model.shared")),
            DatabaseScope.DEFAULT,
            made,
            RenamePolicy.NEVER,
            Fills.none(),
            Unmanaged.KEEP)
        .withDatabase(connection, Dialects.of(connection));
  }

  private static void run(Comparison comparison, Connection connection) throws SQLException {
    Dialect dialect = Dialects.of(connection);
    try (Statement statement = connection.createStatement()) {
      for (Change change : comparison.plan().upgrade().changes()) {
        for (String sql : dialect.statements(List.of(change), Schema.EMPTY, connection)) {
          statement.execute(sql);
        }
      }
    }
  }
}
