package dev.autogen.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.schema.ColumnType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MysqlExpressionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          `a` <> _utf8mb4'it\\'s' | `a` <> 'it''s'
          `a` in (_latin1'a',_utf8mb3'b') | `a` in ('a','b')
          `a` = _binary'x' | `a` = _binary'x'
          a = "it's" | a = 'it''s'
          a = 'say \\"so' | a = 'say "so'
          a like 'x\\\\%' | a like 'x\\\\%'
          `_utf8mb4` = 1 | `_utf8mb4` = 1
          concat(`a`,_utf8mb4')') | concat(`a`,')')
          """)
  void writesStringsInOneWay(String printed, String canonical) {
    assertEquals(canonical, MysqlExpressions.canonical(printed));
    assertEquals(canonical, MysqlExpressions.canonical(canonical), "idempotent");
  }

  @Test
  void takesOffParenthesesThatEncloseTheWhole() {
    assertEquals("`a` <> 'it''s)'", MysqlExpressions.unenclosed("((`a` <> _utf8mb4'it\\'s)'))"));
    assertEquals("(a) + (b)", MysqlExpressions.unenclosed("(a) + (b)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          integer | '5' | 5
          integer unsigned | '5' | 5
          numeric(10,2) | '1.50' | 1.50
          varchar(9) | '5' | '5'
          bit(1) | b'1' | b'1'
          binary(4) | 'ab\\0\\0' | 0x6162
          varbinary(4) | 0x6162 | 0x6162
          datetime(6) | CURRENT_TIMESTAMP(6) | current_timestamp(6)
          varchar(40) | (uuid()) | (uuid())
          """)
  void writesDefaultsAsTheirTypeNeedsThem(String type, String printed, String canonical) {
    assertEquals(canonical, MysqlExpressions.defaultValue(printed, new ColumnType(type)));
  }
}
