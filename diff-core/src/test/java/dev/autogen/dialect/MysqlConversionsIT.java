package dev.autogen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.migration.Obstacle;
import dev.autogen.migration.Preflight;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.testing.Engine;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values of MySQL and MariaDB that become those of another type, and those that cannot. */
class MysqlConversionsIT {

  private static final QualifiedName T = QualifiedName.of("t");

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void changesTypesBothWays(Engine engine) throws SQLException {
    String uuid = "00000000-0000-0000-0000-0000000000a1";
    changesType(engine, "varchar(40)", "integer", "'7'", "7");
    changesType(engine, "integer", "bigint", "7", "7");
    changesType(engine, "bigint", "bigint unsigned", "7", "7");
    changesType(engine, "varchar(40)", "bit(1)", "'true'", null);
    changesType(engine, "integer", "bit(1)", "1", null);
    changesType(engine, "varchar(40)", "json", "'{\"a\":1}'", null);
    changesType(engine, "date", "datetime(6)", "'2020-01-02'", null);
    changesType(engine, "datetime(6)", "datetime(3)", "'2020-01-02 03:04:05.123'", null);
    changesType(engine, "varchar(19)", "datetime(6)", "'2020-01-02 03:04:05'", null);
    changesType(engine, "varchar(26)", "datetime(6)", "'2020-01-02 03:04:05.123456'", null);
    changesType(engine, "varchar(40)", "datetime(0)", "'2020-01-02 03:04:00'", null);
    changesType(engine, "varchar(8)", "time(3)", "'03:04:00'", null);
    changesType(engine, "varchar(40)", "longtext", "'x'", "x");
    changesType(engine, "varchar(9)", "enum('A','B')", "'B'", "B");
    changesType(engine, "enum('A','B')", "enum('C','B','A')", "'B'", "B");
    changesType(engine, "enum('A','B')", "enum('A','C','B')", "'B'", "B");
    changesType(engine, "varchar(40)", "binary(16)", "'" + uuid + "'", null);
    if (engine == Engine.MARIADB) {
      changesType(engine, "varchar(40)", "uuid", "'" + uuid + "'", uuid);
      changesType(engine, "binary(16)", "uuid", "0x0102030405060708090a0b0c0d0e0f10", null);
    }
  }

  private static void changesType(
      Engine engine, String from, String to, String value, String expected) throws SQLException {
    try (ChangingDatabase run =
        new ChangingDatabase(
            engine,
            "create table t (id int, c " + from + " comment 'kept', e int)",
            "insert into t (c) values (" + value + ")",
            "insert into t (c) values (null)")) {
      String before = run.value("select hex(c) from t where c is not null");
      Column old = run.read().table(T).column("c");
      Change change =
          new AlterColumn(T, old, old.withType(run.dialect().canonical(new ColumnType(to))));
      run.makes(change);
      if (expected != null) {
        assertEquals(expected, run.value("select c from t where c is not null"), from + to);
      }
      run.makes(change.reverse());
      if (!to.equals("json")) {
        assertEquals(before, run.value("select hex(c) from t where c is not null"), from + to);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "MARIADB"})
  void countsRowsThatAnotherTypeHasNoRoomFor(Engine engine) throws SQLException {
    fits(engine, "varchar(40)", "integer", "'12'", "'12x'", "'1.5'", "'3000000000'");
    fits(engine, "varchar(40)", "decimal(4,2)", "'12.3'", "'123.4'", "'1.234'", "'x'");
    fits(engine, "decimal(10,4)", "decimal(10,2)", "1.23", "1.2345");
    fits(engine, "bigint", "smallint", "-5", "40000");
    fits(engine, "integer", "integer unsigned", "5", "-5");
    fits(engine, "double", "integer", "5", "5.5");
    fits(engine, "varchar(40)", "varchar(3)", "'äöü'", "'abcd'");
    fits(engine, "varchar(300)", "tinytext", "'abc'", "repeat('x', 256)");
    fits(engine, "varchar(40)", "datetime(6)", "'2020-01-02'", "'2020-01-32'");
    fits(engine, "varchar(40)", "json", "'[1]'", "'[1'");
    fits(engine, "varchar(40)", "bit(1)", "'Yes'", "'maybe'");
    fits(engine, "varchar(40)", "enum('A','B')", "'B'", "'C'");
    fits(engine, "enum('A','B')", "enum('A')", "'A'", "'B'");
    fits(engine, "datetime", "timestamp", "'2020-01-02'", "'2050-01-02'");
    fits(
        engine,
        "varchar(40)",
        "binary(16)",
        "'00000000-0000-0000-0000-0000000000a1'",
        "'00000000-0000-0000-0000-0000000000'");
  }

  /** The first value becomes one of the other type, each of the rest is counted. */
  private static void fits(Engine engine, String from, String to, String fit, String... unfit)
      throws SQLException {
    try (ChangingDatabase run =
        new ChangingDatabase(engine, "create table t (id int primary key, c " + from + ")")) {
      run.execute("insert into t values (0, " + fit + "), (-1, null)");
      for (int i = 0; i < unfit.length; i++) {
        run.execute("insert into t values (" + (i + 1) + ", " + unfit[i] + ")");
      }
      Schema read = run.read();
      Column old = read.table(T).column("c");
      AlterColumn change =
          new AlterColumn(T, old, old.withType(run.dialect().canonical(new ColumnType(to))));
      List<Obstacle> found =
          new Preflight(run.connection(), run.dialect(), read).obstacles(List.of(change));
      assertEquals(1, found.size(), from + " to " + to);
      assertEquals(unfit.length, found.get(0).rows(), found.get(0).message());
      assertTrue(found.get(0).message().contains("id = 1"), found.get(0).message());
      run.execute("delete from t where id > 0");
      assertEquals(
          List.of(),
          new Preflight(run.connection(), run.dialect(), read).obstacles(List.of(change)));
      run.makes(change);
    }
  }
}
