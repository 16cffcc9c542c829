package dev.autogen.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.fuzz.Trial.Failure;
import dev.autogen.testing.Engine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Made-up pairs of models pass all oracles. {@code -Dfuzz.pairs=N} tries that many of each engine,
 * {@code -Dfuzz.seed=N} starts elsewhere, {@code -Dfuzz.engine=NAME} takes only that engine, {@code
 * -Dfuzz.spelling=NAME} gives all models names of that kind.
 */
class FuzzIT {

  private static final int PAIRS = Integer.getInteger("fuzz.pairs", 200);
  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final String ENGINE = System.getProperty("fuzz.engine", "");

  /** Failures that are made small; the rest is printed as it is. */
  private static final int SHOWN = Integer.getInteger("fuzz.shown", 5);

  /**
   * Seeds that are known to fail, and why. One that no longer does makes the test fail, so that
   * this list says what is.
   */
  private static final Map<Engine, Map<Long, String>> KNOWN = Map.of();

  /** Each database in one version, unless an older one is named: the matrix has them all. */
  static Stream<Engine> engines() {
    return Engine.served().stream()
        .filter(
            engine -> ENGINE.isEmpty() ? engine == engine.family() : engine.name().equals(ENGINE));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void takesAnyModelToAnyOther(Engine engine) throws SQLException {
    try (Grounds grounds = Grounds.on(engine)) {
      takesAnyModelToAnyOther(grounds);
    }
  }

  private static void takesAnyModelToAnyOther(Grounds grounds) {
    Engine engine = grounds.engine();
    long start = System.nanoTime();
    List<String> failures = new ArrayList<>();
    int failed = 0;
    for (long seed = SEED; seed < SEED + PAIRS; seed++) {
      Pair pair = Pair.of(seed, grounds.vocabulary().with(Spelling.of(seed)));
      Optional<Failure> failure = Trial.of(grounds, pair);
      if (failure.isPresent()) {
        failed++;
      }
      Optional<String> known = Optional.ofNullable(KNOWN.getOrDefault(engine, Map.of()).get(seed));
      if (known.isPresent()) {
        System.out.println(engine.label() + ", seed " + seed + ", known: " + known.get());
        if (failure.isEmpty()) {
          failures.add(engine.label() + ", seed " + seed + " passes: take it off KNOWN.");
        }
        continue;
      }
      if (failure.isEmpty()) {
        continue;
      }
      String text = engine.label() + ", seed " + seed + ", " + failure.get();
      if (failures.size() < SHOWN) {
        text =
            report(
                engine,
                seed,
                Shrinking.of(smaller -> Trial.of(grounds, smaller), pair, failure.get()));
      }
      failures.add(text);
      System.out.println(text);
    }
    System.out.printf(
        "%s: %d of %d pairs pass, in %d s%n",
        engine.label(), PAIRS - failed, PAIRS, (System.nanoTime() - start) / 1_000_000_000);
    assertEquals("", String.join("\n\n", failures));
  }

  private static String report(Engine engine, long seed, Shrinking.Smallest smallest) {
    StringBuilder text = new StringBuilder();
    text.append(engine.label()).append(", seed ").append(seed);
    text.append(", ").append(smallest.failure()).append("\n");
    smallest.pair().edits().forEach(edit -> text.append("  edit ").append(edit).append('\n'));
    smallest
        .pair()
        .before()
        .tables()
        .forEach(table -> text.append("  table ").append(table).append('\n'));
    return text.append("  again: make fuzz FUZZ=1 FUZZ_SEED=")
        .append(seed)
        .append(" FUZZ_ENGINE=")
        .append(engine.name())
        .toString();
  }
}
