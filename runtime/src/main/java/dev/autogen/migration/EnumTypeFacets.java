package dev.autogen.migration;

import dev.autogen.schema.EnumType;
import dev.autogen.schema.EnumType.Casts;

/**
 * What may be said of an enum type besides its labels: which casts to text and back the database
 * makes without being asked. Hibernate makes both; a type that a person made has what it has.
 *
 * @param <S> what each of these calls returns: the same thing, to be described further
 */
public abstract class EnumTypeFacets<S extends EnumTypeFacets<S>> {

  private final Slot<EnumType> type;

  EnumTypeFacets(Slot<EnumType> type) {
    this.type = type;
  }

  abstract S self();

  final EnumType type() {
    return type.get();
  }

  /** Text becomes a value without a cast, and a value text. */
  public S withCasts() {
    return with(Casts.BOTH);
  }

  /** Neither text becomes a value without a cast, nor a value text. */
  public S withoutCasts() {
    return with(Casts.NONE);
  }

  /** Text becomes a value without a cast; a value does not become text. */
  public S castFromTextOnly() {
    return with(Casts.FROM_TEXT);
  }

  /** A value becomes text without a cast; text does not become a value. */
  public S castToTextOnly() {
    return with(Casts.TO_TEXT);
  }

  private S with(Casts casts) {
    type.edit(before -> before.withCasts(casts));
    return self();
  }
}
