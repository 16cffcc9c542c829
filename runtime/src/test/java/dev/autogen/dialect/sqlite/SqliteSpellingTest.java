package dev.autogen.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteSpellingTest {

  private static final List<String> COLUMNS = List.of("a", "b", "order", "two words");

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\\',
      value = {
        "((A>0))                         ~ a > 0",
        "(a > 0) AND (b > 0 or a < 1)    ~ a > 0 and (b > 0 or a < 1)",
        "((a > 0)) or (b > 0 and a < 1)  ~ a > 0 or b > 0 and a < 1",
        "not (a and b)                   ~ not (a and b)",
        "\"a\" in ( 1,2.5 ,'X  y' )      ~ a in (1, 2.5, 'X  y')",
        "\"order\"=[a]                   ~ \"order\" = a",
        "`Two Words` == 'It''s'          ~ \"two words\" = 'It''s'",
        "a = \"text\"                    ~ a = \"text\"",
        "Upper (a)||'x'                  ~ upper(a) || 'x'",
        "a between -1 and (b)            ~ a between -1 and b",
        "a between 1 and 2 and (b)       ~ a between 1 and 2 and b",
        "case when (a) then 1 else - 2 end ~ case when a then 1 else -2 end",
        "(a + b) * 2                     ~ (a + b) * 2",
        "a -b != 1.5E-7                  ~ a - b <> 1.5e-7",
        "a /* why */ is not  null        ~ a is not null",
        "X'0A'                           ~ x'0A'",
        "a in ((1), (2))                 ~ a in (1, 2)",
        "coalesce( (a or b) , 0)         ~ coalesce(a or b, 0)",
        "json_extract(a,'$.B')->>'C'     ~ json_extract(a, '$.B') ->> 'C'",
        "t.a > 0                         ~ t.a > 0",
      })
  void hasOneSpellingForEachMeaning(String written, String spelled) {
    assertEquals(spelled.strip(), SqliteSpelling.of(written.strip(), COLUMNS));
    assertEquals(spelled.strip(), SqliteSpelling.of(spelled.strip(), COLUMNS));
  }
}
