package dev.autogen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autogen.dialect.SqlText.Kind;
import dev.autogen.dialect.SqlText.Style;
import dev.autogen.dialect.SqlText.Token;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTextTest {

  @Test
  void splitsWordsQuotesGroupsAndSymbols() {
    assertEquals(
        List.of("a", ".", "\"b \"\"c\"", "in", "('x)', (1))", "+", "1"),
        texts("a.\"b \"\"c\" in ('x)', (1)) + 1", Style.BRACKETS));
  }

  @Test
  void readsNamesInEveryKindOfQuotes() {
    List<Token> tokens = new SqlText("\"a\"\"b\" `c``d` [e f] g 'h''i'", Style.BRACKETS).tokens();
    assertEquals(
        List.of("a\"b", "c`d", "e f", "g", "h'i"), tokens.stream().map(Token::value).toList());
    assertEquals(
        List.of(Kind.QUOTED, Kind.QUOTED, Kind.QUOTED, Kind.WORD, Kind.STRING),
        tokens.stream().map(Token::kind).toList());
  }

  @Test
  void takesDoubleQuotesForStringsWhereStringsHaveBackslashes() {
    List<Token> tokens =
        new SqlText("`a` \"it\\\"s\" 'it\\'s, (' # no ) word\n x", Style.BACKSLASHES).tokens();
    assertEquals(
        List.of("`a`", "\"it\\\"s\"", "'it\\'s, ('", "x"),
        tokens.stream().map(Token::text).toList());
    assertEquals(Kind.STRING, tokens.get(1).kind());
  }

  @Test
  void leavesCommentsOutEvenThoseWithParentheses() {
    assertEquals(
        List.of("a", "(b /* ) */, c -- )\n)", "d"),
        texts("a -- it's\n(b /* ) */, c -- )\n) /* 'd */ d", Style.BRACKETS));
  }

  @Test
  void splitsAGroupAtItsOwnCommasOnly() {
    SqlText text = new SqlText("f(a, g(b, c), 'd,e')", Style.BRACKETS);
    Token group = text.tokens().get(1);
    assertTrue(group.isGroup());
    assertEquals(
        List.of(List.of("a"), List.of("g", "(b, c)"), List.of("'d,e'")),
        text.items(group).stream().map(item -> item.stream().map(Token::text).toList()).toList());
    assertEquals("a, g(b, c), 'd,e'", text.inner(group));
  }

  @Test
  void wordsInQuotesAreNoKeywords() {
    assertFalse(new SqlText("\"check\"", Style.BRACKETS).tokens().get(0).is("\"check\""));
    assertTrue(new SqlText("CHECK", Style.BRACKETS).tokens().get(0).is("check"));
  }

  private static List<String> texts(String sql, Style style) {
    return new SqlText(sql, style).tokens().stream().map(Token::text).toList();
  }
}
