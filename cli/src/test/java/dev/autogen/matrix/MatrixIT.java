package dev.autogen.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.testing.Engine;
import dev.autogen.testing.ReusedDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Measures all cases on all engines. {@code -Dmatrix.only=TEXT,TEXT} measures those whose title
 * holds one of the texts, {@code -Dmatrix.engine=MYSQL,MARIADB} those engines; both leave the page
 * alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT) // Not the default of a class that keeps its instance.
class MatrixIT {

  private static final Path PAGE = Path.of("..", "docs", "detects.md");

  private static final String ONLY = System.getProperty("matrix.only", "");

  private static final Set<Engine> ENGINES =
      System.getProperty("matrix.engine", "").isEmpty()
          ? Engine.served()
          : Stream.of(System.getProperty("matrix.engine").split(","))
              .map(Engine::valueOf)
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Engine.class)));

  private static final boolean ALL = ONLY.isEmpty() && ENGINES.equals(Engine.served());

  private final Map<Engine, List<Score>> measured = new ConcurrentHashMap<>();

  Set<Engine> engines() {
    return ENGINES;
  }

  @ParameterizedTest
  @MethodSource("engines")
  void everyChangePassesAllFiveOracles(Engine engine) throws SQLException {
    List<Score> scores = on(engine);
    measured.put(engine, scores);
    print(engine, scores);
    List<String> wrong = new ArrayList<>();
    for (Score score : scores) {
      Optional<Gap> gap = Gap.of(score.measured(), score.engine());
      Set<Oracle> known = gap.map(Gap::oracles).orElse(Set.of());
      if (!known.equals(score.failures().keySet())) {
        wrong.add(score + (known.isEmpty() ? "" : "  known: " + known + "\n"));
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  @AfterAll
  void thePageSaysWhatIsMeasured() throws IOException {
    if (!ALL || !measured.keySet().equals(ENGINES)) {
      return;
    }
    String page =
        new Matrix(ENGINES.stream().flatMap(engine -> measured.get(engine).stream()).toList())
            .page();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }
    String found = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    assertEquals(page, found, "docs/detects.md is not up to date: run `make golden`.");
  }

  private static List<Score> on(Engine engine) throws SQLException {
    try (ReusedDatabases databases = new ReusedDatabases(engine)) {
      return Cases.all().stream()
          .filter(one -> one.engines().contains(engine) && isAsked(one))
          .map(one -> Measurement.of(one, engine, databases))
          .toList();
    }
  }

  private static boolean isAsked(Case one) {
    return Stream.of(ONLY.split(",")).anyMatch(one.title()::contains);
  }

  /** In one piece: others print at the same time. */
  private static void print(Engine engine, List<Score> scores) {
    StringBuilder text = new StringBuilder(engine.label());
    long passed = scores.stream().filter(Score::passes).count();
    text.append(": %d of %d changes pass all five oracles%n".formatted(passed, scores.size()));
    for (Oracle oracle : Oracle.values()) {
      long held = scores.stream().filter(s -> !s.failures().containsKey(oracle)).count();
      text.append("  %-10s %d%n".formatted(oracle, held));
    }
    scores.stream().filter(score -> !score.passes()).forEach(score -> text.append(score + "\n"));
    System.out.print(text);
  }
}
