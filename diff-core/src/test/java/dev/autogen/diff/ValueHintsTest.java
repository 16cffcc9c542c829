package dev.autogen.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ChangeSet;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.change.ObjectChange.RenameEnumLabel;
import dev.autogen.change.ObjectChange.RenameEnumType;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.RenamedValues;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each row says in its other column which value it had. */
class ValueHintsTest {

  private static final QualifiedName T = QualifiedName.of("t");
  private static final Dialect H2 = Dialects.named("h2", 2, 4);

  @Test
  void valuesMoveOnInAChain() throws SQLException {
    assertEquals(List.of("A-B", "B-C"), moved(List.of("A", "B"), List.of("B", "C"), "A=B", "B=C"));
  }

  @Test
  void valuesChangeNames() throws SQLException {
    assertEquals(List.of("A-B", "B-A"), moved(List.of("A", "B"), List.of("A", "B"), "A=B", "B=A"));
  }

  @Test
  void valuesThatHaveNothingToDoWithEachOtherAreChangesOfTheirOwn() {
    assertEquals(
        List.of(new RenameValue(T, "s", "A", "X"), new RenameValue(T, "s", "B", "Y")),
        renames(checked("A", "B"), checked("X", "Y"), "t.s.B=t.s.Y", "t.s.A=t.s.X"));
  }

  @Test
  void twoValuesDoNotBecomeOne() {
    for (List<String> hints : List.of(List.of("A=B"), List.of("A=C", "B=C"))) {
      RenameHintException refused =
          assertThrows(
              RenameHintException.class,
              () ->
                  renames(
                      checked("A", "B"),
                      checked("B", "C"),
                      hints.stream().map(ValueHintsTest::hint).toArray(String[]::new)));
      assertTrue(refused.getMessage().contains("another value has that name"));
    }
  }

  @Test
  void labelsOfATypeMoveOnInAChainAndInACircle() {
    Schema two = typed("A", "B", "Z");
    assertEquals(
        List.of("B", "C", "Z"),
        labels(two, typed("B", "C", "Z"), "kind.A=kind.B", "kind.B=kind.C"));
    assertEquals(List.of("B", "A", "Z"), labels(two, two, "kind.A=kind.B", "kind.B=kind.A"));
    assertEquals(List.of("B", "A", "Z"), labels(two, two, "t.s.A=t.s.B", "t.s.B=t.s.A"));
  }

  @Test
  void valuesMayBeNamedBehindTheOldNameOfTheirColumn() {
    Schema now = of("s2", "B");
    for (String value : List.of("t.s.A=t.s.B", "t.s.A=t.s2.B", "t.s2.A=t.s2.B")) {
      List<Change> expected =
          List.of(new RenameColumn(T, "s", "s2"), new RenameValue(T, "s2", "A", "B"));
      assertEquals(expected, renames(checked("A"), now, "t.s=t.s2", value));
      assertEquals(expected, renames(checked("A"), now, value, "t.s=s2"));
    }
  }

  @Test
  void labelsMayBeNamedBehindTheOldNameOfTheirType() {
    assertEquals(
        List.of(
            new RenameEnumType(QualifiedName.of("kind"), QualifiedName.of("sort")),
            new RenameEnumLabel(QualifiedName.of("sort"), "A", "B")),
        renames(typed("A"), ofType("sort", "B"), "kind=sort", "kind.A=kind.B"));
  }

  @Test
  void columnsFollowTheirTableIntoAnotherSchema() {
    QualifiedName crm = new QualifiedName("crm", "t");
    Table there =
        Table.of(
            crm,
            List.of(Column.of("s", new ColumnType("varchar(255)"))),
            List.of(new Check("t_s_check", "s in ('A')")),
            List.of());
    assertEquals(
        List.of(
            new RenameTable(crm, T),
            new RenameColumn(T, "s", "x"),
            new RenameValue(T, "x", "A", "B")),
        renames(schema(there), of("x", "B"), "crm.t=t", "crm.t.s=x", "crm.t.s.A=t.x.B"));
  }

  private static String hint(String values) {
    return "t.s." + values.replace("=", "=t.s.");
  }

  private static List<Change> renames(Schema database, Schema declared, String... hints) {
    return RenameHints.parse(List.of(hints)).renames(database, declared);
  }

  private static List<String> labels(Schema database, Schema declared, String... hints) {
    return new ChangeSet(renames(database, declared, hints))
        .applyTo(database)
        .enumTypes()
        .find("kind")
        .orElseThrow()
        .labels();
  }

  private static List<String> moved(List<String> old, List<String> now, String... hints)
      throws SQLException {
    List<Change> renames =
        renames(
            checked(old.toArray(String[]::new)),
            checked(now.toArray(String[]::new)),
            Stream.of(hints).map(ValueHintsTest::hint).toArray(String[]::new));
    RenameValue forth = (RenameValue) renames.get(0);
    assertEquals(1, renames.size());
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement()) {
      statement.execute("create table t (id varchar(1), s varchar(1))");
      statement.execute("insert into t values ('A', 'A'), ('B', 'B')");
      statement.execute(RenamedValues.update(H2, forth));
      List<String> values = values(statement);
      statement.execute(RenamedValues.update(H2, (RenameValue) forth.reverse()));
      assertEquals(List.of("A-A", "B-B"), values(statement));
      return values;
    }
  }

  private static List<String> values(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("select listagg(id || '-' || s) from t")) {
      rows.next();
      return List.of(rows.getString(1).split(","));
    }
  }

  private static Schema checked(String... values) {
    return of("s", values);
  }

  private static Schema of(String column, String... values) {
    String all =
        Stream.of(values).map(value -> "'" + value + "'").collect(Collectors.joining(", "));
    return schema(
        Table.of(
            T,
            List.of(Column.of(column, new ColumnType("varchar(255)"))),
            List.of(new Check("t_s_check", column + " in (" + all + ")")),
            List.of()));
  }

  private static Schema typed(String... labels) {
    return ofType("kind", labels);
  }

  private static Schema ofType(String type, String... labels) {
    return Schema.of(
        List.of(),
        List.of(Table.of(T, List.of(Column.of("s", new ColumnType(type))), List.of(), List.of())),
        List.of(),
        List.of(new EnumType(QualifiedName.of(type), List.of(labels))));
  }

  private static Schema schema(Table table) {
    return Schema.of(List.of(), List.of(table), List.of(), List.of());
  }
}
