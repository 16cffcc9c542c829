package dev.autogen.cli;

import dev.autogen.change.ChangeSet;
import dev.autogen.cli.report.Line;
import dev.autogen.cli.report.Report;
import dev.autogen.cli.report.TextReport;
import dev.autogen.codegen.MigrationRequest;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.MigrationScript.Links;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares, asks about what is lost, and writes the next migration class. */
final class RevisionWork {

  private final Project project;
  private final RevisionOptions options;
  private final Output output;

  RevisionWork(Project project, RevisionOptions options) {
    this.project = project;
    this.options = options;
    this.output = project.output();
  }

  int run() {
    if (options.message == null || options.message.isBlank()) {
      throw new Failure("A revision needs a message that says what it is for: -m \"add phone\".");
    }
    boolean hinted = !options.renames.isEmpty() || !options.fills.isEmpty() || options.prune;
    if (options.empty && (options.sql || hinted)) {
      throw new Failure(
          "--empty writes a class without steps: --sql, --rename, --fill and --prune say nothing of"
              + " it. Leave out one or the other.");
    }
    Hints hints = Hints.of(options.renames, options.fills, options.prune);
    RevisionGraph graph = project.migrations();
    NewRevision revision = new NewRevision(project, graph);
    Place place = new Place(revision, revision.id(options.revisionId), revision.links(options));
    return options.empty ? writeEmpty(place) : writeChanges(graph, place, hints);
  }

  /**
   * Where the new migration goes.
   *
   * @param revision writes it
   * @param id its id
   * @param links which others it is linked to
   */
  private record Place(NewRevision revision, String id, Links links) {}

  private int writeEmpty(Place place) {
    MigrationRequest request =
        MigrationRequest.empty(header(place, Optional.empty()), project.migrationPackage());
    output.text("written  " + place.revision().write(request, "") + "\n");
    return ExitCode.DONE;
  }

  private int writeChanges(RevisionGraph graph, Place place, Hints hints) {
    Comparing comparing = new Comparing(project, graph, hints);
    Compared compared = options.offline ? comparing.withMigrations() : comparing.withDatabase();
    compared.interruption().ifPresent(Standing::requireNothingDone);
    requireNothingPending(compared.pending());
    Plan plan = compared.comparison().plan();
    requireUse(hints, plan);
    Report report = Reports.of(compared, project.entitiesLabel());
    TextReport text = new TextReport(output.style());
    if (plan.isEmpty()) {
      output.text(text.write(report));
      Comparing.requireToldApart(compared.comparison());
      output.note("Entities and database agree: no migration written.");
      return ExitCode.DONE;
    }
    if (report.lines().stream().anyMatch(Line::destructive) && !options.allowDestructive) {
      output.text(text.write(report));
      requireConsent();
      output.text("\nwritten  " + written(place, compared) + "\n");
      return ExitCode.DONE;
    }
    output.text(text.write(report.withWritten(written(place, compared))));
    return ExitCode.DONE;
  }

  private static void requireNothingPending(List<MigrationScript> pending) {
    if (!pending.isEmpty()) {
      throw new Failure(
          "The database is behind the newest migration: "
              + (pending.size() == 1 ? "1 is" : pending.size() + " are")
              + " not applied, first "
              + pending.get(0)
              + ". Run `autogen upgrade` first, or compare with the migrations by --offline.");
    }
  }

  private void requireUse(Hints hints, Plan plan) {
    Set<String> unused = hints.fills().unusedBy(plan.upgrade().changes());
    if (!unused.isEmpty()) {
      throw new Failure(
          "--fill names "
              + String.join(", ", unused)
              + ", which no change adds or alters. Correct the name, or leave it out.");
    }
  }

  private void requireConsent() {
    String question = "Write a migration with the DESTRUCTIVE changes above? [y/N] ";
    boolean agreed =
        project
            .host()
            .keyboard()
            .line(project.host().err(), question)
            .map(answer -> answer.strip().toLowerCase(java.util.Locale.ROOT))
            .filter(answer -> answer.equals("y") || answer.equals("yes"))
            .isPresent();
    if (!agreed) {
      throw new Failure(
          "Nothing written: the changes marked DESTRUCTIVE lose rows or values. If that is meant,"
              + " add --allow-destructive; if a thing only has a new name, say so with --rename.");
    }
  }

  private String written(Place place, Compared compared) {
    return place.revision().write(request(place, compared), sql(compared));
  }

  private MigrationRequest request(Place place, Compared compared) {
    ChangeSet upgrade = compared.comparison().plan().upgrade();
    return new MigrationRequest(
        header(place, Optional.of(compared.comparison().ours().hibernateVersion())),
        project.migrationPackage(),
        Origins.of(compared.comparison()),
        compared.comparison().plan().preparing(),
        upgrade,
        compared.comparison().seeds(),
        compared.comparison().plan().downgrade(),
        compared.comparison().restoring(),
        compared.replay().schema(),
        compared.replay().then(upgrade).schema(),
        compared.comparison().declared(),
        compared.comparison().withdrawn());
  }

  private MigrationRequest.Header header(Place place, Optional<String> hibernateVersion) {
    return new MigrationRequest.Header(
        place.id(),
        place.links(),
        java.util.Objects.requireNonNull(options.message),
        project.host().clock().instant(),
        hibernateVersion);
  }

  private String sql(Compared compared) {
    return options.sql
        ? Statements.script(
            compared.comparison().plan(), compared.comparison().seeds(), compared.dialect())
        : "";
  }
}
