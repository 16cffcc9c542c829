package dev.autogen.diff;

/** What becomes of things in the database that no entity has ever declared. */
public enum Unmanaged {
  /** They stay, and are named in a note. */
  KEEP,
  /** They go: the database is to be exactly what the entities declare. */
  PRUNE
}
