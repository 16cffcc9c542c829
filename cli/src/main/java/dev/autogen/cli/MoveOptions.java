package dev.autogen.cli;

import dev.autogen.migration.SqlScript;
import dev.autogen.migration.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How to move a database, or only to show it. */
final class MoveOptions {

  @Option(names = "--sql", description = "Print the script and touch nothing.")
  boolean sql;

  @Option(
      names = "--idempotent",
      description = "With --sql: have the script pass over migrations that are applied.")
  boolean idempotent;

  @Option(
      names = "--dry-run",
      description = "Show steps, SQL, locks and what stands in the way, for the database as it is.")
  boolean dryRun;

  @Option(
      names = "--interrupted",
      paramLabel = "done|again",
      description =
          "Of the step at which a run broke off, where that cannot be told: it is done,"
              + " or is to be run again.")
  @Nullable Settled interrupted;

  @Mixin final LockTimeout lockTimeout = new LockTimeout();

  /** What a person says of the step at which a run broke off. */
  enum Settled {
    DONE,
    AGAIN
  }

  SqlScript.Style style() {
    return idempotent ? SqlScript.Style.IDEMPOTENT : SqlScript.Style.PLAIN;
  }

  Verdict verdict() {
    if (interrupted == null) {
      return Verdict.UNSAID;
    }
    return interrupted == Settled.DONE ? Verdict.DONE : Verdict.AGAIN;
  }

  int work(Moves moves, String target) {
    if (sql && dryRun) {
      throw new Failure("--sql and --dry-run exclude each other. Leave out one.");
    }
    if (idempotent && !sql) {
      throw new Failure("--idempotent is about scripts. Add --sql, or leave it out.");
    }
    if (interrupted != null && (sql || dryRun)) {
      throw new Failure("--interrupted is about a run. Leave out --sql and --dry-run.");
    }
    if (sql) {
      return moves.sql(target);
    }
    return dryRun ? moves.dryRun(target) : moves.run(target);
  }
}
