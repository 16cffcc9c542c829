package dev.autogen.matrix;

import dev.autogen.testing.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is known not to hold yet. A gap that is closed makes the test fail, so that this
 * list says what is.
 *
 * @param title the case's
 * @param engine where
 * @param oracles what does not hold
 * @param instead what happens instead, for the page that users read
 */
record Gap(String title, Engine engine, Set<Oracle> oracles, String instead) {

  private static final List<Gap> KNOWN = List.of();

  static Optional<Gap> of(Case measured, Engine engine) {
    return KNOWN.stream()
        .filter(gap -> gap.title.equals(measured.title()) && gap.engine == engine.family())
        .findFirst();
  }

  /** All of them. */
  static List<Gap> known() {
    return KNOWN;
  }
}
