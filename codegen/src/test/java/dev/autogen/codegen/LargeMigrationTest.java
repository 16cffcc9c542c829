package dev.autogen.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.migration.Declarations;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A class file's limits, 64 KB a method and 65,535 constants a class, are not the schema's. */
class LargeMigrationTest {

  private static final int TABLES = 1000;
  private static final int COLUMNS = 14;

  @Test
  void aThousandTablesCompile() {
    List<Change> changes = new ArrayList<>();
    Map<ObjectName, String> declared = new TreeMap<>();
    for (int i = 0; i < TABLES; i++) {
      Table table = table(i);
      changes.add(new CreateTable(table));
      declared.put(ObjectName.table(table.name()), "com.shop.Entity" + i);
      for (Column column : table.columns()) {
        declared.put(
            ObjectName.column(table.name(), column.name()), "Base" + i + ".part." + column.name());
      }
    }
    assertCompiles(new ChangeSet(changes), Schema.EMPTY, declared);
  }

  @Test
  void aThousandForeignKeysCompile() {
    Table table = table(0);
    Schema before = Schema.of(List.of(), List.of(table), List.of(), List.of());
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      changes.add(
          new AddConstraint(
              table.name(),
              ForeignKey.of(
                  "fk" + i,
                  List.of("column_0_0", "column_0_1"),
                  table.name(),
                  List.of("column_0_2", "column_0_3"))));
    }
    assertCompiles(new ChangeSet(changes), before, Map.of());
  }

  @Test
  void aTextLongerThanAConstantCompiles() throws Exception {
    Table table = table(0).withComment(java.util.Optional.of("ü€".repeat(50_000)));
    MigrationSource source =
        assertCompiles(new ChangeSet(List.of(new CreateTable(table))), Schema.EMPTY, Map.of());
    LayoutTest.assertKept(source.text());
  }

  private static MigrationSource assertCompiles(
      ChangeSet upgrade, Schema before, Map<ObjectName, String> declared) {
    MigrationRequest request =
        Shop.request(Shop.header("7f3a9c1e2b4d", "large"), List.of(), upgrade, before, declared);
    MigrationSource source = new MigrationWriter().write(request);
    Migration migration = MemoryCompiler.compile(List.of(source)).get(0);
    Operations forth = new Operations(request.before());
    migration.upgrade(forth);
    assertEquals(upgrade.changes().size(), forth.steps().size());
    Operations back = new Operations(request.after());
    migration.downgrade(back);
    assertEquals(upgrade.changes().size(), back.steps().size());
    Declarations declarations = new Declarations();
    migration.entities(declarations);
    assertEquals(request.declared(), declarations.declared());
    return source;
  }

  private static Table table(int number) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < COLUMNS; i++) {
      columns.add(Shop.required("column_" + number + "_" + i, "varchar(" + (i + 1) + ")"));
    }
    return Table.of(
        QualifiedName.of("table_" + number),
        columns,
        List.of(new PrimaryKey("pk_" + number, List.of("column_" + number + "_0"))),
        List.of());
  }
}
