package dev.autogen.fuzz;

import java.util.Optional;

/**
 * A type and values of it, as SQL literals.
 *
 * @param type the type
 * @param family what it can be turned into and what conditions can be set on it
 * @param first the value of the first row
 * @param second the value of the second row, unlike the first
 * @param third a value unlike both where the type has one: for defaults and fills
 * @param computed a default that is no literal
 */
record Sample(
    String type,
    Family family,
    String first,
    String second,
    String third,
    Optional<String> computed) {

  /** Kinds of types. */
  enum Family {
    /** Whole numbers: what a key is made of. */
    WHOLE,
    DECIMAL,
    /** Short texts, which hold numbers here, so that they can become some. */
    TEXT,
    MOMENT,
    /** Whatever an index can be made of, and no more. */
    PLAIN,
    /** What no index can be made of, or no default be set for, on some engine. */
    LARGE
  }

  static Sample of(String type, Family family, String first, String second, String third) {
    return new Sample(type, family, first, second, third, Optional.empty());
  }

  Sample computed(String expression) {
    return new Sample(type, family, first, second, third, Optional.of(expression));
  }

  /** The value of the first or second row. */
  String value(int row) {
    return row == 0 ? first : second;
  }

  /** Whether keys and indexes can be made of it. */
  boolean isKeyed() {
    return family != Family.LARGE;
  }
}
