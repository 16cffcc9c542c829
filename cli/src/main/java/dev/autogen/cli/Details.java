package dev.autogen.cli;

import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;

/** All that is known of one migration without a database. */
final class Details {

  private Details() {}

  static void print(MigrationScript script, RevisionGraph graph, Project project) {
    Output output = project.output();
    output.result("revision  " + Revisions.line(script, graph));
    output.result("revises   " + Revisions.before(script.revises()));
    if (!graph.dependencies(script.id()).isEmpty()) {
      output.result("depends   " + String.join(", ", graph.dependencies(script.id())));
    }
    if (!script.header().created().isEmpty()) {
      output.result("created   " + script.header().created());
    }
    if (!script.header().hibernate().isEmpty()) {
      output.result("hibernate " + script.header().hibernate());
    }
    output.result(
        "file      "
            + script.origin().source().map(project::shown).orElse(script.origin().className()));
    output.result("");
  }
}
