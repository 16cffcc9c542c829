package dev.autogen.schema;

import java.util.List;
import java.util.Objects;

/**
 * A table's primary key.
 *
 * @param name the constraint's name
 * @param columns the columns, in the order of the key
 */
public record PrimaryKey(String name, List<String> columns) implements Constraint {

  public PrimaryKey {
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
  }

  @Override
  public PrimaryKey withName(String newName) {
    return new PrimaryKey(newName, columns);
  }

  @Override
  public PrimaryKey renamingColumn(String from, String to) {
    return new PrimaryKey(name, Constraint.renamed(columns, from, to));
  }
}
