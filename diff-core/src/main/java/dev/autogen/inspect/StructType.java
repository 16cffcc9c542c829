package dev.autogen.inspect;

import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * A composite type that entities declare: a type of its own whose values have parts.
 *
 * @param name where it lives
 * @param parts the parts, in order: only name and type are of interest
 * @param create the statements that make it
 * @param drop the statements that take it away
 */
public record StructType(
    QualifiedName name, List<Column> parts, List<String> create, List<String> drop) {

  public StructType {
    parts = List.copyOf(parts);
    create = List.copyOf(create);
    drop = List.copyOf(drop);
  }
}
