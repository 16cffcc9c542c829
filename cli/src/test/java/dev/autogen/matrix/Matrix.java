package dev.autogen.matrix;

import dev.autogen.testing.Engine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The scores of all cases on all engines, as the page {@code docs/detects.md}. */
record Matrix(List<Score> scores) {

  Matrix {
    scores = List.copyOf(scores);
  }

  /** Only what one engine scored. */
  List<Score> on(Engine engine) {
    return scores.stream().filter(score -> score.engine() == engine).toList();
  }

  /** The page. */
  String page() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # What autogenerate detects

        Written by a test (`MatrixIT`), after it has tried each change: Hibernate creates the tables of the entities before the change, rows are
        put in, and the entities after the change are compared with that. Five things must hold.

        * **detected**: the report names this change and no other;
        * **runs**: the generated upgrade runs as written, and rows keep their values;
        * **exact**: the catalog then equals that of a database which Hibernate creates from the new entities;
        * **converges**: a second run finds nothing;
        * **restores**: the downgrade runs, and the catalog equals the old one.

        ✓ is all five; else the page says which fail, and below what happens instead. – is a thing that the engine does not have; why stands at the
        end. For SQLite, where Hibernate's own DDL does not run, autogen's first migration stands for it. [What is not detected](not-detected.md) is a page of its own.

        """);
    page.append(totals()).append('\n');
    Map<String, Map<String, Map<Engine, Score>>> rows = rows();
    rows.forEach((row, cases) -> page.append(section(row, cases)));
    page.append(gaps());
    page.append(absences());
    return page.toString();
  }

  private String totals() {
    StringBuilder text =
        new StringBuilder(
            "| engine | changes | all five | %s |\n| --- |"
                .formatted(
                    String.join(
                        " | ", Arrays.stream(Oracle.values()).map(Oracle::toString).toList())));
    text.append(" ---: |".repeat(2 + Oracle.values().length)).append('\n');
    for (Engine engine : Engine.served()) {
      List<Score> own = on(engine);
      text.append("| ").append(engine.label()).append(" | ").append(own.size());
      text.append(" | ").append(own.stream().filter(Score::passes).count());
      for (Oracle oracle : Oracle.values()) {
        long held = own.stream().filter(s -> !s.failures().containsKey(oracle)).count();
        text.append(" | ").append(held);
      }
      text.append(" |\n");
    }
    return text.toString();
  }

  private Map<String, Map<String, Map<Engine, Score>>> rows() {
    Map<String, Map<String, Map<Engine, Score>>> rows = new LinkedHashMap<>();
    for (Case one : Cases.all()) {
      rows.computeIfAbsent(one.row(), row -> new LinkedHashMap<>())
          .put(one.name(), new LinkedHashMap<>());
    }
    for (Score score : scores) {
      rows.get(score.measured().row()).get(score.measured().name()).put(score.engine(), score);
    }
    return rows;
  }

  private static String section(String row, Map<String, Map<Engine, Score>> cases) {
    StringBuilder text = new StringBuilder("## " + row + "\n\n| change |");
    for (Engine engine : Engine.served()) {
      text.append(' ').append(engine.label()).append(" |");
    }
    text.append("\n| --- |").append(" --- |".repeat(Engine.served().size())).append('\n');
    cases.forEach(
        (name, scores) -> {
          text.append("| ").append(name).append(" |");
          for (Engine engine : Engine.served()) {
            text.append(' ').append(cell(scores.get(engine))).append(" |");
          }
          text.append('\n');
        });
    return text.append('\n').toString();
  }

  private static String cell(Score score) {
    if (score == null) {
      return "–";
    }
    return score.passes()
        ? "✓"
        : "not "
            + String.join(", ", score.failures().keySet().stream().map(Oracle::toString).toList());
  }

  private static String gaps() {
    if (Gap.known().isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("## What happens instead\n\n");
    List<String> lines = new ArrayList<>();
    for (Gap gap : Gap.known()) {
      lines.add("* " + gap.title() + ", " + gap.engine().label() + ": " + gap.instead() + "\n");
    }
    Set<String> once = new LinkedHashSet<>(lines);
    once.forEach(text::append);
    return text.toString();
  }

  private static String absences() {
    Map<String, List<String>> titles = new LinkedHashMap<>();
    for (Case one : Cases.all()) {
      Map<String, List<String>> engines = new LinkedHashMap<>();
      for (Engine engine : Engine.served()) {
        String reason = one.absent().get(engine);
        if (reason != null) {
          engines.computeIfAbsent(reason, any -> new ArrayList<>()).add(engine.label());
        }
      }
      engines.forEach(
          (reason, labels) ->
              titles
                  .computeIfAbsent(
                      String.join(", ", labels) + ": " + reason, any -> new ArrayList<>())
                  .add(one.title()));
    }
    StringBuilder text = new StringBuilder("\n## What an engine does not have\n\n");
    titles.forEach(
        (reason, cases) ->
            text.append("* ")
                .append(reason)
                .append(" (")
                .append(String.join("; ", cases))
                .append(")\n"));
    return text.toString();
  }
}
