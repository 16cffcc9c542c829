package dev.autogen.cli;

import dev.autogen.dialect.Dialects;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Targets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Reads what a person writes for revisions, and asks the database where it stands if that hangs on
 * it; else connects to nothing.
 *
 * @param graph the migrations, as the database sees them if it was asked
 * @param targets what reads the texts
 */
record Lookup(RevisionGraph graph, Targets targets) {

  /**
   * @throws Failure if no database is named that must be asked, or no migration has a revision that
   *     it stands at
   */
  static Lookup of(Project project, RevisionGraph all, Collection<String> texts) {
    List<String> fromCurrent =
        texts.stream().filter(text -> Targets.isFromCurrent(text, all)).toList();
    if (fromCurrent.isEmpty()) {
      return new Lookup(all, new Targets(all));
    }
    if (!project.hasDatabase()) {
      throw new Failure(
          "\""
              + fromCurrent.get(0)
              + "\" counts from where the database stands: name the database with --url, or the"
              + " revision itself.");
    }
    try (Connection connection = project.databaseToRead().getConnection()) {
      Standing standing = Standing.of(connection, Dialects.of(connection), all);
      return new Lookup(standing.graph(), new Targets(standing.graph(), standing.current()));
    } catch (SQLException e) {
      throw new Failure(
          "The database could not be read: "
              + DatabaseErrors.sentence(String.valueOf(e.getMessage())),
          e);
    }
  }

  static Lookup of(Project project, RevisionGraph all, String text) {
    return of(project, all, List.of(text));
  }
}
