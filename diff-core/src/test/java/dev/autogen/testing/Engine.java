package dev.autogen.testing;

/** The kinds of database that tests run on. */
public enum Engine {
  POSTGRESQL,
  H2;

  /** The name used in configuration and in messages. */
  public String label() {
    return this == POSTGRESQL ? "PostgreSQL" : "H2";
  }
}
