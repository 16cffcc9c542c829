package dev.autogen.migration;

import dev.autogen.schema.Deferrability;
import dev.autogen.schema.UniqueKey;

/**
 * What can be said about a unique constraint besides its name and columns.
 *
 * @param <S> what each of these calls returns: the same thing, to be described further
 */
public abstract class UniqueFacets<S extends UniqueFacets<S>> {

  private final Slot<UniqueKey> key;

  UniqueFacets(Slot<UniqueKey> key) {
    this.key = key;
  }

  abstract S self();

  /** Two rows without a value are equal. */
  public S nullsNotDistinct() {
    key.edit(k -> new UniqueKey(k.name(), k.columns(), false, k.deferrability()));
    return self();
  }

  /** Checked with each statement, unless the transaction asks to wait. */
  public S deferrable() {
    return checked(Deferrability.INITIALLY_IMMEDIATE);
  }

  /** Checked at commit, unless the transaction asks for it sooner. */
  public S initiallyDeferred() {
    return checked(Deferrability.INITIALLY_DEFERRED);
  }

  private S checked(Deferrability deferrability) {
    key.edit(k -> new UniqueKey(k.name(), k.columns(), k.nullsDistinct(), deferrability));
    return self();
  }
}
