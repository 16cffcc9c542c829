package dev.autogen.change;

import dev.autogen.change.Description.Sign;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.Optional;

/** Changes to tables as a whole. */
public sealed interface TableChange extends Change {

  /** A new table, with its keys and checks, its indexes and its comment. */
  record CreateTable(Table definition) implements TableChange {
    @Override
    public ObjectName object() {
      return ObjectName.table(definition.name());
    }

    @Override
    public Change reverse() {
      return new DropTable(definition);
    }

    @Override
    public Schema applyTo(Schema schema) {
      Schema created = schema.withTables(schema.tables().plus(definition));
      definition.foreignKeys().forEach(key -> ConstraintChange.requireTarget(created, key));
      return created;
    }

    @Override
    public Description describe() {
      return new Description(Sign.ADDED, "table", definition.name().toString(), "");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createTable(this);
    }
  }

  /** A table removed, with what is on it; it carries what it drops. */
  record DropTable(Table definition) implements TableChange {
    @Override
    public ObjectName object() {
      return ObjectName.table(definition.name());
    }

    @Override
    public Change reverse() {
      return new CreateTable(definition);
    }

    @Override
    public Schema applyTo(Schema schema) {
      schema.table(definition.name());
      schema.requireUnreferenced(definition.name());
      return schema.withTables(schema.tables().minus(definition.name().toString()));
    }

    @Override
    public Description describe() {
      return new Description(Sign.REMOVED, "table", definition.name().toString(), "");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropTable(this);
    }
  }

  /** A table kept under another name or in another schema: rows and keys stay. */
  record RenameTable(QualifiedName from, QualifiedName to) implements TableChange {
    @Override
    public ObjectName object() {
      return ObjectName.table(from);
    }

    @Override
    public Change reverse() {
      return new RenameTable(to, from);
    }

    @Override
    public Schema applyTo(Schema schema) {
      schema.table(from);
      return schema.withTables(schema.tables().map(this::renameIn));
    }

    @Override
    public Description describe() {
      return new Description(Sign.RENAMED, "table", from.toString(), "→ " + to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameTable(this);
    }

    private Table renameIn(Table table) {
      Table retargeted =
          table.withConstraints(
              table
                  .constraints()
                  .map(
                      constraint ->
                          constraint instanceof ForeignKey key && key.target().equals(from)
                              ? key.withTarget(to)
                              : constraint));
      return table.name().equals(from) ? retargeted.withName(to) : retargeted;
    }
  }

  /** A table's comment set, changed or removed. */
  record CommentTable(QualifiedName table, Optional<String> from, Optional<String> to)
      implements TableChange {
    @Override
    public ObjectName object() {
      return new ObjectName(ObjectName.Kind.TABLE_COMMENT, table, "");
    }

    @Override
    public Change reverse() {
      return new CommentTable(table, to, from);
    }

    @Override
    public Schema applyTo(Schema schema) {
      return schema.editing(table, t -> t.withComment(to));
    }

    @Override
    public Description describe() {
      return new Description(Sign.CHANGED, "comment", table.toString(), to.orElse("removed"));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.commentTable(this);
    }
  }

  /** What a table's engine is told of it besides, changed. */
  record AlterTable(QualifiedName table, String from, String to) implements TableChange {
    @Override
    public ObjectName object() {
      return new ObjectName(ObjectName.Kind.OPTION, table, "");
    }

    @Override
    public Change reverse() {
      return new AlterTable(table, to, from);
    }

    @Override
    public Schema applyTo(Schema schema) {
      return schema.editing(table, t -> t.withOptions(to));
    }

    @Override
    public Description describe() {
      return new Description(
          Sign.CHANGED, "table", table.toString(), shown(from) + " → " + shown(to));
    }

    private static String shown(String options) {
      return options.isEmpty() ? "no options" : options;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.alterTable(this);
    }
  }
}
