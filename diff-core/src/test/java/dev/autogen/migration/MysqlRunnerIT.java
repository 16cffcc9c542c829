package dev.autogen.migration;

import static dev.autogen.migration.MigratingProcess.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of runs on MySQL and MariaDB, where what has run stays. */
class MysqlRunnerIT {

  @SafeVarargs
  private static MigrationRunner runner(TestDatabase database, Consumer<Operations>... upgrades) {
    List<MigrationScript> scripts = new ArrayList<>();
    for (int i = 1; i <= upgrades.length; i++) {
      scripts.add(script("r" + i, i == 1 ? List.of() : List.of("r" + (i - 1)), upgrades[i - 1]));
    }
    return MigrationRunner.on(
            new DriverDataSource(database.url(), database.user(), database.password()))
        .migrations(RevisionGraph.of(scripts));
  }

  private static void tables(Operations op) {
    op.createTable(
        "p",
        t -> {
          t.column("id", Types.bigint()).notNull();
          t.primaryKey("PRIMARY", "id");
        });
    op.createTable("t", t -> t.column("Owner", Types.bigint()));
    op.addCheck("ck").on("t", "Owner > 0");
  }

  private static String shown(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show create table t")) {
      row.next();
      return row.getString(2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void refusesAForeignKeyOverACheckBeforeAnythingRuns(Engine engine) throws SQLException {
    try (TestDatabase database = TestDatabases.create(engine)) {
      runner(database, MysqlRunnerIT::tables).upgrade();
      String before = shown(database);
      MigrationRunner runner =
          runner(
              database,
              MysqlRunnerIT::tables,
              op -> {
                op.addColumn("t", "note", Types.varchar(9));
                op.addForeignKey("fk").on("t", "Owner").references("p", "id").onDeleteSetNull();
              });
      String message = assertThrows(MigrationException.class, runner::upgrade).getMessage();
      assertTrue(message.contains("check \"ck\" speaks of that column"), message);
      assertEquals(before, shown(database));
      assertEquals(Set.of("r1"), runner.current());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void writesAScriptThatRenamesAColumnOfACheck(Engine engine) throws SQLException {
    try (TestDatabase database = TestDatabases.create(engine)) {
      MigrationRunner runner =
          runner(
              database,
              MysqlRunnerIT::tables,
              op -> op.renameColumn("t", "Owner", "The one"),
              op -> op.renameColumn("t", "The one", "Keeper"));
      database.execute(runner.upgradeSql("head").split(";\n"));
      assertTrue(shown(database).contains("`Keeper` > 0"), shown(database));
    }
  }
}
