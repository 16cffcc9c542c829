package dev.autogen.dialect.mariadb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.CreateIndex;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ConstraintChange.RenameConstraint;
import dev.autogen.change.ObjectChange.AlterSequence;
import dev.autogen.change.ObjectChange.CreateSequence;
import dev.autogen.change.ObjectChange.RenameSequence;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where MariaDB's statements are not MySQL's; tests on engines show that they run. */
class MariadbDdlTest {

  private static final QualifiedName T = QualifiedName.of("t");
  private static final Check OF_COLUMN = new Check("a", "`a` > 0");
  private static final Check OF_TABLE = new Check("c", "`a` < 9");

  private final Dialect dialect = Dialects.named("mariadb", 11, 4);
  private final Table table =
      Table.of(
          T,
          List.of(
              column("a", "integer"),
              column("g", "integer")
                  .withNullable(false)
                  .withGenerated(Optional.of(new Generated("`a` + 1", true)))),
          List.of(OF_COLUMN, OF_TABLE),
          List.of());

  @Test
  void aColumnCanHaveNoDefaultNotEvenNull() {
    Column none = column("a", "integer").withDefaultValue(Optional.of("none"));
    Column one = column("a", "integer").withDefaultValue(Optional.of("1"));
    String dropped = "alter table t alter column a drop default;\n";
    writes(
        Schema.EMPTY,
        new AlterColumn(T, one, none),
        "alter table t modify column `a` integer;\n" + dropped);
    writes(
        Schema.EMPTY,
        new AlterColumn(T, none, one),
        "alter table t modify column `a` integer default 1;\n");
    writes(
        Schema.EMPTY,
        new AddColumn(T, none, Optional.empty()),
        "alter table t add column a integer;\n" + dropped);
  }

  @Test
  void checksWithTheNameOfAColumnArePartOfIt() {
    writes(
        Schema.EMPTY,
        new CreateTable(table),
        """
        create table t (
          `a` integer check (`a` > 0),
          `g` integer generated always as (`a` + 1) stored,
          constraint c check (`a` < 9)
        ) engine=InnoDB;
        """);
    writes(known(), new DropConstraint(T, OF_COLUMN), "alter table t modify column `a` integer;\n");
    writes(known(), new DropConstraint(T, OF_TABLE), "alter table t drop constraint c;\n");
    Schema without = new DropConstraint(T, OF_COLUMN).applyTo(known());
    writes(
        without,
        new AddConstraint(T, OF_COLUMN),
        "alter table t modify column `a` integer check (`a` > 0), algorithm=copy;\n");
    writes(
        known(),
        new RenameConstraint(T, "a", "d"),
        "alter table t modify column `a` integer, add constraint d check (`a` > 0);\n");
    writes(
        without,
        new RenameConstraint(T, "c", "a"),
        "alter table t drop constraint c, modify column `a` integer check (`a` < 9);\n");
  }

  @Test
  void renamesColumnsAndTheConditionsThatAreTheirs() {
    writes(
        known(),
        new RenameColumn(T, "a", "z"),
        "alter table t rename column a to z;\n"
            + "alter table t modify column `z` integer check (`z` > 0);\n");
  }

  @Test
  void inventsNoTimes() {
    List<String> statements =
        statements(known(), new AddColumn(T, column("b", "timestamp(6)").withNullable(false)));
    assertEquals(3, statements.size());
    assertTrue(statements.get(1).contains("exists (select 1 from t where b is null)"));
  }

  @Test
  void hasSequences() {
    Sequence from = Sequence.of(QualifiedName.of("s"), 1, 50);
    writes(
        Schema.EMPTY,
        new CreateSequence(from),
        "create sequence s start with 1 increment by 50 nocache;\n");
    writes(
        Schema.EMPTY,
        new AlterSequence(from, from.withStep(1, 10).withCache(20, false)),
        "alter sequence s increment by 10 cache 20;\n");
    writes(
        Schema.EMPTY,
        new RenameSequence(from.name(), QualifiedName.of("r")),
        "rename table s to r;\n");
  }

  @Test
  void refusesIndexesOnExpressions() {
    Index index = Index.of("i").withParts(List.of(IndexPart.expression("lower(a)")));
    assertThrows(
        UnsupportedChangeException.class, () -> statements(known(), new CreateIndex(T, index)));
  }

  private Schema known() {
    return Schema.of(List.of(), List.of(table), List.of(), List.of());
  }

  private void writes(Schema known, Change change, String sql) {
    assertEquals(sql, String.join(";\n", statements(known, change)) + ";\n");
  }

  private List<String> statements(Schema known, Change change) {
    return dialect.statements(List.of(change), known);
  }

  private static Column column(String name, String type) {
    return Column.of(name, new ColumnType(type));
  }
}
