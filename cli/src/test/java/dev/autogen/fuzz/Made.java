package dev.autogen.fuzz;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What the edits of one pair have made so far, for those that come after. */
final class Made {

  private final UnaryOperator<String> spelling;
  private final Set<String> kept = new HashSet<>();
  private final Set<String> settled = new HashSet<>();
  private int number;

  /**
   * @param spelling a name as the engine has it
   */
  Made(UnaryOperator<String> spelling) {
    this.spelling = spelling;
  }

  /** A name that nothing has. */
  String name(String start) {
    number++;
    return spelling.apply(start + number);
  }

  /** Notes a table or column that must stay: a hint names it. */
  void keep(String name) {
    kept.add(name);
  }

  boolean keeps(String name) {
    return kept.contains(name);
  }

  /**
   * Notes a column whose values are decided: added with one value for all rows, or filled, or
   * turned into another type.
   */
  void settle(Object table, String column) {
    settled.add(table + "." + column);
  }

  boolean isSettled(Object table, String column) {
    return settled.contains(table + "." + column);
  }
}
