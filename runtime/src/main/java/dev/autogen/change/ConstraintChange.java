package dev.autogen.change;

import dev.autogen.change.Description.Sign;
import dev.autogen.schema.Check;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.IndexPart;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SchemaException;
import java.util.stream.Collectors;

/** Changes to keys, checks and indexes. */
public sealed interface ConstraintChange extends Change {

  /** The table that has the constraint or index. */
  QualifiedName table();

  /** A new key or check. */
  record AddConstraint(QualifiedName table, Constraint constraint) implements ConstraintChange {
    @Override
    public ObjectName object() {
      return ObjectName.constraint(table, constraint.name());
    }

    @Override
    public Change reverse() {
      return new DropConstraint(table, constraint);
    }

    @Override
    public Schema applyTo(Schema schema) {
      constraint.columns().forEach(schema.table(table)::column);
      if (constraint instanceof ForeignKey key) {
        requireTarget(schema, key);
      }
      if (constraint instanceof PrimaryKey && schema.table(table).primaryKey().isPresent()) {
        throw new SchemaException("Table \"" + table + "\" already has a primary key.");
      }
      return schema.editing(table, t -> t.withConstraints(t.constraints().plus(constraint)));
    }

    @Override
    public Description describe() {
      return new Description(
          Sign.ADDED, kind(constraint), table + "." + constraint.name(), summary(constraint));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addConstraint(this);
    }
  }

  /** A key or check removed; it carries what it drops. */
  record DropConstraint(QualifiedName table, Constraint constraint) implements ConstraintChange {
    @Override
    public ObjectName object() {
      return ObjectName.constraint(table, constraint.name());
    }

    @Override
    public Change reverse() {
      return new AddConstraint(table, constraint);
    }

    @Override
    public Schema applyTo(Schema schema) {
      return schema.editing(
          table, t -> t.withConstraints(t.constraints().minus(constraint.name())));
    }

    @Override
    public Description describe() {
      return new Description(
          Sign.REMOVED, kind(constraint), table + "." + constraint.name(), summary(constraint));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropConstraint(this);
    }
  }

  /** A key or check kept under another name. */
  record RenameConstraint(QualifiedName table, String from, String to) implements ConstraintChange {
    @Override
    public ObjectName object() {
      return ObjectName.constraint(table, from);
    }

    @Override
    public Change reverse() {
      return new RenameConstraint(table, to, from);
    }

    @Override
    public Schema applyTo(Schema schema) {
      return schema.editing(
          table,
          t ->
              t.withConstraints(
                  t.constraints()
                      .replacing(
                          from,
                          t.constraints()
                              .find(from)
                              .orElseThrow(
                                  () ->
                                      new SchemaException(
                                          "Constraint \""
                                              + table
                                              + "."
                                              + from
                                              + "\" does not exist."))
                              .withName(to))));
    }

    @Override
    public Description describe() {
      return new Description(Sign.RENAMED, "constraint", table + "." + from, "→ " + to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameConstraint(this);
    }
  }

  /** A new index. */
  record CreateIndex(QualifiedName table, Index index) implements ConstraintChange {
    @Override
    public ObjectName object() {
      return ObjectName.index(table, index.name());
    }

    @Override
    public Change reverse() {
      return new DropIndex(table, index);
    }

    @Override
    public Schema applyTo(Schema schema) {
      index.columns().forEach(schema.table(table)::column);
      return schema.editing(table, t -> t.withIndexes(t.indexes().plus(index)));
    }

    @Override
    public Description describe() {
      return new Description(Sign.ADDED, kind(index), table + "." + index.name(), summary(index));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createIndex(this);
    }
  }

  /** An index removed; it carries what it drops. */
  record DropIndex(QualifiedName table, Index index) implements ConstraintChange {
    @Override
    public ObjectName object() {
      return ObjectName.index(table, index.name());
    }

    @Override
    public Change reverse() {
      return new CreateIndex(table, index);
    }

    @Override
    public Schema applyTo(Schema schema) {
      return schema.editing(table, t -> t.withIndexes(t.indexes().minus(index.name())));
    }

    @Override
    public Description describe() {
      return new Description(Sign.REMOVED, kind(index), table + "." + index.name(), summary(index));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropIndex(this);
    }
  }

  /** An index kept under another name. */
  record RenameIndex(QualifiedName table, String from, String to) implements ConstraintChange {
    @Override
    public ObjectName object() {
      return ObjectName.index(table, from);
    }

    @Override
    public Change reverse() {
      return new RenameIndex(table, to, from);
    }

    @Override
    public Schema applyTo(Schema schema) {
      return schema.editing(
          table,
          t ->
              t.withIndexes(
                  t.indexes()
                      .replacing(
                          from,
                          t.indexes()
                              .find(from)
                              .orElseThrow(
                                  () ->
                                      new SchemaException(
                                          "Index \"" + table + "." + from + "\" does not exist."))
                              .withName(to))));
    }

    @Override
    public Description describe() {
      return new Description(Sign.RENAMED, "index", table + "." + from, "→ " + to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameIndex(this);
    }
  }

  /** Refuses a foreign key to columns that its target, as far as that is known, does not have. */
  static void requireTarget(Schema schema, ForeignKey key) {
    schema
        .tables()
        .find(key.target().toString())
        .ifPresent(target -> key.targetColumns().forEach(target::column));
  }

  private static String kind(Constraint constraint) {
    if (constraint instanceof PrimaryKey) {
      return "primary key";
    }
    if (constraint instanceof ForeignKey) {
      return "foreign key";
    }
    return constraint instanceof Check ? "check" : "unique";
  }

  private static String kind(Index index) {
    return index.unique() ? "unique index" : "index";
  }

  private static String summary(Constraint constraint) {
    if (constraint instanceof Check check) {
      return check.expression();
    }
    String columns = "(" + String.join(", ", constraint.columns()) + ")";
    return constraint instanceof ForeignKey key
        ? columns
            + " → "
            + key.target()
            + " ("
            + String.join(", ", key.targetColumns())
            + ")"
            + actions(key)
        : columns;
  }

  private static String actions(ForeignKey key) {
    return (key.onDelete() == ForeignKey.Action.NO_ACTION
            ? ""
            : " on delete " + key.onDelete().sql())
        + (key.onUpdate() == ForeignKey.Action.NO_ACTION
            ? ""
            : " on update " + key.onUpdate().sql());
  }

  private static String summary(Index index) {
    return index.parts().stream()
            .map(ConstraintChange::summary)
            .collect(Collectors.joining(", ", "(", ")"))
        + index.where().map(where -> " where " + where).orElse("");
  }

  private static String summary(IndexPart part) {
    return part.text() + (part.descending() ? " desc" : "");
  }
}
