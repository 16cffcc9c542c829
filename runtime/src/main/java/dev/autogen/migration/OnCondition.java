package dev.autogen.migration;

/** A check that has a name and still needs a table and a condition. */
public interface OnCondition {

  /** The table that gets it; {@code condition} is SQL, without enclosing parentheses. */
  Complete on(String table, String condition);
}
