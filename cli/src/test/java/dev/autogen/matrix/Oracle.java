package dev.autogen.matrix;

import java.util.Locale;

/** What must hold for one change on one engine. */
enum Oracle {
  /** The report names this change and no other. */
  DETECTED,
  /** The upgrade runs as written, and rows keep their values. */
  RUNS,
  /** The catalog then equals that of a database which Hibernate creates from the new entities. */
  EXACT,
  /** A second run finds nothing. */
  CONVERGES,
  /** The downgrade runs; the catalog equals the old one, and rows keep what was not dropped. */
  RESTORES;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
