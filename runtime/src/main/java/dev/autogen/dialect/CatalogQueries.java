package dev.autogen.dialect;

/**
 * One catalog query for each kind of object. Each returns all objects of the given schemas (stored
 * spelling) in one statement, so that the number of statements does not grow with that of tables.
 *
 * <p>The result columns are listed at each method; names come in stored spelling.
 */
public interface CatalogQueries {

  /** The schema that unqualified names mean for this connection: one row, one column. */
  String defaultSchema();
}
