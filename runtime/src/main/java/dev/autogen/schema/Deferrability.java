package dev.autogen.schema;

/** When a constraint is checked. */
public enum Deferrability {
  /** With each statement, always. */
  NOT_DEFERRABLE,
  /** With each statement, unless the transaction asks to wait. */
  INITIALLY_IMMEDIATE,
  /** At commit, unless the transaction asks for it sooner. */
  INITIALLY_DEFERRED
}
