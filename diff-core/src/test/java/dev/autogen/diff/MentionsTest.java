package dev.autogen.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "lower(text)|text|true",
        "lower((name)::text)|text|false",
        "(name)::character varying(20) = 'x'|varying|false",
        "cast(name as text) = 'a'|text|false",
        "CAST(\"TEXT\" AS CHARACTER VARYING(10))|text|true",
        "date > date '2020-01-01'|date|true",
        "born > DATE '2020-01-01'|date|false",
        "born > '2020-01-01'::date|date|false",
        "date(born) > 3|date|false",
        "RANGE (date)|date|true",
        "name = 'text'|text|false",
        "`order no` > 0|order no|true",
        "[order no] > 0|order no|true",
        "coalesce(ARRAY[a, b], '{}'::integer[])|b|true",
        "status is null|is|false",
        "x in (1, 2)|X|true"
      })
  void tellsAColumnFromATypeOfItsName(String expression, String column, boolean mentioned) {
    assertEquals(mentioned, Mentions.mentions(expression, column));
  }
}
