package dev.autogen.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ParenthesesTest {

  @Test
  void takesOffThoseThatEncloseAll() {
    assertEquals("a > 0", Parentheses.stripped("(a > 0)"));
    assertEquals("a", Parentheses.stripped(" ((a)) "));
  }

  @Test
  void leavesThoseThatEnclosePart() {
    assertEquals("(a) + (b)", Parentheses.stripped("(a) + (b)"));
    assertEquals("(a", Parentheses.stripped("(a"));
  }

  @Test
  void skipsWhatIsQuoted() {
    assertEquals("a = ')' or b = 'it''s ('", Parentheses.stripped("(a = ')' or b = 'it''s (')"));
    assertEquals("\"x)\" > 0", Parentheses.stripped("(\"x)\" > 0)"));
  }
}
