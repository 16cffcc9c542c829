package dev.autogen.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code autogen revision}: writes the next migration class. */
@Command(
    name = "revision",
    sortOptions = false,
    description = "Compare entities with the database and write the next migration class.")
final class RevisionCommand extends dev.autogen.cli.Command {

  @Mixin final RevisionOptions options = new RevisionOptions();

  @Override
  public Integer call() {
    return new RevisionWork(project(), options).run();
  }
}
