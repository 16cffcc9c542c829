package dev.autogen.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command itself. With a message it is short for {@code revision}. */
@Command(
    name = "autogen",
    versionProvider = Autogen.Version.class,
    sortOptions = false,
    abbreviateSynopsis = true,
    usageHelpAutoWidth = true,
    subcommands = {
      RevisionCommand.class,
      CheckCommand.class,
      DiffCommand.class,
      VerifyCommand.class,
      UpgradeCommand.class,
      DowngradeCommand.class,
      CurrentCommand.class,
      HistoryCommand.class,
      HeadsCommand.class,
      BranchesCommand.class,
      ShowCommand.class,
      MergeCommand.class,
      RebaseCommand.class,
      SquashCommand.class,
      StampCommand.class,
      EditCommand.class,
      InitCommand.class
    },
    description = "Database migrations from Jakarta Persistence entities.%n",
    footer = {
      "",
      "`autogen -m MESSAGE` is short for `autogen revision -m MESSAGE`.",
      "Exit codes: 0 done or nothing to do, 1 differences or findings, 2 could not work."
    })
final class Autogen implements Callable<Integer> {

  @Mixin final GlobalOptions options = new GlobalOptions();
  @Mixin final RevisionOptions revision = new RevisionOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show the version.")
  boolean version;

  @Spec @Nullable CommandSpec spec;

  private final Host host;
  private final Secrets secrets = new Secrets();

  private Autogen(Host host) {
    this.host = host;
  }

  /** Runs the command that the arguments name; returns the exit code. Never throws. */
  static int run(Host host, String... arguments) {
    Autogen autogen = new Autogen(host);
    CommandLine line = new CommandLine(autogen);
    line.setOut(new PrintWriter(host.out(), true));
    line.setErr(new PrintWriter(host.err(), true));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setAllowOptionsAsOptionParameters(false);
    line.setAllowSubcommandsAsOptionParameters(true);
    line.setParameterExceptionHandler((e, given) -> autogen.refused(e));
    line.setExecutionExceptionHandler((e, command, result) -> autogen.failed(e));
    line.setExecutionStrategy(autogen::execute);
    int code;
    try {
      code = line.execute(arguments);
    } catch (RuntimeException | Error e) {
      code = autogen.failed(e);
    }
    host.err().flush();
    return host.out().checkError() ? autogen.cutOff() : code;
  }

  /** What is cut off must not look whole to who reads it. */
  private int cutOff() {
    host.err()
        .println(
            "autogen: The output could not be written to its end: no room is left there, or whoever"
                + " read it has gone.");
    host.err().flush();
    return ExitCode.FAILED;
  }

  private int execute(ParseResult result) {
    ParseResult last = result;
    List<ParseResult> parts = new ArrayList<>(List.of(result));
    while (last.hasSubcommand()) {
      last = last.subcommand();
      parts.add(last);
    }
    options.gather(parts);
    if (last != result && revision.isGiven()) {
      throw new ParameterException(
          result.commandSpec().commandLine(),
          "-m and its options make a revision; they cannot stand before \""
              + last.commandSpec().name()
              + "\".");
    }
    return new CommandLine.RunLast().execute(result);
  }

  /** Without a command: a revision, if there is a message. */
  @Override
  public Integer call() {
    if (!revision.isGiven()) {
      java.util.Objects.requireNonNull(spec).commandLine().usage(host.err());
      return ExitCode.FAILED;
    }
    return new RevisionWork(project(), revision).run();
  }

  /** The project that the options and the working directory lead to. */
  Project project() {
    return new Project(host(), options, secrets);
  }

  /** The process's surroundings as the options change them. */
  Host host() {
    Path directory = host.directory();
    for (String further : options.directories) {
      directory = directory.resolve(further).normalize();
      if (!Files.isDirectory(directory)) {
        throw new Failure("There is no directory \"" + further + "\" to work in (-C).");
      }
    }
    Host local = host.withDirectory(directory);
    return options.noInput ? local.withoutKeyboard() : local;
  }

  private int refused(ParameterException e) {
    CommandLine command = e.getCommandLine();
    output().error(DatabaseErrors.sentence(String.valueOf(e.getMessage())), e);
    host.err().println("See `" + command.getCommandSpec().qualifiedName() + " --help`.");
    return ExitCode.FAILED;
  }

  private int failed(Throwable thrown) {
    output().error(Sentences.of(thrown), thrown);
    return ExitCode.FAILED;
  }

  private Output output() {
    return new Output(host, options, secrets);
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Autogen.class.getPackage().getImplementationVersion();
      return new String[] {
        "autogen " + (version == null ? "(not packaged)" : version), "Java " + Runtime.version()
      };
    }
  }
}
