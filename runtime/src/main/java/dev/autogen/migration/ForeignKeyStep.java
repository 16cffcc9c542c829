package dev.autogen.migration;

import dev.autogen.schema.ForeignKey;

/** A foreign key being added or dropped. */
public final class ForeignKeyStep extends ForeignKeyFacets<ForeignKeyStep> {

  ForeignKeyStep(Slot<ForeignKey> key) {
    super(key);
  }

  @Override
  ForeignKeyStep self() {
    return this;
  }
}
