package dev.autogen.lint;

import dev.autogen.schema.ObjectName;

/**
 * What a rule has to say about one change.
 *
 * @param code the rule's code, stable once published
 * @param severity how bad it is
 * @param object the thing it is about
 * @param message what happens and what to do instead, as a sentence
 */
public record Finding(String code, Severity severity, ObjectName object, String message) {

  /** How bad a finding is. */
  public enum Severity {
    /** Worth knowing. */
    NOTE,
    /** Can fail, or surprise, on a database that holds rows. */
    WARNING,
    /** Rows or values are lost without an error: done only when asked for. */
    DESTRUCTIVE
  }

  public boolean isDestructive() {
    return severity == Severity.DESTRUCTIVE;
  }
}
