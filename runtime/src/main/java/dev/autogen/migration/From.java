package dev.autogen.migration;

/**
 * A key or index to be dropped, of which the name is known and the table still needed.
 *
 * @param <N> what can be said about it then
 */
public interface From<N> {

  /**
   * The table that loses it, and the columns that it was about. Without columns its definition is
   * that which the migrations before this one gave it.
   */
  N from(String table, String... columns);
}
