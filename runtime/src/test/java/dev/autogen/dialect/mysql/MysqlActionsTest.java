package dev.autogen.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a server refuses beside a foreign key that acts, as two servers were seen to refuse it. */
class MysqlActionsTest {

  private static final QualifiedName T = QualifiedName.of("t");
  private static final Column A = Column.of("a", new ColumnType("bigint"));
  private static final Column REQUIRED = A.withNullable(false);
  private static final Column STORED = computed("s", "A + 1", true);
  private static final Column VIRTUAL = computed("s", "a + 1", false);
  private static final Check POSITIVE = new Check("c", "A > 0 or a is null");

  private final Dialect mysql = Dialects.named("mysql", 8, 0);
  private final Dialect mariadb = Dialects.named("mariadb", 11, 4);

  private static Column computed(String name, String sql, boolean stored) {
    return Column.of(name, new ColumnType("bigint"))
        .withGenerated(Optional.of(new Generated(sql, stored)));
  }

  private static ForeignKey key(Action onDelete, Action onUpdate) {
    return ForeignKey.of("f", List.of("a"), QualifiedName.of("p"), List.of("id"))
        .withActions(onDelete, onUpdate);
  }

  private static Table table(List<Column> columns, Constraint... constraints) {
    return Table.of(T, columns, List.of(constraints), List.of());
  }

  private static void refuses(Dialect dialect, Table before, Change change, String why) {
    Schema known = Schema.of(List.of(), List.of(before), List.of(), List.of());
    String message =
        assertThrows(
                UnsupportedChangeException.class, () -> dialect.statements(List.of(change), known))
            .getMessage();
    assertTrue(message.contains(why), message);
  }

  private void refuses(Table before, Change change, String why) {
    refuses(mysql, before, change, why);
    refuses(mariadb, before, change, why);
  }

  private static void takes(Dialect dialect, Table before, Change change) {
    Schema known = Schema.of(List.of(), List.of(before), List.of(), List.of());
    assertDoesNotThrow(() -> dialect.statements(List.of(change), known));
  }

  @Test
  void keysThatChangeColumnsOfChecks() {
    for (Action action : List.of(Action.SET_NULL, Action.CASCADE)) {
      ForeignKey update = key(Action.NO_ACTION, action);
      refuses(table(List.of(A), POSITIVE), new AddConstraint(T, update), "check \"c\" speaks of");
      refuses(table(List.of(A), update), new AddConstraint(T, POSITIVE), "check \"c\" speaks of");
    }
    ForeignKey delete = key(Action.SET_NULL, Action.NO_ACTION);
    refuses(table(List.of(A), POSITIVE), new AddConstraint(T, delete), "check \"c\" speaks of");
    refuses(
        Table.of(QualifiedName.of("other"), List.of(), List.of(), List.of()),
        new CreateTable(table(List.of(A), POSITIVE, delete)),
        "check \"c\" speaks of");
    for (Dialect dialect : List.of(mysql, mariadb)) {
      ForeignKey cascade = key(Action.CASCADE, Action.NO_ACTION);
      takes(dialect, table(List.of(A), POSITIVE), new AddConstraint(T, cascade));
      Check other = new Check("c", "'a' <> 'b' or a(1) > 0");
      takes(dialect, table(List.of(A), other), new AddConstraint(T, delete));
    }
  }

  @Test
  void keysThatActOnWhatStoredColumnsAreComputedFrom() {
    ForeignKey delete = key(Action.SET_NULL, Action.NO_ACTION);
    ForeignKey cascade = key(Action.CASCADE, Action.NO_ACTION);
    refuses(table(List.of(A, STORED)), new AddConstraint(T, delete), "computed from that column");
    refuses(
        table(List.of(A), delete),
        new AddColumn(T, STORED, Optional.empty()),
        "computed from that column");
    refuses(
        table(List.of(A, VIRTUAL), delete),
        new AlterColumn(T, VIRTUAL, STORED),
        "computed from that column");
    refuses(mysql, table(List.of(A, STORED)), new AddConstraint(T, cascade), "computed from that");
    takes(mariadb, table(List.of(A, STORED)), new AddConstraint(T, cascade));
    takes(mysql, table(List.of(A, VIRTUAL)), new AddConstraint(T, delete));
  }

  @Test
  void keysOverComputedColumns() {
    Column virtual = computed("a", "1 + 1", false);
    refuses(
        table(List.of(computed("a", "1 + 1", true))),
        new AddConstraint(T, key(Action.SET_NULL, Action.NO_ACTION)),
        "that column is computed");
    AddConstraint plain = new AddConstraint(T, key(Action.NO_ACTION, Action.NO_ACTION));
    refuses(mysql, table(List.of(virtual)), plain, "computed when it is read");
    takes(mariadb, table(List.of(virtual)), plain);
  }

  @Test
  void keysThatSetRequiredColumnsToNull() {
    ForeignKey delete = key(Action.SET_NULL, Action.NO_ACTION);
    refuses(table(List.of(REQUIRED)), new AddConstraint(T, delete), "cannot be null");
    refuses(table(List.of(A), delete), new AlterColumn(T, A, REQUIRED), "cannot be null");
    takes(
        mysql, table(List.of(REQUIRED)), new AddConstraint(T, key(Action.CASCADE, Action.CASCADE)));
  }

  @Test
  void keysWhoseIndexWouldHaveTheNameOfAnother() {
    AddConstraint plain = new AddConstraint(T, key(Action.NO_ACTION, Action.NO_ACTION));
    List<Column> columns = List.of(A, Column.of("b", new ColumnType("bigint")));
    Table taken = Table.of(T, columns, List.of(), List.of(Index.of("f", "b")));
    Table served = Table.of(T, columns, List.of(), List.of(Index.of("f", "b"), Index.of("i", "a")));
    refuses(taken, plain, "the name of another");
    takes(mysql, served, plain);
    takes(mariadb, Table.of(T, columns, List.of(), List.of(Index.of("f", "a", "b"))), plain);
  }
}
