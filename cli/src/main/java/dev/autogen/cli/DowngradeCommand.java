package dev.autogen.cli;

import dev.autogen.migration.Direction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code autogen downgrade}: takes migrations back. */
@Command(
    name = "downgrade",
    sortOptions = false,
    description = "Take back what follows a revision.")
final class DowngradeCommand extends dev.autogen.cli.Command {

  @Parameters(
      paramLabel = "TARGET",
      arity = "1",
      description =
          "Back to where: an id, the beginning of one, base, -1; with --sql also FROM:TO.")
  String target = "";

  @Mixin final MoveOptions options = new MoveOptions();

  @Override
  public Integer call() {
    return options.work(new Moves(project(), Direction.DOWNGRADE, options), target);
  }
}
