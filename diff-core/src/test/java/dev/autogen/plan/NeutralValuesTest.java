package dev.autogen.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.diff.SchemaDiff;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the rows get in a key that comes back after another key has had its place. */
class NeutralValuesTest {

  private static final Dialect DIALECT = Dialects.named("postgresql", 18, 0);

  @Test
  void aKeyThatComesBackIsTheOneThatHadItsPlace() {
    assertEquals(Optional.of("id"), backIn("varchar(255)", "bigint"));
    assertEquals(Optional.of("id"), backIn("bigint", "integer"));
    assertEquals(Optional.of("id"), backIn("uuid", "uuid"));
  }

  @Test
  void aKeyOfAnotherTypeCountsTheRows() {
    assertEquals(
        Optional.of(
            "(select count(*) from (select distinct id as autogen_key from t) o where o.autogen_key <= id)"),
        backIn("varchar(255)", "uuid"));
  }

  @Test
  void aKeyWithoutRoomForNumbersGetsWhatItsTypeHas() {
    assertEquals(Optional.of("''"), backIn("varchar(2)", "uuid"));
  }

  private static Optional<String> backIn(String type, String key) {
    Schema from = keyed("code", type);
    Schema to = keyed("id", key);
    return new Planner(from, DIALECT, Fills.none())
        .plan(List.of(), SchemaDiff.between(from, to), to, Set.of()).upgrade().changes().stream()
            .filter(DropColumn.class::isInstance)
            .flatMap(drop -> ((DropColumn) drop).fill().stream())
            .findFirst();
  }

  private static Schema keyed(String column, String type) {
    Column key = Column.of(column, new ColumnType(type)).withNullable(false);
    Table table =
        Table.of(
            QualifiedName.of("t"),
            List.of(key),
            List.of(new PrimaryKey("t_pkey", List.of(column))),
            List.of());
    return Schema.of(List.of(), List.of(table), List.of(), List.of());
  }
}
