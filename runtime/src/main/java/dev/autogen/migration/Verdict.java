package dev.autogen.migration;

/** What a person says of the statement that was running when a run broke off. */
public enum Verdict {
  /** Nothing: the database is looked at. */
  UNSAID,
  /** It took effect, or was finished by hand: go on after it. */
  DONE,
  /** It did not, or was undone by hand: run it again. */
  AGAIN
}
