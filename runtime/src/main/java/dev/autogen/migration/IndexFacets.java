package dev.autogen.migration;

import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.IndexPart.Nulls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * What can be said about an index besides its name and columns.
 *
 * @param <S> what each of these calls returns: the same thing, to be described further
 */
public abstract class IndexFacets<S extends IndexFacets<S>> {

  private final Slot<Index> index;

  IndexFacets(Slot<Index> index) {
    this.index = index;
  }

  abstract S self();

  /** A further key: a column. */
  public S key(String column) {
    return plus(IndexPart.column(column));
  }

  /** A further key: a SQL expression, without enclosing parentheses. */
  public S keyExpression(String sql) {
    return plus(IndexPart.expression(sql));
  }

  /** The last key named so far is in descending order. */
  public S descending() {
    return last("descending", part -> part.withDescending(true));
  }

  /** Rows without a value for the last key named so far come first. */
  public S nullsFirst() {
    return last("nullsFirst", part -> part.withNulls(Nulls.FIRST));
  }

  /** Rows without a value for the last key named so far come last. */
  public S nullsLast() {
    return last("nullsLast", part -> part.withNulls(Nulls.LAST));
  }

  /** The last key named so far is compared by this operator class, not the type's own. */
  public S operatorClass(String name) {
    return last("operatorClass", part -> part.withOperatorClass(name));
  }

  /**
   * Of the last key named so far, only the beginning is looked at.
   *
   * @param length how many characters, or bytes of a binary value
   */
  public S prefix(int length) {
    return last("prefix", part -> part.withPrefix(OptionalInt.of(length)));
  }

  /** Refuses equal keys. */
  public S unique() {
    index.edit(i -> i.withUnique(true));
    return self();
  }

  /** Takes two rows without a value for equal. */
  public S nullsNotDistinct() {
    index.edit(
        i -> new Index(i.name(), i.parts(), i.unique(), i.method(), i.where(), i.include(), false));
    return self();
  }

  /** Kept by this access method, not the database's usual one. */
  public S using(String method) {
    index.edit(
        i ->
            new Index(
                i.name(),
                i.parts(),
                i.unique(),
                Optional.of(method),
                i.where(),
                i.include(),
                i.nullsDistinct()));
    return self();
  }

  /** Holds only the rows of which this SQL condition is true. */
  public S where(String condition) {
    index.edit(i -> i.withWhere(Optional.of(condition)));
    return self();
  }

  /** Carries these columns without ordering by them. */
  public S include(String... columns) {
    index.edit(
        i ->
            new Index(
                i.name(),
                i.parts(),
                i.unique(),
                i.method(),
                i.where(),
                List.of(columns),
                i.nullsDistinct()));
    return self();
  }

  private S plus(IndexPart part) {
    return parts(
        parts -> {
          parts.add(part);
          return parts;
        });
  }

  private S last(String call, UnaryOperator<IndexPart> edit) {
    return parts(
        parts -> {
          if (parts.isEmpty()) {
            throw index
                .scope()
                .lacks("which key is meant", ".key(\"column\") before ." + call + "(...)");
          }
          parts.set(parts.size() - 1, edit.apply(parts.get(parts.size() - 1)));
          return parts;
        });
  }

  private S parts(UnaryOperator<List<IndexPart>> edit) {
    index.edit(i -> i.withParts(edit.apply(new ArrayList<>(i.parts()))));
    return self();
  }
}
