package dev.autogen.dialect.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.schema.Column;
import dev.autogen.schema.ColumnType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
