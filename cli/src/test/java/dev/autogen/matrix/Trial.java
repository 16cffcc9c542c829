package dev.autogen.matrix;

import java.util.List;
import java.util.Set;

/**
 * What a case is on one engine.
 *
 * @param byHand definitions that no entity states, made in the database before the change and in
 *     the one that it is compared with after; they are to be left alone
 * @param rows inserts, run before the change
 * @param drift what somebody does to the database alone, once all of it is there
 * @param expected what autogen is to report
 * @param converted columns ({@code item.price}) whose values the change itself rewrites
 */
record Trial(
    List<String> byHand,
    List<String> rows,
    List<String> drift,
    List<String> expected,
    Set<String> converted) {

  static final Trial NOTHING = new Trial(List.of(), List.of(), List.of(), List.of(), Set.of());

  Trial {
    byHand = List.copyOf(byHand);
    rows = List.copyOf(rows);
    drift = List.copyOf(drift);
    expected = List.copyOf(expected);
    converted = Set.copyOf(converted);
  }

  Trial withByHand(String... statements) {
    return new Trial(List.of(statements), rows, drift, expected, converted);
  }

  Trial withRows(String... inserts) {
    return new Trial(byHand, List.of(inserts), drift, expected, converted);
  }

  Trial withDrift(String... statements) {
    return new Trial(byHand, rows, List.of(statements), expected, converted);
  }

  Trial withExpected(String... changes) {
    return new Trial(byHand, rows, drift, List.of(changes), converted);
  }

  Trial withConverted(String... columns) {
    return new Trial(byHand, rows, drift, expected, Set.of(columns));
  }
}
