package dev.autogen.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.testing.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Measures all cases on all engines. {@code -Dmatrix.only=TEXT,TEXT} measures those whose title
 * holds one of the texts, {@code -Dmatrix.engine=MYSQL,MARIADB} those engines; both leave the page
 * alone.
 */
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

  @Test
  void everyChangePassesAllFiveOracles() throws IOException {
    Matrix matrix = new Matrix(ENGINES.stream().parallel().flatMap(MatrixIT::on).toList());
    print(matrix);
    if (ALL && Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, matrix.page());
    }
    List<String> wrong = new ArrayList<>();
    for (Score score : matrix.scores()) {
      Optional<Gap> gap = Gap.of(score.measured(), score.engine());
      Set<Oracle> known = gap.map(Gap::oracles).orElse(Set.of());
      if (!known.equals(score.failures().keySet())) {
        wrong.add(score + (known.isEmpty() ? "" : "  known: " + known + "\n"));
      }
    }
    assertEquals("", String.join("\n", wrong));
    if (ALL) {
      compareWithPage(matrix.page());
    }
  }

  private static Stream<Score> on(Engine engine) {
    return Cases.all().stream()
        .filter(one -> one.engines().contains(engine) && isAsked(one))
        .map(one -> Measurement.of(one, engine));
  }

  private static boolean isAsked(Case one) {
    return Stream.of(ONLY.split(",")).anyMatch(one.title()::contains);
  }

  private static void print(Matrix matrix) {
    for (Engine engine : ENGINES) {
      List<Score> scores = matrix.on(engine);
      System.out.printf(
          "%s: %d of %d changes pass all five oracles%n",
          engine.label(), scores.stream().filter(Score::passes).count(), scores.size());
      for (Oracle oracle : Oracle.values()) {
        long held = scores.stream().filter(s -> !s.failures().containsKey(oracle)).count();
        System.out.printf("  %-10s %d%n", oracle, held);
      }
    }
    ENGINES.stream()
        .flatMap(engine -> matrix.on(engine).stream())
        .filter(score -> !score.passes())
        .forEach(System.out::println);
  }

  private static void compareWithPage(String page) throws IOException {
    String found = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    assertEquals(page, found, "docs/detects.md is not up to date: run `make golden`.");
  }
}
