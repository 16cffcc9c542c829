package dev.autogen.cli.report;

/**
 * Something to know besides the changes.
 *
 * @param kind what kind of note it is
 * @param code a rule's code, or the empty string
 * @param object what it is about, or the empty string
 * @param kindOfObject {@code table}, {@code index}, ... or the empty string
 * @param message a sentence
 */
public record Note(Kind kind, String code, String object, String kindOfObject, String message) {

  /** The kinds of notes. */
  public enum Kind {
    /** The database has it and no entity ever declared it. */
    UNMANAGED,
    /** It could not be told whether the two sides differ. */
    NOT_COMPARED,
    /** A rule's opinion. */
    FINDING,
    /** Two of the sides disagree for another reason than a change of an entity. */
    STATE
  }
}
