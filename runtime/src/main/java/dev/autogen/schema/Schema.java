package dev.autogen.schema;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What a database looks like, or ought to: read from entities, from a connection, or from
 * migrations.
 *
 * @param namespaces the schemas besides the default one, by name
 * @param tables the tables of all schemas
 * @param sequences the sequences that belong to no column
 * @param enumTypes the enum types
 */
public record Schema(
    Set<String> namespaces,
    ByName<Table> tables,
    ByName<Sequence> sequences,
    ByName<EnumType> enumTypes) {

  public static final Schema EMPTY = of(List.of(), List.of(), List.of(), List.of());

  public Schema {
    namespaces = java.util.Collections.unmodifiableSet(new TreeSet<>(namespaces));
  }

  public static Schema of(
      Collection<String> namespaces,
      Collection<Table> tables,
      Collection<Sequence> sequences,
      Collection<EnumType> enumTypes) {
    return new Schema(
        new TreeSet<>(namespaces),
        ByName.of(table -> table.name().toString(), tables),
        ByName.of(sequence -> sequence.name().toString(), sequences),
        ByName.of(type -> type.name().toString(), enumTypes));
  }

  public Schema withNamespaces(Set<String> newNamespaces) {
    return new Schema(newNamespaces, tables, sequences, enumTypes);
  }

  public Schema withTables(ByName<Table> newTables) {
    return new Schema(namespaces, newTables, sequences, enumTypes);
  }

  public Schema withSequences(ByName<Sequence> newSequences) {
    return new Schema(namespaces, tables, newSequences, enumTypes);
  }

  public Schema withEnumTypes(ByName<EnumType> newEnumTypes) {
    return new Schema(namespaces, tables, sequences, newEnumTypes);
  }

  /**
   * The table of that name.
   *
   * @throws SchemaException if there is none
   */
  public Table table(QualifiedName name) {
    return tables
        .find(name.toString())
        .orElseThrow(() -> new SchemaException("Table \"" + name + "\" does not exist."));
  }

  /** This with one table changed in its place. */
  public Schema editing(QualifiedName name, UnaryOperator<Table> edit) {
    return withTables(tables.replacing(name.toString(), edit.apply(table(name))));
  }

  /**
   * @throws SchemaException if a foreign key of another table refers to this one
   */
  public void requireUnreferenced(QualifiedName target) {
    for (Table table : tables) {
      for (ForeignKey key : table.foreignKeys()) {
        if (key.target().equals(target) && !table.name().equals(target)) {
          throw new SchemaException(
              "Cannot drop table \""
                  + target
                  + "\": \""
                  + table.name()
                  + "."
                  + key.name()
                  + "\" still references it. Drop that foreign key first, or drop both tables in"
                  + " one migration.");
        }
      }
    }
  }
}
