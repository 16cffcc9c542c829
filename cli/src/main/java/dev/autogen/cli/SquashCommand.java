package dev.autogen.cli;

import dev.autogen.codegen.MigrationRequest;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.MigrationScript.Links;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Targets;
import dev.autogen.verify.Scratch;
import dev.autogen.verify.SquashProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code autogen squash}: writes one migration that does the work of many. */
@Command(
    name = "squash",
    sortOptions = false,
    description = {
      "Write one migration for a chain of them, and prove that it is equal to the chain.",
      "The old classes stay until no database stands among them any more; then delete them."
    })
final class SquashCommand extends dev.autogen.cli.Command {

  @Parameters(
      paramLabel = "FROM:TO",
      arity = "0..1",
      defaultValue = "base:head",
      description = "The first and the last of them; all unless said.")
  String range = "base:head";

  @Option(
      names = {"-m", "--message"},
      paramLabel = "MSG",
      description = "What the migration is for.")
  @Nullable String message;

  @Mixin final ScratchOption scratchOption = new ScratchOption();

  @Override
  public Integer call() throws SQLException, IOException {
    Project project = project();
    RevisionGraph graph = project.migrations();
    if (!Targets.isRange(range)) {
      throw new Failure(
          "A squash takes a range: the first and the last migration, as in base:head.");
    }
    Targets.Range ends = Lookup.of(project, graph, range).targets().range(range);
    Squash squash = Squash.of(graph, graph.between(ends.from(), ends.to()));
    NewRevision revision = new NewRevision(project, graph);
    Path written = project.host().directory().resolve(revision.write(request(squash, project), ""));
    if (!scratchOption.isPossible(project)) {
      project
          .output()
          .note("Not proved: there is no database. Name one with --url or --scratch-url.");
    } else {
      prove(project, graph, squash, written);
    }
    squash.notes().forEach(project.output()::note);
    project.output().result("written  " + project.shown(written));
    project
        .output()
        .note(
            "It replaces "
                + squash.chain().size()
                + " migrations. Delete their classes when no database stands among them any more.");
    return ExitCode.DONE;
  }

  private MigrationRequest request(Squash squash, Project project) throws SQLException {
    MigrationScript last = squash.last();
    Links links = new Links(squash.first().revises(), List.of(), List.of(), squash.replaced());
    MigrationRequest.Header header =
        new MigrationRequest.Header(
            last.id(),
            links,
            message == null ? "squash " + squash.first().id() + " to " + last.id() : message,
            project.host().clock().instant(),
            Optional.of(last.header().hibernate()).filter(version -> !version.isEmpty()));
    return squash.request(header, project.migrationPackage(), dialect(project));
  }

  private static Dialect dialect(Project project) throws SQLException {
    if (!project.hasDatabase()) {
      return project.offlineDialect();
    }
    try (Connection connection = project.databaseToRead().getConnection()) {
      return Dialects.of(connection);
    }
  }

  /** The chain is run too, and may be about more than what comes of it. */
  private SquashProof.Result proof(Project project, RevisionGraph chain, Squash squash) {
    RevisionGraph graph = project.migrations();
    DatabaseScope scope = ScratchOption.scope(project, chain);
    try (Scratch scratch = scratchOption.open(project, chain)) {
      return new SquashProof(graph, scratch, scope).of(graph.script(squash.last().id()));
    }
  }

  /** A squash that is not equal to its chain is taken back, and one whose proof is broken off. */
  private void prove(Project project, RevisionGraph chain, Squash squash, Path written)
      throws IOException {
    SquashProof.Result proof;
    Thread stopped = new Thread(() -> written.toFile().delete(), "unproved squash");
    Runtime.getRuntime().addShutdownHook(stopped);
    try {
      scratchOption.askForPassword(project);
      proof = project.output().during("proving", () -> proof(project, chain, squash));
    } catch (RuntimeException e) {
      Files.delete(written);
      throw e;
    } finally {
      Runtime.getRuntime().removeShutdownHook(stopped);
    }
    if (!proof.against().isEmpty()) {
      Files.delete(written);
      throw new Failure(
          "Nothing written: one migration would not be equal to the chain. "
              + proof.against().stream()
                  .map(why -> why.endsWith(".") ? why : why + ".")
                  .collect(Collectors.joining(" "))
              + " Squash a shorter range.");
    }
    proof.open().forEach(project.output()::note);
    project.output().result("proved   equal to the chain from each of its revisions on");
  }
}
