package dev.autogen.migration;

import dev.autogen.schema.Index;

/** An index being created or dropped. */
public final class IndexStep extends IndexFacets<IndexStep> {

  IndexStep(Slot<Index> index) {
    super(index);
  }

  @Override
  IndexStep self() {
    return this;
  }
}
