package dev.autogen.inspect.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexOptionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "include (a, b) with (fillfactor=70) where a > 0 | with (fillfactor=70)",
        "NULLS NOT DISTINCT  INCLUDE(a) tablespace fast | tablespace fast",
        "using btree algorithm = inplace lock=none | ''",
        "deferrable initially deferred | ''",
        "comment 'with (x)' invisible | comment 'with (x)' invisible",
        "where with_tax > 1 | ''",
      })
  void tellsWhatItDoesNotRead(String options, String rest) {
    assertEquals(rest, IndexOptions.rest(options));
  }
}
