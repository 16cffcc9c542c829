/**
 * What a database looks like, or ought to: immutable values, equal when the structure is equal.
 *
 * <p>Nothing here knows a particular database, a connection or a mapping.
 */
package dev.autogen.schema;
