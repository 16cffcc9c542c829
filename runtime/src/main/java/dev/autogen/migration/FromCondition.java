package dev.autogen.migration;

/** A check to be dropped, of which the name is known and the table still needed. */
public interface FromCondition {

  /** The table that loses it; its condition is that which migrations before this one gave it. */
  Complete from(String table);

  /** The table that loses it, and the condition that is no longer kept. */
  Complete from(String table, String condition);
}
