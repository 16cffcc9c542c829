package dev.autogen.migration;

/**
 * One step in a database's history, forth and back. A class that implements it carries {@link
 * Revision} and has a public constructor without parameters.
 *
 * <p>Both methods only record what is to be done; nothing runs before they return. They may be
 * called more than once, and without a database.
 */
public interface Migration {

  /** Records the steps forth. */
  void upgrade(Operations op);

  /** Records the steps back, in the order in which they run. */
  void downgrade(Operations op);

  /**
   * Records which objects the entities have newly declared at this revision, and where. A later
   * comparison proposes to drop only what is recorded here; what a person adds by hand to {@link
   * #upgrade} counts as hand-made.
   */
  default void entities(Declarations declared) {}
}
