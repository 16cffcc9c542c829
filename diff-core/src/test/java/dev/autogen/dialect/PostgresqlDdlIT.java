package dev.autogen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ObjectChange.AlterEnumType;
import dev.autogen.change.ObjectChange.CreateEnumType;
import dev.autogen.change.ObjectChange.RenameEnumLabel;
import dev.autogen.change.ObjectChange.RenameEnumType;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.migration.Preflight;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Deferrability;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import dev.autogen.testing.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only PostgreSQL has: types, indexes and keys, and what its earlier versions lack. */
class PostgresqlDdlIT {

  private static final QualifiedName T = QualifiedName.of("t");

  @Test
  void changesEnumTypesWithTheirUses() throws SQLException {
    QualifiedName name = QualifiedName.of("color");
    EnumType from = new EnumType(name, List.of("A", "B"));
    Column one = column("c", "color").withDefaultValue(Optional.of("'A'::color"));
    Column many = column("d", "color[]");
    List<AlterEnumType.Use> uses =
        List.of(new AlterEnumType.Use(T, one), new AlterEnumType.Use(T, many));
    try (RunDdl run = new RunDdl(Engine.POSTGRESQL, "create schema shop")) {
      run.both(new CreateEnumType(from));
      run.up(new CreateEnumType(from));
      run.up(new CreateTable(Table.of(T, List.of(one, many), List.of(), List.of())));
      run.execute("insert into t values ('B', '{A,B}')");
      run.both(
          new AlterEnumType(from, new EnumType(name, List.of("Z", "Y", "A", "it's", "B")), uses));
      run.both(new AlterEnumType(from, new EnumType(name, List.of("B", "C", "A")), uses));
      run.both(new RenameEnumLabel(name, "A", "AA"));
      run.both(new RenameEnumType(name, new QualifiedName("shop", "Shade")));
      assertEquals("B", run.value("select c from t"));
      assertEquals(
          "2",
          run.value(
              "select count(*) from pg_cast"
                  + " where 'color'::regtype in (castsource, casttarget)"));
    }
  }

  @Test
  void hasIndexesAndConstraintsOfItsOwn() throws SQLException {
    try (RunDdl run =
        new RunDdl(Engine.POSTGRESQL, "create table t (a integer primary key, b text, c jsonb)")) {
      run.both(
          new CreateIndex(
              T,
              new Index(
                  "i1",
                  List.of(IndexPart.expression("lower(b)").withDescending(true)),
                  true,
                  Optional.empty(),
                  Optional.of("a > 0"),
                  List.of("a"),
                  false)));
      run.both(
          new CreateIndex(
              T,
              new Index(
                  "i2",
                  List.of(
                      new IndexPart("c", false, false, IndexPart.Nulls.DEFAULT, "jsonb_path_ops")),
                  false,
                  Optional.of("gin"),
                  Optional.empty(),
                  List.of(),
                  true)));
      run.both(
          new AddConstraint(
              T, new UniqueKey("u", List.of("a", "b"), false, Deferrability.INITIALLY_DEFERRED)));
      run.both(
          new AddConstraint(
              T,
              new ForeignKey(
                  "f",
                  List.of("a"),
                  T,
                  List.of("a"),
                  Action.SET_NULL,
                  Action.RESTRICT,
                  Deferrability.INITIALLY_IMMEDIATE)));
      run.both(
          new AlterColumn(
              T, column("b", "text"), column("b", "varchar(9)").withCollation(Optional.of("C"))));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void countsWhatIsNoDateAndNoDocumentBeforeTheServerCan(boolean autoCommit) throws SQLException {
    try (RunDdl run =
            new RunDdl(
                Engine.POSTGRESQL_13,
                "create table t (id integer primary key, d text)",
                "insert into t values (1, '2020-02-30'), (2, '2020-01-02'), (3, null), (4, '{}')");
        Connection connection = run.connect()) {
      connection.setAutoCommit(autoCommit);
      Preflight preflight = new Preflight(connection, Dialects.of(connection), Schema.EMPTY);
      assertEquals(
          List.of("2 [d = 2020-02-30, d = {}]", "2 [d = 2020-02-30, d = 2020-01-02]"),
          Stream.of("date", "jsonb")
              .map(type -> new AlterColumn(T, column("d", "text"), column("d", type)))
              .flatMap(change -> preflight.obstacles(List.of(change)).stream())
              .map(found -> found.rows() + " " + found.sample())
              .toList());
      assertEquals("0", run.value("select count(*) from pg_proc where proname like 'autogen%'"));
      assertEquals(autoCommit, connection.getAutoCommit());
    }
  }

  private static Column column(String name, String type) {
    return Column.of(name, new ColumnType(type));
  }
}
