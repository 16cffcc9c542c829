package dev.autogen.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "((fax)::text <> ''::text)|((phone)::text <> ''::text)",
        "\"FAX\" <> ''|\"PHONE\" <> ''",
        "`fax` <> 'fax'|`phone` <> 'fax'",
        "FAX <> '' and Fax is not null|phone <> '' and phone is not null",
        "fax <> 'it''s fax'|phone <> 'it''s fax'",
        "fax <> E'a\\'fax'|phone <> E'a\\'fax'",
        "faxes > 1 and fax2 > 2 and _fax > 3|faxes > 1 and fax2 > 2 and _fax > 3",
        "fax(fax) > 0|fax(phone) > 0",
        "x::fax > 0 and fax > 1|x::fax > 0 and phone > 1",
        "cast(x as fax) > fax|cast(x as fax) > phone",
        "(lower(\"Fax\") = fax)|(lower(\"Fax\") = phone)",
        "fax in ('a', 'b')|phone in ('a', 'b')",
        "x + interval 1 fax > fax|x + interval 1 fax > phone",
        "x + interval '1' fax > x|x + interval '1' fax > x",
        "x + interval '1 h' - fax > x|x + interval '1 h' - phone > x",
      })
  void followsAColumn(String before, String after) {
    assertEquals(after, ExpressionText.renamingColumn(before, "fax", "phone"));
  }

  @Test
  void quotesWhatNeedsQuotes() {
    assertEquals("(\"order\" > 0)", ExpressionText.renamingColumn("(nr > 0)", "nr", "order"));
    assertEquals("(nr > 0)", ExpressionText.renamingColumn("(\"order\" > 0)", "order", "nr"));
    assertEquals("(\"Nr\" > 0)", ExpressionText.renamingColumn("(nr > 0)", "nr", "Nr"));
    assertEquals("\"Nr\" > 0", ExpressionText.renamingColumn("\"NR\" > 0", "nr", "Nr"));
  }

  @Test
  void takesMixedCaseWithoutQuotesForAName() {
    assertEquals("Tel > 'Nr'", ExpressionText.renamingColumn("Nr > 'Nr'", "Nr", "Tel"));
    assertEquals("tel > 0", ExpressionText.renamingColumn("Nr > 0", "Nr", "tel"));
    assertEquals("`a b` > 0", ExpressionText.renamingColumn("Nr > 0", "Nr", "a b"));
    assertEquals("nr > 0", ExpressionText.renamingColumn("nr > 0", "Nr", "Tel"));
  }

  @Test
  void leavesTypesOfTheSameName() {
    assertEquals(
        "(moment > '2020-01-01 00:00:00'::timestamp without time zone)",
        ExpressionText.renamingColumn(
            "(zone > '2020-01-01 00:00:00'::timestamp without time zone)", "zone", "moment"));
  }
}
