package dev.autogen.dialect.sqlite;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A word, a value, an operator, or what stands in parentheses.
 *
 * @param text as it is written; empty for a group
 * @param inner what is in a group
 */
record SqliteTerm(Sort sort, String text, List<SqliteTerm> inner) {

  /** What a term is. */
  enum Sort {
    /** A name, a keyword or a whole number. */
    WORD,
    /** A string, a name in quotes, a number with a point. */
    VALUE,
    SYMBOL,
    GROUP
  }

  /** Words that a parenthesis follows without being called. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "and", "or", "not", "is", "in", "between", "like", "glob", "regexp", "match", "escape",
          "case", "when", "then", "else", "isnull", "notnull", "collate");

  SqliteTerm {
    inner = List.copyOf(inner);
  }

  static SqliteTerm group(List<SqliteTerm> inner) {
    return new SqliteTerm(Sort.GROUP, "", inner);
  }

  boolean isAny(String... texts) {
    return (sort == Sort.WORD || sort == Sort.SYMBOL) && Arrays.asList(texts).contains(text);
  }

  /** Whether it needs something behind it. */
  boolean isOperator() {
    return sort == Sort.SYMBOL || sort == Sort.WORD && KEYWORDS.contains(text);
  }

  /** Whether nothing can come between its parts. */
  boolean isAtom() {
    return (sort == Sort.WORD || sort == Sort.VALUE) && !isOperator();
  }
}
