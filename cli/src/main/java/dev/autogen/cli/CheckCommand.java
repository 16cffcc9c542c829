package dev.autogen.cli;

import dev.autogen.change.Change;
import dev.autogen.cli.report.Note;
import dev.autogen.cli.report.Report;
import dev.autogen.cli.report.Report.Status;
import dev.autogen.cli.report.Style;
import dev.autogen.migration.Replay;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code autogen check}: tells a hook or a build whether entities and database agree. */
@Command(
    name = "check",
    sortOptions = false,
    description = "Exit 0 if entities and database are in step, 1 if not, 2 if it cannot be told.")
final class CheckCommand extends dev.autogen.cli.Command {

  /** What the entities can be compared with. */
  enum Side {
    DATABASE,
    MIGRATIONS
  }

  @Option(
      names = "--offline",
      description = "Compare with what the migrations make, not with a database.")
  boolean offline;

  @Option(
      names = "--against",
      split = ",",
      paramLabel = "SIDES",
      description = "database, migrations, or both with a comma between; database unless said.")
  List<Side> against = new ArrayList<>();

  @Option(names = "--strict", description = "Count what no entity ever declared as a difference.")
  boolean strict;

  @Option(names = "--output", paramLabel = "FILE", description = "Write the report to a file.")
  @Nullable Path file;

  @Mixin final ReportOptions format = new ReportOptions();

  @Override
  public Integer call() {
    Project project = project();
    RevisionGraph graph = project.migrations();
    Comparing comparing = new Comparing(project, graph, Hints.NONE);
    Set<Side> sides = sides();
    Compared compared =
        sides.contains(Side.DATABASE) ? comparing.withDatabaseAsItIs() : comparing.withMigrations();
    Report report = Reports.of(compared, project.entitiesLabel());
    if (sides.size() == 2) {
      report =
          plusMigrations(
              report, comparing.withMigrations(compared.dialect()), project.entitiesLabel());
    }
    if (!sides.contains(Side.DATABASE)) {
      report = plusPresumed(report, compared);
    }
    report = plusUnmanaged(plusHeads(report, graph));
    print(project, report);
    if (report.status() == Status.UNKNOWN) {
      throw Comparing.notToldApart();
    }
    return report.status() == Status.IN_STEP ? ExitCode.DONE : ExitCode.DIFFERENT;
  }

  private Set<Side> sides() {
    if (offline && against.contains(Side.DATABASE)) {
      throw new Failure("--offline and --against database exclude each other. Leave out one.");
    }
    if (offline) {
      return EnumSet.of(Side.MIGRATIONS);
    }
    return against.isEmpty() ? EnumSet.of(Side.DATABASE) : EnumSet.copyOf(against);
  }

  private static Report plusMigrations(Report report, Compared migrations, String entitiesLabel) {
    List<Change> changes = migrations.comparison().plan().changes();
    List<Note> notes = new ArrayList<>(report.notes());
    Reports.of(migrations, entitiesLabel).notes().stream()
        .filter(note -> note.kind() == Note.Kind.NOT_COMPARED && !notes.contains(note))
        .forEach(notes::add);
    if (changes.isEmpty()) {
      boolean unknown =
          report.status() == Status.IN_STEP && !migrations.comparison().notCompared().isEmpty();
      return withNotes(report, notes, unknown ? Status.UNKNOWN : report.status());
    }
    notes.add(
        Reports.state(
            "The migrations do not lead to what the entities declare; what they lack: "
                + String.join("; ", changes.stream().map(c -> c.describe().toString()).toList())
                + "."));
    return withNotes(report, notes, Status.OUT_OF_STEP);
  }

  /** Tables that were there before the first migration: of them only names are known. */
  private static Report plusPresumed(Report report, Compared compared) {
    List<String> presumed =
        compared.comparison().ours().schema().tables().stream()
            .map(Table::name)
            .filter(name -> isPresumed(name, compared.replay()))
            .map(QualifiedName::toString)
            .sorted()
            .toList();
    if (presumed.isEmpty()) {
      return report;
    }
    List<Note> notes = new ArrayList<>(report.notes());
    notes.add(
        Reports.state(
            "No migration makes %s: the database had %s before. Whether they are as declared, only `autogen check` with a database tells."
                .formatted(
                    presumed.size() == 1 ? "table " + presumed.get(0) : presumed.size() + " tables",
                    presumed.size() == 1 ? "it" : "them")));
    return withNotes(report, notes, report.status());
  }

  /** Whether a column of the table was declared once and is made by no migration. */
  private static boolean isPresumed(QualifiedName table, Replay replay) {
    Optional<Table> made = replay.schema().tables().find(table.toString());
    return replay.declared().keySet().stream()
        .filter(name -> name.kind() == Kind.COLUMN && name.owner().equals(table))
        .anyMatch(name -> made.isEmpty() || !made.get().columns().contains(name.name()));
  }

  /** Two heads are two people's migrations after the same one, unless each is of a named branch. */
  private static Report plusHeads(Report report, RevisionGraph graph) {
    Set<String> heads = graph.heads();
    Set<Set<String>> named = new HashSet<>();
    boolean meant =
        heads.stream().map(graph::branchLabels).allMatch(l -> !l.isEmpty() && named.add(l));
    if (heads.size() < 2 || meant) {
      return report;
    }
    List<Note> notes = new ArrayList<>(report.notes());
    notes.add(
        Reports.state(
            "There are %s heads: %s. Join them with `autogen merge heads`, or put one behind the other with `autogen rebase`."
                .formatted(
                    heads.size(),
                    String.join(
                        ", ", heads.stream().map(id -> graph.script(id).toString()).toList()))));
    return withNotes(report, notes, Status.OUT_OF_STEP);
  }

  private Report plusUnmanaged(Report report) {
    long count = report.notes().stream().filter(n -> n.kind() == Note.Kind.UNMANAGED).count();
    return strict && count > 0 ? withNotes(report, report.notes(), Status.OUT_OF_STEP) : report;
  }

  private static Report withNotes(Report report, List<Note> notes, Status status) {
    return new Report(
        status,
        report.from(),
        report.to(),
        report.lines(),
        notes,
        report.schema(),
        report.sql(),
        report.written());
  }

  private void print(Project project, Report report) {
    if (file == null) {
      project.output().text(format.writer(project.output().style()).write(report));
      return;
    }
    Path target = project.host().directory().resolve(file);
    try {
      Files.writeString(target, format.writer(Style.PLAIN).write(report));
    } catch (IOException e) {
      throw new Failure(
          "Cannot write the report to \"" + target + "\": " + FileErrors.reason(e), e);
    }
  }
}
