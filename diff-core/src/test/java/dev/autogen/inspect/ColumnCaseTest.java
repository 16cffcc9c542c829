package dev.autogen.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.dialect.Dialects;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnCaseTest {

  private static final ColumnType TYPE = new ColumnType("bigint");

  private static Schema schema(String id, String more) {
    Table parent =
        Table.of(
            QualifiedName.of("Parent"),
            List.of(Column.of(id, TYPE), Column.of(more, TYPE)),
            List.of(new PrimaryKey("PRIMARY", List.of(id))),
            List.of(Index.of("ix", more)));
    Table child =
        Table.of(
            QualifiedName.of("child"),
            List.of(Column.of(id, TYPE)),
            List.of(ForeignKey.of("fk", List.of(id), QualifiedName.of("Parent"), List.of(id))),
            List.of());
    return Schema.of(List.of(), List.of(parent, child), List.of(), List.of());
  }

  @Test
  void spellsColumnsAsEntitiesDo() {
    assertEquals(
        schema("id", "loose"),
        ColumnCase.spelled(
            schema("ID", "loose"), schema("id", "loose"), Dialects.named("mysql", 8, 0)));
  }

  @Test
  void leavesWhatNoEntityDeclaresAsItIs() {
    assertEquals(
        schema("id", "LOOSE"),
        ColumnCase.spelled(
            schema("ID", "LOOSE"), schema("id", "other"), Dialects.named("mariadb", 11, 4)));
  }

  @Test
  void changesNothingWhereCaseTellsNamesApart() {
    assertEquals(
        schema("ID", "loose"),
        ColumnCase.spelled(
            schema("ID", "loose"), schema("id", "loose"), Dialects.named("postgresql", 18, 0)));
  }
}
