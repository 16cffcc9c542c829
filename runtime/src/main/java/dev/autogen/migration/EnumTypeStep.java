package dev.autogen.migration;

import dev.autogen.schema.EnumType;

/** An enum type being created or dropped. */
public final class EnumTypeStep extends EnumTypeFacets<EnumTypeStep> {

  EnumTypeStep(Scope scope, EnumType type) {
    super(new Slot<>(scope, type));
  }

  @Override
  EnumTypeStep self() {
    return this;
  }
}
