package dev.autogen.cli;

import dev.autogen.cli.report.Report;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code autogen diff}: shows what a revision would write. */
@Command(
    name = "diff",
    sortOptions = false,
    description = "Show what leads from the database to the entities, without writing anything.")
final class DiffCommand extends dev.autogen.cli.Command {

  @Option(names = "--prune", description = "Also remove what no entity ever declared.")
  boolean prune;

  @Option(names = "--sql", description = "Show the SQL as well.")
  boolean sql;

  @Option(
      names = "--rename",
      paramLabel = "OLD=NEW",
      description = "The same thing under another name.")
  List<String> renames = new ArrayList<>();

  @Mixin final ReportOptions format = new ReportOptions();

  @Override
  public Integer call() {
    Project project = project();
    Compared compared =
        new Comparing(project, project.migrations(), Hints.of(renames, List.of(), prune))
            .withDatabase();
    Report report = Reports.of(compared, project.entitiesLabel());
    if (sql) {
      report = report.withSql(Statements.of(compared.comparison().plan(), compared.dialect()));
    }
    project.output().text(format.writer(project.output().style()).write(report));
    return ExitCode.DONE;
  }
}
