package dev.autogen.inspect;

import dev.autogen.schema.Schema;

/** Somewhere a schema can be read. */
public interface SchemaSource {

  /**
   * Reads the schema, in canonical spelling.
   *
   * @throws InspectionException with a sentence for a person, if it cannot be read
   */
  Schema read();
}
