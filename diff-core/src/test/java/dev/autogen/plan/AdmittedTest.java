package dev.autogen.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmittedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "((status)::text = ANY ((ARRAY['NEW'::character varying, 'OLD'::character varying])::text[]))|NEW",
        "(`status` in (_utf8mb4'NEW',_utf8mb4'OLD'))|NEW",
        "\"STATUS\" IN('it''s', 'OLD')|it's",
        "status <> ''|x",
        "(length((status)::text) > 2)|xxx",
        "octet_length(`status`) >= 3|xxx",
        "char_length(status) between 2 and 4|xx",
        "status in ('', 'OLD')|~~"
      })
  void textsFromWhatDatabasesPrint(String check, String value) {
    assertEquals(Optional.of(value), Admitted.value("status", List.of(check), ""), check);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "((st >= 0) AND (st <= 2))|0",
        "\"ST\" BETWEEN CAST(1 AS BIGINT) AND CAST(5 AS BIGINT)|1",
        "(st > (10)::numeric)|11",
        "(st < '-1'::integer)|-2",
        "st in (3, 4)|3",
        "(`st` <> 0)|1"
      })
  void numbersFromWhatDatabasesPrint(String check, String value) {
    assertEquals(Optional.of(value), Admitted.value("st", List.of(check), "0"), check);
  }

  @Test
  void whatPassesOneOfSeveral() {
    assertEquals(Optional.of("2"), Admitted.value("st", List.of("st > 1 or other > 1"), "0"));
    assertEquals(
        Optional.of("7"),
        Admitted.value(
            "st", List.of("((st IS NULL) OR ((st >= 5) OR (st = 3)))", "st between 7 and 9"), "0"));
    assertEquals(
        Optional.of("9"),
        Admitted.value("st", List.of("st = 8 or st between 9 and 11", "st <> 8"), "0"));
  }

  @Test
  void whatPassesAllChecks() {
    assertEquals(
        Optional.of("4"), Admitted.value("st", List.of("st > 1", "st <> 2 and st > 3"), "0"));
    assertEquals(Optional.empty(), Admitted.value("st", List.of("st > 1", "st < 1"), "0"));
  }

  @Test
  void nothingFromWhatCannotBeRead() {
    assertEquals(
        Optional.empty(), Admitted.value("st", List.of("st > 1 and (st < 0 or st = 5)"), "0"));
    assertEquals(Optional.empty(), Admitted.value("st", List.of("other > 1 or other < 0"), "0"));
    assertEquals(Optional.empty(), Admitted.value("st", List.of("st > other"), "0"));
    assertEquals(Optional.empty(), Admitted.value("st", List.of("st in ("), "0"));
  }
}
