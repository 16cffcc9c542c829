package dev.autogen.dialect.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class H2LettersTest {

  @Test
  void writesLettersForTheirNumbers() {
    assertEquals(
        "\"gr\u00f6\u00dfe\" IN('\u00fc', 'it''s', '\\')",
        H2Letters.written("U&\"gr\\00f6\\00dfe\" IN(U&'\\00fc', 'it''s', U&'\\\\')"));
    assertEquals("'\ud83d\ude00'", H2Letters.written("U&'\\+01f600'"));
  }

  @Test
  void leavesWhatOnlyLooksLikeIt() {
    assertEquals("'say U&\"\\00fc\"' || 'U&'", H2Letters.written("'say U&\"\\00fc\"' || 'U&'"));
  }
}
