package dev.autogen.migration;

/**
 * A key or index that has a name and still needs a table.
 *
 * @param <N> what can be said about it then
 */
public interface On<N> {

  /** The table that gets it, and the columns of that table that it is about, in its order. */
  N on(String table, String... columns);
}
