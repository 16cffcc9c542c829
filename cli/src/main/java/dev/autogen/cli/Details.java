package dev.autogen.cli;

import dev.autogen.migration.MigrationScript;
import java.util.SortedSet;

/** All that is known of one migration without a database. */
final class Details {

  private Details() {}

  static void print(MigrationScript script, Revisions revisions, Project project) {
    Output output = project.output();
    output.result("revision  " + revisions.line(script));
    output.result("revises   " + Revisions.before(script.revises()));
    SortedSet<String> needed = revisions.graph().dependencies(script.id());
    if (!needed.isEmpty()) {
      output.result("depends   " + String.join(", ", needed));
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
