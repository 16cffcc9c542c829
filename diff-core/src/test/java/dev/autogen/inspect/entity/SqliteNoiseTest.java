package dev.autogen.inspect.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.diff.RenamePolicy;
import dev.autogen.diff.Unmanaged;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.inspect.DatabaseSource;
import dev.autogen.inspect.EntityOptions;
import dev.autogen.migration.Replay;
import dev.autogen.plan.Comparer;
import dev.autogen.plan.Comparison;
import dev.autogen.plan.Fills;
import dev.autogen.schema.Column;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is proposed for a database that Hibernate made, nor for one that we did. */
class SqliteNoiseTest {

  static Stream<EntityOptions> models() {
    return Stream.of(
        Application.shop(),
        Application.shop().withNaming(EntityOptions.SPRING_NAMING),
        EntityOptions.of(Application.classPath(org.hibernate.envers.Audited.class))
            .withPackages(List.of("dev.autogen.inspect.model.audited")));
  }

  @ParameterizedTest
  @MethodSource("models")
  void proposesNothingAfterHibernate(EntityOptions options) throws SQLException {
    try (TestDatabase database = TestDatabases.create(Engine.SQLITE);
        Connection connection = database.connect()) {
      FreshDatabase.create(options, Dialects.of(connection), connection);
      Comparison comparison = compare(options, connection, Replay.EMPTY);
      assertEquals("", words(comparison.plan().upgrade()));
      assertEquals("[]", comparison.plan().unmanaged().toString());
      assertEquals(List.of(), comparison.notCompared());
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void proposesNothingAfterItsOwnStatements(EntityOptions options) throws SQLException {
    try (TestDatabase database = TestDatabases.create(Engine.SQLITE);
        Connection connection = database.connect()) {
      Comparison first = compare(options, connection, Replay.EMPTY);
      run(first.plan().upgrade(), connection);
      Replay made = new Replay(first.plan().to(), first.declared(), true);
      Comparison second = compare(options, connection, made);
      assertEquals("", words(second.plan().upgrade()));
      assertEquals("[]", second.plan().unmanaged().toString());
    }
  }

  /** STRICT has six types: what a mapping declares is one of those there. */
  @Test
  void proposesNothingForTablesThatAreStrict() throws SQLException {
    try (TestDatabase database = TestDatabases.create(Engine.SQLITE);
        Connection connection = database.connect()) {
      FreshDatabase.create(Application.shop(), Dialects.of(connection), connection);
      makeStrict(connection);
      Comparison comparison = compare(Application.shop(), connection, Replay.EMPTY);
      assertEquals("", words(comparison.plan().upgrade()));
    }
  }

  /** The number of the row: SQLite gives it, whatever stands beside it. */
  @Test
  void proposesNothingForANumberedKeyThatSaysNotNull() throws SQLException {
    try (TestDatabase database = TestDatabases.create(Engine.SQLITE);
        Connection connection = database.connect()) {
      Comparison first = compare(Application.shop(), connection, Replay.EMPTY);
      run(first.plan().upgrade(), connection);
      int numbered = makeNumbersRequired(connection);
      assertTrue(numbered > 0);
      Replay made = new Replay(first.plan().to(), first.declared(), true);
      Comparison second = compare(Application.shop(), connection, made);
      assertEquals("", words(second.plan().upgrade()));
    }
  }

  /** So that a migration that was written for one of them is one for the other. */
  @Test
  void callsUniqueColumnsAlikeWhoeverMadeTheTable() throws SQLException {
    List<String> hibernates;
    try (TestDatabase database = TestDatabases.create(Engine.SQLITE);
        Connection connection = database.connect()) {
      FreshDatabase.create(Application.shop(), Dialects.of(connection), connection);
      hibernates = uniqueColumns(connection);
    }
    try (TestDatabase database = TestDatabases.create(Engine.SQLITE);
        Connection connection = database.connect()) {
      run(compare(Application.shop(), connection, Replay.EMPTY).plan().upgrade(), connection);
      List<String> own = uniqueColumns(connection);
      assertTrue(!hibernates.isEmpty() && own.containsAll(hibernates), hibernates + " " + own);
    }
  }

  private static List<String> uniqueColumns(Connection connection) throws SQLException {
    return new DatabaseSource(connection, Dialects.of(connection), DatabaseScope.DEFAULT)
        .read().tables().stream()
            .flatMap(
                table ->
                    table
                        .constraints(UniqueKey.class)
                        .filter(key -> key.columns().size() == 1)
                        .map(key -> table.name() + "." + key.name()))
            .toList();
  }

  private static int makeNumbersRequired(Connection connection) throws SQLException {
    int numbered = 0;
    Dialect dialect = Dialects.of(connection);
    Schema made = new DatabaseSource(connection, dialect, DatabaseScope.DEFAULT).read();
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma writable_schema = on");
      for (Table table : made.tables()) {
        for (Column column : table.columns()) {
          if (column.identity().isPresent()) {
            String name = dialect.identifier(column.name());
            numbered +=
                statement.executeUpdate(
                    "update sqlite_master set sql = replace(sql, '%1$s integer', '%1$s integer not null')"
                            .formatted(name)
                        + " where type = 'table' and name = "
                        + dialect.literal(table.name().name()));
          }
        }
      }
      statement.execute("pragma writable_schema = reset");
    }
    return numbered;
  }

  /** All tables but those with a column without a type, as Hibernate makes one by mistake. */
  private static void makeStrict(Connection connection) throws SQLException {
    Dialect dialect = Dialects.of(connection);
    Schema made = new DatabaseSource(connection, dialect, DatabaseScope.DEFAULT).read();
    try (Statement statement = connection.createStatement()) {
      for (Table table : made.tables()) {
        if (table.columns().stream().anyMatch(column -> column.type().sql().isEmpty())) {
          continue;
        }
        statement.execute("drop table " + dialect.identifier(table.name()));
        Table told = table.withOptions("strict");
        Table strict = dialect.asFound(told, told);
        for (String sql : new CreateTable(strict).accept(dialect.ddl())) {
          statement.execute(sql);
        }
      }
    }
  }

  private static Comparison compare(EntityOptions options, Connection connection, Replay made)
      throws SQLException {
    return new Comparer(
            options, DatabaseScope.DEFAULT, made, RenamePolicy.NEVER, Fills.none(), Unmanaged.KEEP)
        .withDatabase(connection, Dialects.of(connection));
  }

  private static void run(ChangeSet changes, Connection connection) throws SQLException {
    Dialect dialect = Dialects.of(connection);
    dialect.session().enter(connection);
    try (Statement statement = connection.createStatement()) {
      for (List<Change> batch : dialect.batches(changes.changes())) {
        for (String sql : dialect.statements(batch, Schema.EMPTY, connection)) {
          statement.execute(sql);
        }
      }
    }
  }

  private static String words(ChangeSet changes) {
    return changes.changes().stream()
        .map(change -> change.describe().toString() + " " + change)
        .collect(Collectors.joining("\n"));
  }
}
