package dev.autogen.migration;

import dev.autogen.schema.UniqueKey;

/** A unique constraint being added or dropped. */
public final class UniqueStep extends UniqueFacets<UniqueStep> {

  UniqueStep(Slot<UniqueKey> key) {
    super(key);
  }

  @Override
  UniqueStep self() {
    return this;
  }
}
