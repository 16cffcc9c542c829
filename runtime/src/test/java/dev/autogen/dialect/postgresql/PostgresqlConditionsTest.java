package dev.autogen.dialect.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlConditionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ((a >= 0) AND (a <= 9)) AND (b > 1) | ((a >= 0) AND (a <= 9))::boolean AND (b > 1)
          ((a < 0) OR (a > 9)) OR (b > 1)     | ((a < 0) OR (a > 9))::boolean OR (b > 1)
          (((a >= 0) AND (a <= 9)) AND (b IS NOT NULL)) OR (b IS NULL) | (((a >= 0) AND (a <= 9))::boolean AND (b IS NOT NULL)) OR (b IS NULL)
          CASE WHEN (((a >= 0) AND (a <= 9)) AND b) THEN 1 END | CASE WHEN (((a >= 0) AND (a <= 9))::boolean AND b) THEN 1 END
          ((f(a, 'x)') >= 0) AND (f(a, 'x)') <= 9)) AND b | ((f(a, 'x)') >= 0) AND (f(a, 'x)') <= 9))::boolean AND b
          """)
  void keepsARangeApartFromTheListItStarts(String printed, String written) {
    assertEquals(written, PostgresqlConditions.kept(printed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a >= 0) AND (a <= 9) AND (b > 1)",
        "(b > 1) AND ((a >= 0) AND (a <= 9))",
        "((a >= 0) AND (a <= 9)) OR (b > 1)",
        "((a > 0) AND (b > 0)) AND (c > 0)",
        "(a between 0 and 9) and b > 1",
        "(a = 'x AND (y) AND z') AND b",
        "a > 0",
        "(unclosed AND ("
      })
  void leavesTheRest(String text) {
    assertEquals(text, PostgresqlConditions.kept(text));
  }
}
