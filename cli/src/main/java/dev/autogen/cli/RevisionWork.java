package dev.autogen.cli;

import dev.autogen.change.ChangeSet;
import dev.autogen.cli.report.Line;
import dev.autogen.cli.report.Report;
import dev.autogen.cli.report.TextReport;
import dev.autogen.codegen.MigrationRequest;
import dev.autogen.codegen.MigrationSource;
import dev.autogen.codegen.MigrationWriter;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Targets;
import dev.autogen.plan.Plan;
import java.nio.file.Path;
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
    requirePlainId();
    Hints hints = Hints.of(options.renames, options.fills, options.prune);
    RevisionGraph graph = project.migrations();
    requireOneHead(graph);
    return options.empty ? writeEmpty(graph) : writeChanges(graph, hints);
  }

  /** An id becomes part of a class name and of a file name. */
  private void requirePlainId() {
    String id = options.revisionId;
    if (id != null && (Targets.isWord(id) || !id.matches("[A-Za-z0-9_]{1,32}"))) {
      throw new Failure(
          "\""
              + id
              + "\" cannot be a revision's id: use 1 to 32 letters, digits and underscores, and no"
              + " word that names a revision, such as head.");
    }
  }

  private static void requireOneHead(RevisionGraph graph) {
    Set<String> heads = graph.heads();
    if (heads.size() > 1) {
      throw new Failure(
          "There are "
              + heads.size()
              + " heads: "
              + String.join(", ", heads.stream().map(id -> graph.script(id).toString()).toList())
              + ". A new revision can follow only one. Let one of them follow the other by"
              + " its \"revises\".");
    }
  }

  private int writeEmpty(RevisionGraph graph) {
    MigrationRequest request =
        MigrationRequest.empty(header(graph, Optional.empty()), project.migrationPackage());
    output.text("written  " + write(request, "") + "\n");
    return ExitCode.DONE;
  }

  private int writeChanges(RevisionGraph graph, Hints hints) {
    Comparing comparing = new Comparing(project, graph, hints);
    Compared compared = options.offline ? comparing.withMigrations() : comparing.withDatabase();
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
      output.text("\nwritten  " + write(request(graph, compared), sql(compared)) + "\n");
      return ExitCode.DONE;
    }
    output.text(text.write(report.withWritten(write(request(graph, compared), sql(compared)))));
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

  private MigrationRequest request(RevisionGraph graph, Compared compared) {
    ChangeSet upgrade = compared.comparison().plan().upgrade();
    return new MigrationRequest(
        header(graph, Optional.of(compared.comparison().ours().hibernateVersion())),
        project.migrationPackage(),
        Origins.of(compared.comparison()),
        upgrade,
        compared.comparison().seeds(),
        compared.comparison().plan().downgrade(),
        compared.replay().schema(),
        compared.replay().then(upgrade).schema(),
        compared.comparison().declared(),
        compared.comparison().withdrawn());
  }

  private MigrationRequest.Header header(RevisionGraph graph, Optional<String> hibernateVersion) {
    String id =
        options.revisionId == null ? project.host().revisionIds().get() : options.revisionId;
    if (graph.find(id).isPresent()) {
      throw new Failure("There is a revision \"" + id + "\" already. Choose another --rev-id.");
    }
    return new MigrationRequest.Header(
        id,
        List.copyOf(graph.heads()),
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

  /** Writes the class, and the SQL if there is any; returns the path to show. */
  private String write(MigrationRequest request, String sql) {
    MigrationSource source = new MigrationWriter().write(request);
    Path file = project.migrationRoot().resolve(source.path());
    NewFile.write(file, source.text());
    if (!sql.isEmpty()) {
      String name = source.className() + ".sql";
      NewFile.write(file.resolveSibling(name), sql);
    }
    return project.shown(file);
  }
}
