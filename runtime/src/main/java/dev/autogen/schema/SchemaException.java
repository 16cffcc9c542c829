package dev.autogen.schema;

/**
 * A change that a schema cannot take: what a database would refuse, found without asking it. The
 * message is a sentence for a person.
 */
public final class SchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SchemaException(String message) {
    super(message);
  }
}
