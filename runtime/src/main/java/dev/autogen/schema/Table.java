package dev.autogen.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A table, whole: everything needed to create it again after it is dropped, but for its rows.
 *
 * @param name where it lives
 * @param columns its columns
 * @param constraints its keys and checks
 * @param indexes its indexes, those that serve a constraint left out
 * @param comment its comment
 * @param options what its engine is told besides, in the engine's words: {@code strict}; empty for
 *     nothing
 */
public record Table(
    QualifiedName name,
    ByName<Column> columns,
    ByName<Constraint> constraints,
    ByName<Index> indexes,
    Optional<String> comment,
    String options) {

  public Table {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(constraints, "constraints");
    Objects.requireNonNull(indexes, "indexes");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(options, "options");
  }

  public static Table of(
      QualifiedName name,
      List<Column> columns,
      List<? extends Constraint> constraints,
      List<Index> indexes) {
    return new Table(
        name,
        ByName.of(Column::name, columns),
        ByName.of(Constraint::name, constraints),
        ByName.of(Index::name, indexes),
        Optional.empty(),
        "");
  }

  /** A table of which only the name is known. */
  public static Table named(QualifiedName name) {
    return of(name, List.of(), List.of(), List.of());
  }

  public Table withName(QualifiedName newName) {
    return new Table(newName, columns, constraints, indexes, comment, options);
  }

  public Table withColumns(ByName<Column> newColumns) {
    return new Table(name, newColumns, constraints, indexes, comment, options);
  }

  public Table withConstraints(ByName<Constraint> newConstraints) {
    return new Table(name, columns, newConstraints, indexes, comment, options);
  }

  public Table withIndexes(ByName<Index> newIndexes) {
    return new Table(name, columns, constraints, newIndexes, comment, options);
  }

  public Table withComment(Optional<String> newComment) {
    return new Table(name, columns, constraints, indexes, newComment, options);
  }

  public Table withOptions(String newOptions) {
    return new Table(name, columns, constraints, indexes, comment, newOptions);
  }

  public Optional<PrimaryKey> primaryKey() {
    return constraints(PrimaryKey.class).findFirst();
  }

  public List<ForeignKey> foreignKeys() {
    return constraints(ForeignKey.class).toList();
  }

  public List<UniqueKey> uniqueKeys() {
    return constraints(UniqueKey.class).toList();
  }

  public List<Check> checks() {
    return constraints(Check.class).toList();
  }

  /** The constraints of one kind, in their order. */
  public <C extends Constraint> Stream<C> constraints(Class<C> kind) {
    return constraints.stream().filter(kind::isInstance).map(kind::cast);
  }

  /**
   * The column of that name.
   *
   * @throws SchemaException if there is none
   */
  public Column column(String column) {
    return columns
        .find(column)
        .orElseThrow(
            () -> new SchemaException("Column \"" + name + "." + column + "\" does not exist."));
  }

  /**
   * @throws SchemaException if a constraint or index of this table names the column
   */
  public void requireUnused(String column) {
    for (Constraint constraint : constraints) {
      if (constraint.columns().contains(column)) {
        throw new SchemaException(
            "Column \"" + name + "." + column + "\" is still part of " + constraint.name() + ".");
      }
    }
    for (Index index : indexes) {
      if (index.columns().contains(column)) {
        throw new SchemaException(
            "Column \"" + name + "." + column + "\" is still part of index " + index.name() + ".");
      }
    }
  }

  /** This table after an enum type took a new name: columns of it and casts to it follow. */
  public Table renamingType(QualifiedName from, QualifiedName to) {
    return withColumns(columns.map(c -> c.withType(c.type().renaming(from, to))))
        .rewriting(text -> ExpressionText.renamingType(text, from, to));
  }

  /** This table after a label of an enum type took a new name. */
  public Table renamingLabel(QualifiedName type, String from, String to) {
    return rewriting(text -> ExpressionText.renamingLabel(text, type, from, to));
  }

  /** This table with all of its expressions, those of defaults with them, written otherwise. */
  public Table rewriting(UnaryOperator<String> edit) {
    return withColumns(
            columns.map(
                c ->
                    c.withDefaultValue(c.defaultValue().map(edit))
                        .withGenerated(
                            c.generated()
                                .map(g -> new Generated(edit.apply(g.expression()), g.stored())))))
        .withConstraints(
            constraints.map(
                c -> c instanceof Check k ? new Check(k.name(), edit.apply(k.expression())) : c))
        .withIndexes(
            indexes.map(
                i ->
                    i.withParts(
                            i.parts().stream()
                                .map(p -> p.expression() ? p.withText(edit.apply(p.text())) : p)
                                .toList())
                        .withWhere(i.where().map(edit))));
  }

  /** This table after one of its columns took a new name: keys, indexes and expressions follow. */
  public Table renamingColumn(String from, String to) {
    column(from);
    return withColumns(
            columns
                .map(c -> c.withGenerated(c.generated().map(g -> g.renamingColumn(from, to))))
                .map(c -> c.name().equals(from) ? c.withName(to) : c))
        .withConstraints(constraints.map(c -> c.renamingColumn(from, to)))
        .withIndexes(indexes.map(i -> i.renamingColumn(from, to)));
  }
}
