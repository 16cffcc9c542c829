package dev.autogen.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An index that no constraint stands behind.
 *
 * @param name the index's name
 * @param parts its keys, in order
 * @param unique whether it refuses equal keys
 * @param method the access method where it is not the database's usual one
 * @param where the condition of a partial index, without enclosing parentheses
 * @param include columns that it carries without ordering by them
 * @param nullsDistinct whether a unique index takes two rows without a value for different ones
 */
public record Index(
    String name,
    List<IndexPart> parts,
    boolean unique,
    Optional<String> method,
    Optional<String> where,
    List<String> include,
    boolean nullsDistinct) {

  public Index {
    Objects.requireNonNull(name, "name");
    parts = List.copyOf(parts);
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(where, "where");
    include = List.copyOf(include);
  }

  /** A plain index on columns. */
  public static Index of(String name, String... columns) {
    return new Index(
        name,
        List.of(columns).stream().map(IndexPart::column).toList(),
        false,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        true);
  }

  /** The columns that it names, expressions left out, carried columns with them. */
  public List<String> columns() {
    return java.util.stream.Stream.concat(
            parts.stream().filter(part -> !part.expression()).map(IndexPart::text),
            include.stream())
        .toList();
  }

  public Index withName(String newName) {
    return new Index(newName, parts, unique, method, where, include, nullsDistinct);
  }

  public Index withParts(List<IndexPart> newParts) {
    return new Index(name, newParts, unique, method, where, include, nullsDistinct);
  }

  public Index withUnique(boolean newUnique) {
    return new Index(name, parts, newUnique, method, where, include, nullsDistinct);
  }

  public Index withWhere(Optional<String> newWhere) {
    return new Index(name, parts, unique, method, newWhere, include, nullsDistinct);
  }

  /** The same index after a column of its table took a new name. */
  public Index renamingColumn(String from, String to) {
    return new Index(
        name,
        parts.stream().map(part -> part.renamingColumn(from, to)).toList(),
        unique,
        method,
        where.map(condition -> ExpressionText.renamingColumn(condition, from, to)),
        Constraint.renamed(include, from, to),
        nullsDistinct);
  }
}
