package dev.autogen.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each thing says what it was before in its types: so it is seen where it went. */
class NameCyclesTest {

  private static final Schema DATABASE =
      Schema.of(List.of(), List.of(table("a"), table("b"), table("c")), List.of(), List.of());

  private static Table table(String name) {
    List<Column> columns = new ArrayList<>();
    for (String column : List.of("s1", "s2", "s3", "s4", "s5")) {
      columns.add(Column.of(column, new ColumnType(name + "_" + column)));
    }
    return Table.of(
        QualifiedName.of(name),
        columns,
        List.of(),
        List.of(Index.of(name + "_i1", "s1"), Index.of(name + "_i2", "s2")));
  }

  @Test
  void twoColumnsChangeNames() {
    assertEquals(List.of("a_s2", "a_s1", "a_s3", "a_s4", "a_s5"), types("a.s1=a.s2", "a.s2=a.s1"));
    assertEquals(List.of("a_s2", "a_s1", "a_s3", "a_s4", "a_s5"), types("a.s1=s2", "a.s2=s1"));
  }

  @Test
  void fiveColumnsGoInACircle() {
    assertEquals(
        List.of("a_s5", "a_s1", "a_s2", "a_s3", "a_s4"),
        types("a.s1=a.s2", "a.s2=a.s3", "a.s3=a.s4", "a.s4=a.s5", "a.s5=a.s1"));
  }

  @Test
  void twoCirclesAtOnce() {
    assertEquals(
        List.of("a_s2", "a_s1", "a_s4", "a_s3", "a_s5"),
        types("a.s1=a.s2", "a.s3=a.s4", "a.s2=a.s1", "a.s4=a.s3"));
  }

  @Test
  void tablesGoInACircleWithTheirColumns() {
    Schema after = after(DATABASE, "a=b", "b=c", "c=a", "a.s1=a.x");
    assertEquals("c_s1", after.table(QualifiedName.of("a")).column("s1").type().sql());
    assertEquals("a_s1", after.table(QualifiedName.of("b")).column("x").type().sql());
    assertEquals("b_s1", after.table(QualifiedName.of("c")).column("s1").type().sql());
  }

  @Test
  void indexesChangeNames() {
    Table after = after(DATABASE, "a_i1=a_i2", "a_i2=a_i1").table(QualifiedName.of("a"));
    assertEquals(List.of("s2"), after.indexes().find("a_i1").orElseThrow().columns());
  }

  @Test
  void aCircleGoesBackTheWayItCame() {
    List<Change> renames =
        new ArrayList<>(
            RenameHints.parse(List.of("a.s1=a.s2", "a.s2=a.s1")).renames(DATABASE, DATABASE));
    Schema after = new ChangeSet(renames).applyTo(DATABASE);
    Collections.reverse(renames);
    assertEquals(
        DATABASE, new ChangeSet(renames.stream().map(Change::reverse).toList()).applyTo(after));
  }

  private static List<String> types(String... hints) {
    Table after = after(DATABASE, hints).table(QualifiedName.of("a"));
    return List.of("s1", "s2", "s3", "s4", "s5").stream()
        .map(name -> after.column(name).type().sql())
        .toList();
  }

  private static Schema after(Schema database, String... hints) {
    Schema declared =
        database.editing(
            QualifiedName.of("b"),
            table ->
                table.withColumns(table.columns().plus(Column.of("x", new ColumnType("integer")))));
    return new ChangeSet(RenameHints.parse(List.of(hints)).renames(database, declared))
        .applyTo(database);
  }
}
