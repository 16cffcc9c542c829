package dev.autogen.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.schema.Check;
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
  void takesNationalTextForTextInItsCharacterSet() {
    for (String type : List.of("nchar(9)", "national varchar(9)", "NVARCHAR(9)")) {
      assertEquals(
          Column.of("a", new ColumnType(type.equals("nchar(9)") ? "char(9)" : "varchar(9)"))
              .withCollation(Optional.of("utf8mb3_general_ci")),
          canonical(Column.of("a", new ColumnType(type))));
    }
  }

  @Test
  void takesBinaryTextForItsCollation() {
    for (String type :
        List.of("varchar(9) binary", "varchar(9) charset latin1 binary", "text binary")) {
      Column column = canonical(Column.of("a", new ColumnType(type)));
      assertEquals(new ColumnType(type.replaceAll(" .*", "")), column.type());
      assertEquals(
          Optional.of(type.contains("latin1") ? "latin1_bin" : "utf8mb4_bin"), column.collation());
    }
    assertEquals(
        new ColumnType("binary(3)"), canonical(Column.of("a", new ColumnType("binary(3)"))).type());
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
  void takesAColumnInTheStandardsQuotesForAName() {
    Table table =
        canonical(
            Table.of(
                QualifiedName.of("t"),
                List.of(
                    Column.of("Code", new ColumnType("varchar(9)"))
                        .withDefaultValue(Optional.of("\"Code\"")),
                    Column.of("a b", new ColumnType("varchar(9)"))),
                List.of(new Check("c", "\"Code\" <> \"code\" and \"a b\" <> ''")),
                List.of()));

    assertEquals("Code <> 'code' and `a b` <> ''", table.checks().get(0).expression());
    assertEquals(Optional.of("'Code'"), table.column("Code").defaultValue());
  }

  private Table asFound(Table declared, Table found) {
    return mysql.asFound(declared, found);
  }

  private static Table owned(Action onDelete) {
    ForeignKey key =
        ForeignKey.of("f", List.of("a"), QualifiedName.of("p"), List.of("id"))
            .withActions(onDelete, Action.CASCADE);
    return Table.of(QualifiedName.of("t"), List.of(), List.of(key), List.of());
  }

  @Test
  void takesRestrictForNoActionWhereTheDatabaseHasTheOther() {
    Table restricting = owned(Action.RESTRICT);
    Table plain = owned(Action.NO_ACTION);
    Table setting = owned(Action.SET_NULL);

    assertEquals(restricting, canonical(restricting));
    assertEquals(restricting, asFound(plain, restricting));
    assertEquals(plain, asFound(restricting, plain));
    assertEquals(restricting, asFound(restricting, setting));
  }

  @Test
  void takesTheCollationOfTheTableAsSaid() {
    Column column =
        Column.of("a", new ColumnType("varchar(9)"))
            .withCollation(Optional.of("latin1_german1_ci"));
    Column usual = column.withCollation(Optional.of("utf8mb4_0900_ai_ci"));
    Table declared = Table.of(QualifiedName.of("t"), List.of(column), List.of(), List.of());
    Table found = declared.withOptions("collate=latin1_german1_ci row_format=dynamic");

    assertEquals(Optional.empty(), asFound(declared, found).column("a").collation());
    assertEquals(declared, asFound(declared, declared));
    assertEquals(
        Optional.of("utf8mb4_0900_ai_ci"),
        canonical(found.withColumns(found.columns().replacing("a", usual)))
            .column("a")
            .collation());
  }
}
