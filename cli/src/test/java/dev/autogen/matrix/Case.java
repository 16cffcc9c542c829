package dev.autogen.matrix;

import dev.autogen.testing.Engine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One change of a model, and what is to come of it.
 *
 * @param row the row of the matrix: {@code column}
 * @param name the change, in words, unlike any other in its row
 * @param before the class that holds the entity classes before the change
 * @param after the class that holds them after it
 * @param engines those that have the thing
 * @param setup statements that run on the database before and, for what a person made by hand, on
 *     the one that it is compared with after
 * @param expected what autogen is to report, on each engine
 * @param hints arguments of {@code revision}: {@code --rename}, {@code --fill}
 * @param converted columns ({@code item.price}) whose values the change itself rewrites
 */
record Case(
    String row,
    String name,
    Class<?> before,
    Class<?> after,
    Set<Engine> engines,
    Setup setup,
    Map<Engine, List<String>> expected,
    List<String> hints,
    Set<String> converted) {

  /**
   * What is in the database besides what Hibernate creates.
   *
   * @param byHand definitions that no entity states; they are to be left alone
   * @param rows inserts
   */
  record Setup(List<String> byHand, List<String> rows) {}

  Case {
    engines = Set.copyOf(engines);
    expected = Map.copyOf(expected);
    hints = List.copyOf(hints);
    converted = Set.copyOf(converted);
  }

  /** A change that nothing is reported for, on all engines, until {@link #expect} says more. */
  static Case of(String row, String name, Class<?> before, Class<?> after) {
    Map<Engine, List<String>> nothing = new EnumMap<>(Engine.class);
    Arrays.stream(Engine.values()).forEach(engine -> nothing.put(engine, List.of()));
    return new Case(
        row,
        name,
        before,
        after,
        EnumSet.allOf(Engine.class),
        new Setup(List.of(), List.of()),
        nothing,
        List.of(),
        Set.of());
  }

  /** Only on these engines, and older versions of them. */
  Case on(Engine... some) {
    Set<Engine> families = Set.of(some);
    Set<Engine> all =
        Arrays.stream(Engine.values())
            .filter(engine -> families.contains(engine.family()))
            .collect(Collectors.toSet());
    return new Case(row, name, before, after, all, setup, expected, hints, converted);
  }

  /** Rows that are there when the change comes. */
  Case rows(String... inserts) {
    return withSetup(new Setup(setup.byHand(), List.of(inserts)));
  }

  /** Definitions that a person made. */
  Case byHand(String... statements) {
    return withSetup(new Setup(List.of(statements), setup.rows()));
  }

  /**
   * What autogen is to report on every engine: {@code + column item.note}, as {@code
   * Change.describe()} words it, with or without the detail. {@code *} stands for any text, where
   * the engine or Hibernate makes a name up.
   */
  Case expect(String... changes) {
    Map<Engine, List<String>> all = new EnumMap<>(Engine.class);
    engines.forEach(engine -> all.put(engine, List.of(changes)));
    return withExpected(all);
  }

  /** What autogen is to report on one engine that differs from the others, and its old versions. */
  Case expectOn(Engine engine, String... changes) {
    Map<Engine, List<String>> all = new EnumMap<>(expected);
    Arrays.stream(Engine.values())
        .filter(other -> other.family() == engine)
        .forEach(other -> all.put(other, List.of(changes)));
    return withExpected(all);
  }

  Case rename(String hint) {
    return withHints("--rename", hint);
  }

  Case fill(String hint) {
    return withHints("--fill", hint);
  }

  /** Columns whose values are not to be the same afterwards. */
  Case converts(String... columns) {
    return new Case(row, name, before, after, engines, setup, expected, hints, Set.of(columns));
  }

  /** The rename hints, {@code old=new}. */
  List<String> renames() {
    List<String> renames = new ArrayList<>();
    for (int i = 0; i < hints.size(); i += 2) {
      if (hints.get(i).equals("--rename")) {
        renames.add(hints.get(i + 1));
      }
    }
    return renames;
  }

  /** What the matrix calls it. */
  String title() {
    return row + ": " + name;
  }

  private Case withSetup(Setup newSetup) {
    return new Case(row, name, before, after, engines, newSetup, expected, hints, converted);
  }

  private Case withExpected(Map<Engine, List<String>> newExpected) {
    return new Case(row, name, before, after, engines, setup, newExpected, hints, converted);
  }

  private Case withHints(String... more) {
    List<String> all = new ArrayList<>(hints);
    all.addAll(List.of(more));
    return new Case(row, name, before, after, engines, setup, expected, all, converted);
  }

  @Override
  public String toString() {
    return title();
  }
}
