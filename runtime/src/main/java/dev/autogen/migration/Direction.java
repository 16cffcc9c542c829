package dev.autogen.migration;

import java.util.Locale;

/** Which way a database is moved through its history. */
public enum Direction {
  UPGRADE,
  DOWNGRADE,
  /** Only the version is written; no migration runs. */
  STAMP;

  /** As the log spells it: {@code upgrade}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
