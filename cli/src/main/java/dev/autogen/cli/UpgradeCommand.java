package dev.autogen.cli;

import dev.autogen.migration.Direction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code autogen upgrade}: applies migrations. */
@Command(name = "upgrade", sortOptions = false, description = "Apply what is not applied yet.")
final class UpgradeCommand extends dev.autogen.cli.Command {

  @Parameters(
      paramLabel = "TARGET",
      arity = "0..1",
      defaultValue = "head",
      description = "Up to where: an id, the beginning of one, head, +2; with --sql also FROM:TO.")
  String target = "head";

  @Mixin final MoveOptions options = new MoveOptions();

  @Override
  public Integer call() {
    return options.work(new Moves(project(), Direction.UPGRADE, options), target);
  }
}
