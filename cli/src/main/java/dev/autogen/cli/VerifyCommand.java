package dev.autogen.cli;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.diff.RenamePolicy;
import dev.autogen.diff.Unmanaged;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.inspect.Declaration;
import dev.autogen.inspect.DeclarationSource;
import dev.autogen.inspect.EntityOptions;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Targets;
import dev.autogen.plan.Comparer;
import dev.autogen.plan.Fills;
import dev.autogen.verify.Proof;
import dev.autogen.verify.Proof.Claim;
import dev.autogen.verify.Proof.Verdict;
import dev.autogen.verify.Scratch;
import dev.autogen.verify.Verification;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code autogen verify}: proves migrations on a database that nobody needs. */
@Command(
    name = "verify",
    sortOptions = false,
    description =
        "Prove migrations on a scratch database: upgrade, downgrade and upgrade again, with rows.")
final class VerifyCommand extends dev.autogen.cli.Command {

  @Parameters(
      paramLabel = "REV",
      arity = "0..*",
      description =
          "Ids, beginnings of one, head, ranges FROM:TO; what is not applied unless said.")
  List<String> revisions = new ArrayList<>();

  @Mixin final ScratchOption scratchOption = new ScratchOption();

  @Option(
      names = "--allow-destructive",
      description = "Rows and values that are gone are no failure.")
  boolean allowDestructive;

  @Option(
      names = "--allow-irreversible",
      description =
          "A downgrade that throws UnsupportedOperationException is no failure: there is no way"
              + " back, and that is meant.")
  boolean allowIrreversible;

  @Override
  public Integer call() {
    Project project = project();
    Work work = work(project, project.migrations());
    RevisionGraph graph = work.graph();
    List<MigrationScript> scripts = work.scripts();
    if (scripts.isEmpty()) {
      project
          .output()
          .result(
              "nothing to verify: "
                  + (revisions.isEmpty()
                      ? "all migrations are applied"
                      : String.join(", ", revisions) + " is before the first revision"));
      return ExitCode.DONE;
    }
    DatabaseScope scope = ScratchOption.scope(project, graph);
    scratchOption.askForPassword(project);
    Comparing comparing = new Comparing(project, graph, Hints.NONE);
    return comparing.quietly(
        "proving",
        () -> {
          try (Scratch scratch = scratchOption.open(project, graph)) {
            return prove(project, graph, scratch, scope, scripts);
          }
        });
  }

  /**
   * @param graph the migrations as the database sees them
   * @param scripts those to prove
   */
  private record Work(RevisionGraph graph, List<MigrationScript> scripts) {}

  /** Those that are named; else those that are not applied, or all where there is no database. */
  private Work work(Project project, RevisionGraph all) {
    if (revisions.isEmpty() && !project.hasDatabase()) {
      return new Work(all, all.scripts());
    }
    if (revisions.isEmpty()) {
      try (Connection connection = project.databaseToRead().getConnection()) {
        Standing standing = Standing.of(connection, Dialects.of(connection), all);
        return new Work(standing.graph(), standing.pending());
      } catch (SQLException e) {
        throw new Failure(
            "The database could not be read: "
                + DatabaseErrors.sentence(String.valueOf(e.getMessage())),
            e);
      }
    }
    Lookup lookup = Lookup.of(project, all, revisions);
    RevisionGraph graph = lookup.graph();
    Targets targets = lookup.targets();
    Set<String> ids = new java.util.HashSet<>();
    for (String revision : revisions) {
      if (Targets.isRange(revision)) {
        Targets.Range range = targets.range(revision);
        graph.between(range.from(), range.to()).forEach(script -> ids.add(script.id()));
      } else {
        ids.addAll(targets.resolve(revision));
      }
    }
    return new Work(graph, graph.only(ids));
  }

  private int prove(
      Project project,
      RevisionGraph graph,
      Scratch scratch,
      DatabaseScope scope,
      List<MigrationScript> scripts) {
    EntityOptions entities = project.entities();
    Verification verification =
        new Verification(
            graph,
            scratch,
            scope,
            (replay, on) ->
                new Comparer(
                    on.connectionSchema()
                        .<DeclarationSource>map(schema -> new Placed(entities, schema))
                        .orElse(entities),
                    project.scope(),
                    replay,
                    RenamePolicy.NEVER,
                    Fills.none(),
                    Unmanaged.KEEP),
            new Verification.Accepted(allowDestructive, allowIrreversible));
    boolean failed = false;
    for (MigrationScript script : scripts) {
      List<Proof> proofs = verification.of(script);
      print(project.output(), script, proofs);
      failed |= proofs.stream().anyMatch(proof -> proof.verdict() == Verdict.FAILS);
    }
    return failed ? ExitCode.DIFFERENT : ExitCode.DONE;
  }

  /**
   * Entities whose own schema is the database's for which the proof is, whatever it lies in now.
   */
  private record Placed(EntityOptions entities, String schema) implements DeclarationSource {
    @Override
    public String connectionSchema() {
      return schema;
    }

    @Override
    public Declaration declaration(Dialect dialect, String scratchSchema) {
      return entities.declaration(dialect, schema);
    }
  }

  private static void print(Output output, MigrationScript script, List<Proof> proofs) {
    output.result(script.toString());
    for (Proof proof : proofs) {
      output.result("  " + word(proof.verdict()) + "  " + proof.claim().words());
      proof.details().forEach(detail -> output.result("          " + detail));
      boolean ofRows = proof.claim() == Claim.ROWS_FORTH || proof.claim() == Claim.ROWS_BACK;
      if (ofRows && proof.verdict() == Verdict.FAILS) {
        output.result("          If that is meant, say so with --allow-destructive.");
      }
    }
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case HOLDS -> "ok    ";
      case FAILS -> "FAILED";
      case OPEN -> "open  ";
    };
  }
}
