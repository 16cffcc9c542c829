package dev.autogen.schema;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * One key of an index: a column or an expression, and its order.
 *
 * @param text the column's name, or the SQL expression without enclosing parentheses
 * @param expression whether {@code text} is an expression
 * @param descending whether the order is descending
 * @param nulls where rows without a value stand
 * @param operatorClass the operator class where it is not the type's own, else the empty string
 * @param prefix how many characters of the value, or bytes of a binary one, are looked at where it
 *     is not all of it
 */
public record IndexPart(
    String text,
    boolean expression,
    boolean descending,
    Nulls nulls,
    String operatorClass,
    OptionalInt prefix) {

  /** Where rows without a value stand in the order. */
  public enum Nulls {
    /** Where the database puts them for the direction. */
    DEFAULT,
    FIRST,
    LAST
  }

  public IndexPart {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(nulls, "nulls");
    Objects.requireNonNull(operatorClass, "operatorClass");
    Objects.requireNonNull(prefix, "prefix");
  }

  /** A key that is all of a value. */
  public IndexPart(
      String text, boolean expression, boolean descending, Nulls nulls, String operatorClass) {
    this(text, expression, descending, nulls, operatorClass, OptionalInt.empty());
  }

  /** A column, ascending. */
  public static IndexPart column(String name) {
    return new IndexPart(name, false, false, Nulls.DEFAULT, "");
  }

  /** An expression, ascending. */
  public static IndexPart expression(String sql) {
    return new IndexPart(sql, true, false, Nulls.DEFAULT, "");
  }

  public IndexPart withText(String newText) {
    return new IndexPart(newText, expression, descending, nulls, operatorClass, prefix);
  }

  public IndexPart withDescending(boolean newDescending) {
    return new IndexPart(text, expression, newDescending, nulls, operatorClass, prefix);
  }

  public IndexPart withNulls(Nulls newNulls) {
    return new IndexPart(text, expression, descending, newNulls, operatorClass, prefix);
  }

  public IndexPart withOperatorClass(String newClass) {
    return new IndexPart(text, expression, descending, nulls, newClass, prefix);
  }

  public IndexPart withPrefix(OptionalInt newPrefix) {
    return new IndexPart(text, expression, descending, nulls, operatorClass, newPrefix);
  }

  IndexPart renamingColumn(String from, String to) {
    if (expression) {
      return withText(ExpressionText.renamingColumn(text, from, to));
    }
    return text.equals(from) ? withText(to) : this;
  }
}
