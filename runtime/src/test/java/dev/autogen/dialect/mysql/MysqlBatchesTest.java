package dev.autogen.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Changes that are one statement because none of them can be without the others, or to save work.
 */
class MysqlBatchesTest {

  private static final QualifiedName T = QualifiedName.of("t");
  private static final QualifiedName P = QualifiedName.of("p");

  private final Dialect dialect = Dialects.named("mysql", 8, 0);

  @Test
  void dropsChecksBeforeRowsGetValuesThatTheyForbid() {
    Column status = column("status", "varchar(9)");
    Check old = new Check("c", "status in ('NEW')");
    Check wide = new Check("c", "status in ('NEW', 'X')");
    assertEquals(
        List.of(
            "alter table t drop check c",
            "update t set status = 'X' where status is null",
            "alter table t modify column `status` varchar(9) not null",
            "alter table t drop primary key, add constraint c check (status in ('NEW', 'X')),"
                + " add primary key (id, tenant)"),
        dialect.statements(
            List.of(
                new DropConstraint(T, old),
                new DropConstraint(T, new PrimaryKey("PRIMARY", List.of("id"))),
                new AlterColumn(T, status, status.withNullable(false), Optional.of("'X'")),
                new AddConstraint(T, wide),
                new AddConstraint(T, new PrimaryKey("PRIMARY", List.of("id", "tenant")))),
            Schema.EMPTY));
  }

  @Test
  void columnsThatChangeOneAfterTheOtherAreOneStatement() {
    Column a = column("a", "integer");
    Column b = column("b", "varchar(9)");
    Column c = column("c", "varchar(700)");
    Column wide = column("a", "bigint");
    Column required = b.withNullable(false);
    Change first = new AlterColumn(T, a, wide);
    Change second = new AlterColumn(T, b, required, text("''"));
    Change third = new AlterColumn(T, c, column("c", "varchar(60)"));
    Schema known =
        known(Table.of(T, List.of(a, b, c), List.of(), List.of(Index.of("i", "b", "c"))));
    assertEquals(
        List.of(List.of(first, second, third)), dialect.batches(List.of(first, second, third)));
    assertEquals(
        List.of(
            "update t set b = '' where b is null",
            "alter table t modify column `b` varchar(9) not null",
            "alter table t modify column `a` bigint, modify column `c` varchar(60)"),
        dialect.statements(List.of(first, second, third), known));
    Change longer = new AlterColumn(T, b, column("b", "varchar(500)"));
    assertEquals(
        List.of("alter table t modify column `b` varchar(500), modify column `c` varchar(60)"),
        dialect.statements(List.of(longer, third), known));
    assertThrows(
        UnsupportedChangeException.class, () -> dialect.statements(List.of(longer), known));
    assertEquals(
        List.of(List.of(first), List.of(new AlterColumn(T, wide, a))),
        dialect.batches(List.of(first, new AlterColumn(T, wide, a))));
    assertEquals(
        List.of(List.of(first), List.of(new AlterColumn(P, b, required))),
        dialect.batches(List.of(first, new AlterColumn(P, b, required))));
  }

  @Test
  void aKeyThatComesInTheSameStatementServesForeignKeys() {
    ForeignKey key = ForeignKey.of("fk", List.of("a"), P, List.of("id"));
    PrimaryKey from = new PrimaryKey("PRIMARY", List.of("a", "b"));
    PrimaryKey to = new PrimaryKey("PRIMARY", List.of("a", "b", "c"));
    List<Column> columns =
        List.of(column("a", "bigint"), column("b", "bigint"), column("c", "bigint"));
    Schema known = known(Table.of(T, columns, List.of(key, from), List.of()));
    assertEquals(
        List.of("alter table t drop primary key, add primary key (a, b, c)"),
        dialect.statements(List.of(new DropConstraint(T, from), new AddConstraint(T, to)), known));
    assertEquals(
        List.of("alter table t drop primary key, add index `fk` (`a`), add primary key (b, a)"),
        dialect.statements(
            List.of(
                new DropConstraint(T, from),
                new AddConstraint(T, new PrimaryKey("PRIMARY", List.of("b", "a")))),
            known));
    UniqueKey unique = UniqueKey.of("u", List.of("a", "c"));
    Schema both = known(Table.of(T, columns, List.of(key, from, unique), List.of()));
    assertEquals(
        List.of(
            "alter table t drop index u, drop primary key, add index `fk` (`a`), add primary key"
                + " (c)"),
        dialect.statements(
            List.of(
                new DropConstraint(T, unique),
                new DropConstraint(T, from),
                new AddConstraint(T, new PrimaryKey("PRIMARY", List.of("c")))),
            both));
  }

  private static Schema known(Table table) {
    return Schema.of(List.of(), List.of(table), List.of(), List.of());
  }

  private static Optional<String> text(String text) {
    return Optional.of(text);
  }

  private static Column column(String name, String type) {
    return Column.of(name, new ColumnType(type));
  }
}
