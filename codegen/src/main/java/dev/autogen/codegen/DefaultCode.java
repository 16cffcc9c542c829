package dev.autogen.codegen;

import dev.autogen.codegen.Code.Chain;
import java.util.regex.Pattern;

/**
 * A column's default as the call that says it: as a Java value where it is a literal, as SQL where
 * it is not.
 *
 * @param call {@code defaultValue} or {@code defaultExpression}
 * @param kind what kind of value it is, for calls that take two of one kind
 * @param argument the value
 */
record DefaultCode(String call, Kind kind, Code argument) {

  /** What the argument is. */
  enum Kind {
    TEXT,
    NUMBER,
    TRUTH,
    EXPRESSION
  }

  private static final Pattern TEXT = Pattern.compile("'([^']|'')*+'", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("0|-?[1-9]\\d{0,17}");
  private static final Pattern TRUTH = Pattern.compile("true|false");

  static DefaultCode of(String sql) {
    if (TEXT.matcher(sql).matches()) {
      String text = sql.substring(1, sql.length() - 1).replace("''", "'");
      return new DefaultCode("defaultValue", Kind.TEXT, Code.string(text));
    }
    if (NUMBER.matcher(sql).matches()) {
      return new DefaultCode("defaultValue", Kind.NUMBER, Code.number(Long.parseLong(sql)));
    }
    if (TRUTH.matcher(sql).matches()) {
      return new DefaultCode("defaultValue", Kind.TRUTH, new Code.Text(sql));
    }
    return new DefaultCode("defaultExpression", Kind.EXPRESSION, Code.string(sql));
  }

  /** With {@code add} or {@code drop} before it, or nothing. */
  Chain call(Chain chain, String verb) {
    return chain.call(DefinitionCode.named(verb, call), argument);
  }
}
