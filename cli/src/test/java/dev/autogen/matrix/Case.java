package dev.autogen.matrix;

import dev.autogen.testing.Engine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One change of a model, and what is to come of it. An engine named here stands for its older
 * versions too.
 *
 * @param row the row of the matrix: {@code column}
 * @param name the change, in words, unlike any other in its row
 * @param before the class that holds the entity classes before the change
 * @param after the class that holds them after it
 * @param hints arguments of {@code revision}: {@code --rename}, {@code --fill}
 * @param trials what it is on each engine that has the thing
 * @param absent why the other engines do not have it
 */
record Case(
    String row,
    String name,
    Class<?> before,
    Class<?> after,
    List<String> hints,
    Map<Engine, Trial> trials,
    Map<Engine, String> absent) {

  Case {
    hints = List.copyOf(hints);
    trials = Map.copyOf(trials);
    absent = Map.copyOf(absent);
  }

  /** A change that nothing is reported for, on all engines, until {@link #expect} says more. */
  static Case of(String row, String name, Class<?> before, Class<?> after) {
    Map<Engine, Trial> trials = new EnumMap<>(Engine.class);
    Arrays.stream(Engine.values()).forEach(engine -> trials.put(engine, Trial.NOTHING));
    return new Case(row, name, before, after, List.of(), trials, Map.of());
  }

  /** What it is on an engine that has the thing. */
  Trial trial(Engine engine) {
    return Optional.ofNullable(trials.get(engine))
        .orElseThrow(() -> new IllegalArgumentException(title() + " is not on " + engine));
  }

  /** The engines that have the thing. */
  Set<Engine> engines() {
    return trials.keySet();
  }

  /** Not on this engine, with the reason, as {@code docs/detects.md} gives it. */
  Case without(Engine engine, String reason) {
    Map<Engine, Trial> left = new EnumMap<>(trials);
    Map<Engine, String> more = new EnumMap<>(Engine.class);
    more.putAll(absent);
    for (Engine other : Engine.values()) {
      if (other == engine || other.family() == engine) {
        left.remove(other);
        more.put(other, reason);
      }
    }
    return new Case(row, name, before, after, hints, left, more);
  }

  /** Only on these engines, with the reason why not on the others. */
  Case only(String reason, Engine... some) {
    Case less = this;
    for (Engine engine : Engine.values()) {
      if (!Set.of(some).contains(engine.family())) {
        less = less.without(engine, reason);
      }
    }
    return less;
  }

  /** Rows that are there when the change comes. */
  Case rows(String... inserts) {
    return with(trial -> trial.withRows(inserts));
  }

  /** Rows on an engine that writes values in another way. */
  Case rowsOn(Engine engine, String... inserts) {
    return with(engine, trial -> trial.withRows(inserts));
  }

  /** Definitions that a person made. */
  Case byHand(String... statements) {
    return with(trial -> trial.withByHand(statements));
  }

  /** Definitions on an engine that words them in another way. */
  Case byHandOn(Engine engine, String... statements) {
    return with(engine, trial -> trial.withByHand(statements));
  }

  /** Statements that change the database and nothing else: the entities stay as they are. */
  Case drift(String... statements) {
    return with(trial -> trial.withDrift(statements));
  }

  /** The same on an engine that words them in another way. */
  Case driftOn(Engine engine, String... statements) {
    return with(engine, trial -> trial.withDrift(statements));
  }

  /** What nobody ever declared is to go. */
  Case prune() {
    return withHints("--prune", "");
  }

  /**
   * What autogen is to report on every engine: {@code + column item.note}, as {@code
   * Change.describe()} words it, with or without the detail. {@code *} stands for any text, where
   * the engine or Hibernate makes a name up.
   */
  Case expect(String... changes) {
    return with(trial -> trial.withExpected(changes));
  }

  /** What autogen is to report on one engine that differs from the others. */
  Case expectOn(Engine engine, String... changes) {
    return with(engine, trial -> trial.withExpected(changes));
  }

  /** Columns whose values are not to be the same afterwards. */
  Case converts(String... columns) {
    return with(trial -> trial.withConverted(columns));
  }

  /** The same on an engine that differs from the others. */
  Case convertsOn(Engine engine, String... columns) {
    return with(engine, trial -> trial.withConverted(columns));
  }

  Case rename(String hint) {
    return withHints("--rename", hint);
  }

  Case fill(String hint) {
    return withHints("--fill", hint);
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

  private Case with(UnaryOperator<Trial> change) {
    Map<Engine, Trial> all = new EnumMap<>(trials);
    all.replaceAll((engine, trial) -> change.apply(trial));
    return new Case(row, name, before, after, hints, all, absent);
  }

  private Case with(Engine engine, UnaryOperator<Trial> change) {
    Map<Engine, Trial> all = new EnumMap<>(trials);
    all.replaceAll(
        (one, trial) -> one == engine || one.family() == engine ? change.apply(trial) : trial);
    return new Case(row, name, before, after, hints, all, absent);
  }

  private Case withHints(String... more) {
    List<String> all = new ArrayList<>(hints);
    all.addAll(List.of(more));
    return new Case(row, name, before, after, all, trials, absent);
  }

  @Override
  public String toString() {
    return title();
  }
}
