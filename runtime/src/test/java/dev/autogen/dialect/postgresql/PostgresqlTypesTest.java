package dev.autogen.dialect.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.dialect.Dialects;
import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlTypesTest {

  /** The server keeps six digits of a second, whatever is declared: nine of them are six. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timestamp(9) | timestamp(6)",
        "timestamp(9) with time zone | timestamp(6) with time zone",
        "time(9) | time(6)",
        "time(9) with time zone | time(6) with time zone",
        "timestamp | timestamp",
        "timestamptz | timestamp with time zone",
        "timestamp(3) | timestamp(3)",
        "timestamptz(9) | timestamp(6) with time zone",
      })
  void keepsSixDigitsOfASecondAtMost(String declared, String kept) {
    PostgresqlTypes types = new PostgresqlTypes(PostgresqlNames.identifiers(), "public");
    assertEquals(kept, types.canonical(new ColumnType(declared)).sql());
  }

  /** With its digits said or not it is one type: what is found is kept. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timestamp(6) | timestamp | timestamp",
        "timestamp with time zone | timestamp(6) with time zone | timestamp(6) with time zone",
        "time(6) with time zone[] | time with time zone[] | time with time zone[]",
        "timestamp(3) | timestamp | timestamp(3)",
        "timestamp | timestamp with time zone | timestamp",
        "varchar(6) | varchar | varchar(6)",
      })
  void keepsTheSpellingOfATimeThatIsFound(String declared, String found, String kept) {
    assertEquals(table(kept), PostgresqlTypes.asFound(table(declared), table(found)));
  }

  private static Table table(String type) {
    return Table.of(
        QualifiedName.of("t"), List.of(Column.of("a", new ColumnType(type))), List.of(), List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "NULL::character varying", "NULL::numeric(10,2)", "NULL::\"Kind\"[]"})
  void takesNothingForNoDefault(String value) {
    assertEquals(Optional.empty(), canonicalDefault(value));
  }

  @Test
  void takesWhatIsMoreThanNothingForADefault() {
    assertEquals(Optional.of("'null'::text"), canonicalDefault("'null'::text"));
    assertEquals(Optional.of("NULL::text || 'x'"), canonicalDefault("NULL::text || 'x'"));
  }

  private static Optional<String> canonicalDefault(String value) {
    QualifiedName name = QualifiedName.of("t");
    Column column =
        Column.of("c", new ColumnType("varchar(9)")).withDefaultValue(Optional.of(value));
    Table table = Table.of(name, List.of(column), List.of(), List.of());
    return Dialects.named("postgresql", 18, 0)
        .canonical(Schema.of(List.of(), List.of(table), List.of(), List.of()))
        .table(name)
        .column("c")
        .defaultValue();
  }
}
