package dev.autogen.schema;

import java.util.List;
import java.util.Objects;

/**
 * A foreign key.
 *
 * @param name the constraint's name
 * @param columns the referencing columns, in its order
 * @param target the table referred to
 * @param targetColumns the columns referred to, one for each of {@code columns}
 * @param onDelete what happens to rows whose target is deleted
 * @param onUpdate what happens to rows whose target's key changes
 * @param deferrability when it is checked
 */
public record ForeignKey(
    String name,
    List<String> columns,
    QualifiedName target,
    List<String> targetColumns,
    Action onDelete,
    Action onUpdate,
    Deferrability deferrability)
    implements Constraint {

  /** What a database does to referencing rows. */
  public enum Action {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT;

    /** As SQL spells it: {@code set null}. */
    public String sql() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
  }

  public ForeignKey {
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
    Objects.requireNonNull(target, "target");
    targetColumns = List.copyOf(targetColumns);
    Objects.requireNonNull(onDelete, "onDelete");
    Objects.requireNonNull(onUpdate, "onUpdate");
    Objects.requireNonNull(deferrability, "deferrability");
    if (columns.size() != targetColumns.size()) {
      throw new SchemaException(
          "Foreign key \""
              + name
              + "\" has "
              + columns.size()
              + " columns but refers to "
              + targetColumns.size()
              + ".");
    }
  }

  /** A foreign key without actions, checked at once. */
  public static ForeignKey of(
      String name, List<String> columns, QualifiedName target, List<String> targetColumns) {
    return new ForeignKey(
        name,
        columns,
        target,
        targetColumns,
        Action.NO_ACTION,
        Action.NO_ACTION,
        Deferrability.NOT_DEFERRABLE);
  }

  @Override
  public ForeignKey withName(String newName) {
    return new ForeignKey(
        newName, columns, target, targetColumns, onDelete, onUpdate, deferrability);
  }

  public ForeignKey withTarget(QualifiedName newTarget) {
    return new ForeignKey(
        name, columns, newTarget, targetColumns, onDelete, onUpdate, deferrability);
  }

  public ForeignKey withActions(Action newOnDelete, Action newOnUpdate) {
    return new ForeignKey(
        name, columns, target, targetColumns, newOnDelete, newOnUpdate, deferrability);
  }

  @Override
  public ForeignKey renamingColumn(String from, String to) {
    return new ForeignKey(
        name,
        Constraint.renamed(columns, from, to),
        target,
        targetColumns,
        onDelete,
        onUpdate,
        deferrability);
  }

  /** The same key after a column of its target took a new name. */
  public ForeignKey renamingTargetColumn(String from, String to) {
    return new ForeignKey(
        name,
        columns,
        target,
        Constraint.renamed(targetColumns, from, to),
        onDelete,
        onUpdate,
        deferrability);
  }
}
