package dev.autogen.schema;

import java.util.List;
import java.util.Objects;

/**
 * A type of its own whose values are a fixed, ordered list of labels.
 *
 * @param name where it lives
 * @param labels the labels, in the database's order
 * @param casts which casts between the type and text the database makes without being asked
 */
public record EnumType(QualifiedName name, List<String> labels, Casts casts) {

  /** Implicit casts between an enum type and {@code varchar}. Hibernate makes both. */
  public enum Casts {
    BOTH,
    FROM_TEXT,
    TO_TEXT,
    NONE;

    /** The casts of which each is there or not. */
    public static Casts of(boolean fromText, boolean toText) {
      return fromText ? (toText ? BOTH : FROM_TEXT) : (toText ? TO_TEXT : NONE);
    }

    public boolean fromText() {
      return this == BOTH || this == FROM_TEXT;
    }

    public boolean toText() {
      return this == BOTH || this == TO_TEXT;
    }
  }

  public EnumType {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(casts, "casts");
    labels = List.copyOf(labels);
  }

  /** A type with the casts that Hibernate makes. */
  public EnumType(QualifiedName name, List<String> labels) {
    this(name, labels, Casts.BOTH);
  }

  public EnumType withName(QualifiedName newName) {
    return new EnumType(newName, labels, casts);
  }

  public EnumType withLabels(List<String> newLabels) {
    return new EnumType(name, newLabels, casts);
  }

  public EnumType withCasts(Casts newCasts) {
    return new EnumType(name, labels, newCasts);
  }
}
