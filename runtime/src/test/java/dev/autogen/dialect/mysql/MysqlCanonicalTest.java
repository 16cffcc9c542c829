package dev.autogen.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MysqlCanonicalTest {

  private final Dialect mysql = Dialects.named("mysql", 8, 0);

  private Table canonical(Table table) {
    Schema schema = Schema.of(List.of(), List.of(table), List.of(), List.of());
    Schema once = mysql.canonical(schema);
    assertEquals(once, mysql.canonical(once), "idempotent");
    return once.table(table.name());
  }

  private Column canonical(Column column) {
    return canonical(Table.of(QualifiedName.of("t"), List.of(column), List.of(), List.of()))
        .column(column.name());
  }

  @Test
  void takesACharacterSetForItsCollation() {
    Column column = Column.of("a", new ColumnType("varchar(9) character set latin1"));

    assertEquals(
        Column.of("a", new ColumnType("varchar(9)"))
            .withCollation(Optional.of("latin1_swedish_ci")),
        canonical(column));
    assertEquals(
        Column.of("a", new ColumnType("varchar(9)")),
        canonical(Column.of("a", new ColumnType("varchar(9) charset utf8mb4"))));
    assertEquals(
        Optional.empty(),
        canonical(
                Column.of("a", new ColumnType("text"))
                    .withCollation(Optional.of("utf8mb4_0900_ai_ci")))
            .collation());
  }

  @Test
  void numbersRowsInOneWayOnly() {
    Column column =
        Column.of("id", new ColumnType("bigint"))
            .withIdentity(Optional.of(new Identity(Identity.Mode.ALWAYS, 5, 2)));

    assertEquals(Optional.of(Identity.of(Identity.Mode.BY_DEFAULT)), canonical(column).identity());
  }

  @Test
  void takesUniqueIndexesForKeysUnlessTheySayMore() {
    Index plain = Index.of("one", "a", "b").withUnique(true);
    Index shortened =
        Index.of("two")
            .withParts(List.of(IndexPart.column("a").withPrefix(OptionalInt.of(5))))
            .withUnique(true);
    Table table =
        canonical(
            Table.of(
                QualifiedName.of("t"),
                List.of(),
                List.of(new PrimaryKey("t_pk", List.of("id"))),
                List.of(plain, shortened)));

    assertEquals(List.of(UniqueKey.of("one", List.of("a", "b"))), table.uniqueKeys());
    assertEquals(List.of(shortened), table.indexes().toList());
    assertEquals("PRIMARY", table.primaryKey().orElseThrow().name());
  }

  @Test
  void takesAnIndexThatAForeignKeyMakesForPartOfIt() {
    ForeignKey key = ForeignKey.of("f", List.of("a"), QualifiedName.of("p"), List.of("id"));
    Index own = Index.of("f", "a");
    Index other = Index.of("i", "a");
    Table table =
        canonical(Table.of(QualifiedName.of("t"), List.of(), List.of(key), List.of(own, other)));

    assertEquals(List.of(other), table.indexes().toList());
    assertEquals(
        List.of(own),
        canonical(Table.of(QualifiedName.of("t"), List.of(), List.of(), List.of(own)))
            .indexes()
            .toList());
  }

  @Test
  void takesRestrictForNoAction() {
    ForeignKey key =
        ForeignKey.of("f", List.of("a"), QualifiedName.of("p"), List.of("id"))
            .withActions(Action.RESTRICT, Action.CASCADE);

    assertEquals(
        List.of(key.withActions(Action.NO_ACTION, Action.CASCADE)),
        canonical(Table.of(QualifiedName.of("t"), List.of(), List.of(key), List.of()))
            .foreignKeys());
  }
}
