package dev.autogen.cli;

import picocli.CommandLine.Option;

/** How to move a database, or only to show it. */
final class MoveOptions {

  @Option(names = "--sql", description = "Print the script and touch nothing.")
  boolean sql;

  @Option(
      names = "--dry-run",
      description = "Show steps, SQL and what stands in the way, for the database as it is.")
  boolean dryRun;

  int work(Moves moves, String target) {
    if (sql && dryRun) {
      throw new Failure("--sql and --dry-run exclude each other. Leave out one.");
    }
    if (sql) {
      return moves.sql(target);
    }
    return dryRun ? moves.dryRun(target) : moves.run(target);
  }
}
