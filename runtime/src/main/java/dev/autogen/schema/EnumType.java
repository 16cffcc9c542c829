package dev.autogen.schema;

import java.util.List;
import java.util.Objects;

/**
 * A type of its own whose values are a fixed, ordered list of labels.
 *
 * @param name where it lives
 * @param labels the labels, in the database's order
 */
public record EnumType(QualifiedName name, List<String> labels) {

  public EnumType {
    Objects.requireNonNull(name, "name");
    labels = List.copyOf(labels);
  }

  public EnumType withName(QualifiedName newName) {
    return new EnumType(newName, labels);
  }
}
