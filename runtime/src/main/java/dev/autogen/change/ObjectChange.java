package dev.autogen.change;

import dev.autogen.change.Description.Sign;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SchemaException;
import dev.autogen.schema.Sequence;
import java.util.List;
import java.util.TreeSet;

/** Changes to what belongs to no table: schemas, sequences and enum types. */
public sealed interface ObjectChange extends Change {

  /** A new, empty schema. */
  record CreateSchema(String name) implements ObjectChange {
    @Override
    public ObjectName object() {
      return ObjectName.schema(name);
    }

    @Override
    public Change reverse() {
      return new DropSchema(name);
    }

    @Override
    public Schema applyTo(Schema schema) {
      var names = new TreeSet<>(schema.namespaces());
      if (!names.add(name)) {
        throw new SchemaException("Schema \"" + name + "\" already exists.");
      }
      return schema.withNamespaces(names);
    }

    @Override
    public Description describe() {
      return new Description(Sign.ADDED, "schema", name, "");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createSchema(this);
    }
  }

  /** A schema removed, which must be empty. */
  record DropSchema(String name) implements ObjectChange {
    @Override
    public ObjectName object() {
      return ObjectName.schema(name);
    }

    @Override
    public Change reverse() {
      return new CreateSchema(name);
    }

    @Override
    public Schema applyTo(Schema schema) {
      var names = new TreeSet<>(schema.namespaces());
      if (!names.remove(name)) {
        throw new SchemaException("Schema \"" + name + "\" does not exist.");
      }
      return schema.withNamespaces(names);
    }

    @Override
    public Description describe() {
      return new Description(Sign.REMOVED, "schema", name, "");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropSchema(this);
    }
  }

  /** A new sequence. */
  record CreateSequence(Sequence sequence) implements ObjectChange {
    @Override
    public ObjectName object() {
      return ObjectName.sequence(sequence.name());
    }

    @Override
    public Change reverse() {
      return new DropSequence(sequence);
    }

    @Override
    public Schema applyTo(Schema schema) {
      return schema.withSequences(schema.sequences().plus(sequence));
    }

    @Override
    public Description describe() {
      return new Description(
          Sign.ADDED,
          "sequence",
          sequence.name().toString(),
          "start " + sequence.start() + " increment " + sequence.increment());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createSequence(this);
    }
  }

  /** A sequence removed; it carries what it drops, but for the value it had reached. */
  record DropSequence(Sequence sequence) implements ObjectChange {
    @Override
    public ObjectName object() {
      return ObjectName.sequence(sequence.name());
    }

    @Override
    public Change reverse() {
      return new CreateSequence(sequence);
    }

    @Override
    public Schema applyTo(Schema schema) {
      return schema.withSequences(schema.sequences().minus(sequence.name().toString()));
    }

    @Override
    public Description describe() {
      return new Description(
          Sign.REMOVED,
          "sequence",
          sequence.name().toString(),
          "start " + sequence.start() + " increment " + sequence.increment());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropSequence(this);
    }
  }

  /** A sequence redefined under the same name; the value it has reached stays. */
  record AlterSequence(Sequence from, Sequence to) implements ObjectChange {
    @Override
    public ObjectName object() {
      return ObjectName.sequence(from.name());
    }

    @Override
    public Change reverse() {
      return new AlterSequence(to, from);
    }

    @Override
    public Schema applyTo(Schema schema) {
      return schema.withSequences(schema.sequences().replacing(from.name().toString(), to));
    }

    @Override
    public Description describe() {
      return new Description(
          Sign.CHANGED, "sequence", to.name().toString(), SequenceDifference.between(from, to));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.alterSequence(this);
    }
  }

  /** A sequence kept under another name or in another schema. */
  record RenameSequence(QualifiedName from, QualifiedName to) implements ObjectChange {
    @Override
    public ObjectName object() {
      return ObjectName.sequence(from);
    }

    @Override
    public Change reverse() {
      return new RenameSequence(to, from);
    }

    @Override
    public Schema applyTo(Schema schema) {
      Sequence kept =
          schema
              .sequences()
              .find(from.toString())
              .orElseThrow(() -> new SchemaException("Sequence \"" + from + "\" does not exist."));
      return schema.withSequences(schema.sequences().replacing(from.toString(), kept.withName(to)));
    }

    @Override
    public Description describe() {
      return new Description(Sign.RENAMED, "sequence", from.toString(), "→ " + to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameSequence(this);
    }
  }

