package dev.autogen.cli;

import dev.autogen.cli.config.Settings;
import dev.autogen.cli.project.ProjectFacts;
import dev.autogen.cli.project.StarterConfiguration;
import java.nio.file.Path;
import java.util.Objects;
import picocli.CommandLine.Command;

/** {@code autogen init}: writes {@code autogen.yaml} from what the project tells. */
@Command(
    name = "init",
    sortOptions = false,
    description = "Write autogen.yaml from what is found here. Never overwrites one.")
final class InitCommand extends dev.autogen.cli.Command {

  @Override
  public Integer call() {
    Host host = Objects.requireNonNull(autogen).host();
    Path file = host.directory().resolve(Settings.FILE);
    ProjectFacts facts = ProjectFacts.of(host.directory());
    NewFile.write(file, StarterConfiguration.of(facts));
    host.out().println("written  " + Settings.FILE);
    facts.sources().forEach(source -> host.out().println("  from   " + source));
    return ExitCode.DONE;
  }
}
