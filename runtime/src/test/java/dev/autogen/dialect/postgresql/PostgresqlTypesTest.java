package dev.autogen.dialect.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.schema.ColumnType;
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
        "timestamp | timestamp(6)",
        "timestamp(3) | timestamp(3)",
        "timestamptz(9) | timestamp(6) with time zone",
      })
  void keepsSixDigitsOfASecondAtMost(String declared, String kept) {
    PostgresqlTypes types = new PostgresqlTypes(PostgresqlNames.identifiers(), "public");
    assertEquals(kept, types.canonical(new ColumnType(declared)).sql());
  }
}