  /** A new enum type. */
  record CreateEnumType(EnumType type) implements ObjectChange {
    @Override
    public ObjectName object() {
      return ObjectName.enumType(type.name());
    }

    @Override
    public Change reverse() {
      return new DropEnumType(type);
    }

    @Override
    public Schema applyTo(Schema schema) {
      return schema.withEnumTypes(schema.enumTypes().plus(type));
    }

    @Override
    public Description describe() {
      return new Description(
          Sign.ADDED, "enum type", type.name().toString(), type.labels().toString());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createEnumType(this);
    }
  }

  /** An enum type removed, which no column may use any more. */
  record DropEnumType(EnumType type) implements ObjectChange {
    @Override
    public ObjectName object() {
      return ObjectName.enumType(type.name());
    }

    @Override
    public Change reverse() {
      return new CreateEnumType(type);
    }

    @Override
    public Schema applyTo(Schema schema) {
      return schema.withEnumTypes(schema.enumTypes().minus(type.name().toString()));
    }

    @Override
    public Description describe() {
      return new Description(
          Sign.REMOVED, "enum type", type.name().toString(), type.labels().toString());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropEnumType(this);
    }
  }

  /**
   * An enum type's labels added, removed or put in another order, and the columns that use it: a
   * database that cannot change a type in place converts them. {@code atOnce} says that a label is
   * used by what follows it: a label added in place is for the next transaction only.
   */
  record AlterEnumType(EnumType from, EnumType to, List<Use> uses, boolean atOnce)
      implements ObjectChange {

    /** A column of the type, as it stands when the change is made. */
    public record Use(QualifiedName table, Column column) {}

    /** Labels that nothing in the same migration uses. */
    public AlterEnumType(EnumType from, EnumType to, List<Use> uses) {
      this(from, to, uses, false);
    }

    public AlterEnumType {
      uses = List.copyOf(uses);
    }

    @Override
    public ObjectName object() {
      return ObjectName.enumType(from.name());
    }

    @Override
    public Change reverse() {
      return new AlterEnumType(to, from, uses, atOnce);
    }

    @Override
    public Schema applyTo(Schema schema) {
      return schema.withEnumTypes(schema.enumTypes().replacing(from.name().toString(), to));
    }

    @Override
    public Description describe() {
      return new Description(
          Sign.CHANGED, "enum type", to.name().toString(), from.labels() + " → " + to.labels());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.alterEnumType(this);
    }
  }

  /** An enum type kept under another name or in another schema. */
  record RenameEnumType(QualifiedName from, QualifiedName to) implements ObjectChange {
    @Override
    public ObjectName object() {
      return ObjectName.enumType(from);
    }

    @Override
    public Change reverse() {
      return new RenameEnumType(to, from);
    }

    @Override
    public Schema applyTo(Schema schema) {
      EnumType kept =
          schema
              .enumTypes()
              .find(from.toString())
              .orElseThrow(() -> new SchemaException("Enum type \"" + from + "\" does not exist."));
      return schema
          .withEnumTypes(schema.enumTypes().replacing(from.toString(), kept.withName(to)))
          .withTables(schema.tables().map(table -> table.renamingType(from, to)));
    }

    @Override
    public Description describe() {
      return new Description(Sign.RENAMED, "enum type", from.toString(), "→ " + to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameEnumType(this);
    }
  }

  /** A label of an enum type kept under another name: rows that hold it stay. */
  record RenameEnumLabel(QualifiedName type, String from, String to) implements ObjectChange {
    @Override
    public ObjectName object() {
      return ObjectName.enumType(type);
    }

    @Override
    public Change reverse() {
      return new RenameEnumLabel(type, to, from);
    }

    @Override
    public Schema applyTo(Schema schema) {
      EnumType kept =
          schema
              .enumTypes()
              .find(type.toString())
              .orElseThrow(() -> new SchemaException("Enum type \"" + type + "\" does not exist."));
      if (!kept.labels().contains(from) || kept.labels().contains(to)) {
        throw new SchemaException(
            "Cannot rename label \""
                + from
                + "\" of enum type \""
                + type
                + "\" to \""
                + to
                + "\".");
      }
      EnumType renamed =
          kept.withLabels(kept.labels().stream().map(l -> l.equals(from) ? to : l).toList());
      return schema
          .withEnumTypes(schema.enumTypes().replacing(type.toString(), renamed))
          .withTables(schema.tables().map(table -> table.renamingLabel(type, from, to)));
    }

    @Override
    public Description describe() {
      return new Description(Sign.RENAMED, "enum label", type + "." + from, "→ " + to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameEnumLabel(this);
    }
  }
}
