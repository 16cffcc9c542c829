package dev.autogen.cli;

import dev.autogen.change.Change;
import dev.autogen.cli.report.Line;
import dev.autogen.cli.report.Note;
import dev.autogen.cli.report.Report;
import dev.autogen.cli.report.Report.Status;
import dev.autogen.lint.Finding;
import dev.autogen.lint.Linter;
import dev.autogen.migration.MigrationScript;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a report of a comparison. */
final class Reports {

  private Reports() {}

  static Report of(Compared compared, String entitiesLabel) {
    List<Finding> findings = Linter.check(compared.comparison().plan(), compared.dialect());
    Map<ObjectName, List<Finding>> byObject = new HashMap<>();
    findings.forEach(
        finding ->
            byObject.computeIfAbsent(finding.object(), key -> new ArrayList<>()).add(finding));
    Set<ObjectName> told = new LinkedHashSet<>();
    List<Line> lines = new ArrayList<>();
    for (Change change : compared.comparison().plan().changes()) {
      List<Finding> own = told.add(change.object()) ? about(change, byObject) : List.of();
      lines.add(line(change, own, compared));
    }
    List<Note> notes = new ArrayList<>(pending(compared.pending()));
    compared.astray().forEach(sentence -> notes.add(state(sentence)));
    findings.stream()
        .filter(finding -> !told.contains(finding.object()))
        .forEach(finding -> notes.add(note(finding)));
    compared
        .comparison()
        .notCompared()
        .forEach(
            one ->
                notes.add(
                    new Note(
                        Note.Kind.NOT_COMPARED,
                        "",
                        one.object().toString(),
                        word(one.object().kind()),
                        one.reason())));
    compared.comparison().plan().unmanaged().stream()
        .sorted()
        .filter(name -> lines.stream().noneMatch(line -> line.change().object().equals(name)))
        .forEach(
            name ->
                notes.add(
                    new Note(Note.Kind.UNMANAGED, "", name.toString(), word(name.kind()), "")));
    boolean inStep = lines.isEmpty() && compared.pending().isEmpty() && compared.astray().isEmpty();
    return new Report(
        inStep ? inStep(compared) : Status.OUT_OF_STEP,
        compared.from(),
        "entities (" + entitiesLabel + ", " + tables(compared) + ")",
        lines,
        notes,
        compared.comparison().plan().to(),
        List.of(),
        Optional.empty());
  }

  private static Status inStep(Compared compared) {
    return compared.comparison().notCompared().isEmpty() ? Status.IN_STEP : Status.UNKNOWN;
  }

  private static String tables(Compared compared) {
    int count = compared.comparison().ours().schema().tables().size();
    return count == 1 ? "1 table" : count + " tables";
  }

  private static List<Finding> about(Change change, Map<ObjectName, List<Finding>> byObject) {
    return byObject.getOrDefault(change.object(), List.of());
  }

  private static Line line(Change change, List<Finding> findings, Compared compared) {
    return new Line(
        change,
        origin(change, compared),
        findings.stream().anyMatch(Finding::isDestructive),
        findings.stream().map(Finding::message).toList());
  }

  /** Where the thing is declared: under its name after the change, or under the one before. */
  private static Optional<String> origin(Change change, Compared compared) {
    Map<ObjectName, String> origins = compared.comparison().ours().origins();
    ObjectName after = change.reverse().object();
    return Optional.ofNullable(origins.get(after))
        .or(() -> Optional.ofNullable(origins.get(change.object())));
  }

  private static List<Note> pending(List<MigrationScript> pending) {
    if (pending.isEmpty()) {
      return List.of();
    }
    String count = pending.size() == 1 ? "1 migration" : pending.size() + " migrations";
    return List.of(
        state("The database is behind: " + count + " not applied. Run `autogen upgrade`."));
  }

  static Note state(String sentence) {
    return new Note(Note.Kind.STATE, "", "", "", sentence);
  }

  private static Note note(Finding finding) {
    return new Note(
        Note.Kind.FINDING,
        finding.code(),
        finding.object().toString(),
        word(finding.object().kind()),
        finding.message());
  }

  /** {@code column default}. */
  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
