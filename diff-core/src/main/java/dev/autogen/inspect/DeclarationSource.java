package dev.autogen.inspect;

import dev.autogen.dialect.Dialect;

/** Says what is declared, as one kind of database would have it. */
public interface DeclarationSource {

  /** The schema that a connection is expected to start in, as the model spells it. */
  String connectionSchema();

  /**
   * What is declared.
   *
   * @param dialect whose canonical spelling it is in
   * @param schema the schema that the connection starts in: what lies there is in the default one
   */
  Declaration declaration(Dialect dialect, String schema);
}
