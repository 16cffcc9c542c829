package dev.autogen.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.autogen.testing.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Measures all cases on all engines. {@code -Dmatrix.only=TEXT} measures those whose title holds
 * the text, and leaves the page alone.
 */
class MatrixIT {

  private static final Path PAGE = Path.of("..", "docs", "detects.md");

  private static final String ONLY = System.getProperty("matrix.only", "");

  @Test
  void everyChangePassesAllFiveOracles() throws IOException {
    Matrix matrix =
        new Matrix(Stream.of(Engine.values()).parallel().flatMap(MatrixIT::on).toList());
    print(matrix);
    if (ONLY.isEmpty() && Boolean.getBoolean("golden.update")) {
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
    if (ONLY.isEmpty()) {
      compareWithPage(matrix.page());
    }
  }

  private static Stream<Score> on(Engine engine) {
    return Cases.all().stream()
        .filter(one -> one.engines().contains(engine) && one.title().contains(ONLY))
        .map(one -> Measurement.of(one, engine));
  }

  private static void print(Matrix matrix) {
    for (Engine engine : Engine.values()) {
      List<Score> scores = matrix.on(engine);
      System.out.printf(
          "%s: %d of %d changes pass all five oracles%n",
          engine.label(), scores.stream().filter(Score::passes).count(), scores.size());
      for (Oracle oracle : Oracle.values()) {
        long held = scores.stream().filter(s -> !s.failures().containsKey(oracle)).count();
        System.out.printf("  %-10s %d%n", oracle, held);
      }
    }
    Arrays.stream(Engine.values())
        .flatMap(engine -> matrix.on(engine).stream())
        .filter(score -> !score.passes())
        .forEach(System.out::println);
  }

  private static void compareWithPage(String page) throws IOException {
    String found = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    assertEquals(page, found, "docs/detects.md is not up to date: run `make golden`.");
  }
}
