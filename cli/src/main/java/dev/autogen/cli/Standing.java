package dev.autogen.cli;

import dev.autogen.dialect.Dialect;
import dev.autogen.migration.Alteration;
import dev.autogen.migration.Interruption;
import dev.autogen.migration.LogEntry;
import dev.autogen.migration.MigrationException;
import dev.autogen.migration.MigrationHistory;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.RevisionGraph;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where a database stands among the migrations.
 *
 * @param graph the migrations as this database sees them
 * @param current the revisions that it stands at; none before the first
 * @param applied the migrations that have been applied, in order
 * @param pending those that have not, in order
 * @param astray sentences on what is wrong: a run that is not at its end, migrations that are no
 *     longer what was applied
 * @param interruption the run that is not at its end
 */
record Standing(
    RevisionGraph graph,
    SortedSet<String> current,
    List<MigrationScript> applied,
    List<MigrationScript> pending,
    List<String> astray,
    Optional<Interruption> interruption) {

  /** What to do about a run that broke off. */
  static final String ON = " The next run goes on from there.";

  /**
   * @throws Failure if no migration has a revision that the database stands at
   */
  static Standing of(Connection connection, Dialect dialect, RevisionGraph all)
      throws SQLException {
    SortedSet<String> current = new MigrationHistory(connection, dialect).current();
    RevisionGraph graph = all.at(current);
    for (String id : current) {
      if (isUnknown(id, graph)) {
        throw new Failure(unknown(id));
      }
    }
    return new Standing(connection, dialect, graph, current, List.of());
  }

  /**
   * The same for who reports what is wrong: where no migration has a revision that the database
   * stands at, that is said, and it stands where those that there are have led it.
   */
  static Standing reported(Connection connection, Dialect dialect, RevisionGraph all)
      throws SQLException {
    MigrationHistory history = new MigrationHistory(connection, dialect);
    SortedSet<String> current = history.current();
    RevisionGraph graph = all.at(current);
    List<String> unknown = current.stream().filter(id -> isUnknown(id, graph)).toList();
    if (unknown.isEmpty()) {
      return new Standing(connection, dialect, graph, current, List.of());
    }
    List<LogEntry> log = history.log();
    Set<String> known = new TreeSet<>(current);
    unknown.forEach(known::remove);
    known.addAll(Alteration.applied(log, graph));
    SortedSet<String> reached = graph.headsOf(graph.withAncestors(known));
    Set<String> logged =
        Alteration.of(log, graph, reached).stream()
            .map(alteration -> alteration.applied().revision())
            .collect(Collectors.toSet());
    return new Standing(
        connection,
        dialect,
        graph,
        reached,
        unknown.stream().filter(id -> !logged.contains(id)).map(Standing::unknown).toList());
  }

  private Standing(
      Connection connection,
      Dialect dialect,
      RevisionGraph graph,
      SortedSet<String> current,
      List<String> unknown)
      throws SQLException {
    this(
        graph,
        current,
        graph.history(current),
        graph.upgradePath(current, graph.heads()),
        astray(connection, dialect, graph, current, unknown),
        Interruption.of(connection, dialect));
  }

  private static List<String> astray(
      Connection connection,
      Dialect dialect,
      RevisionGraph graph,
      SortedSet<String> current,
      List<String> unknown)
      throws SQLException {
    List<String> astray = new ArrayList<>(unknown);
    Optional<Interruption> open = Interruption.of(connection, dialect);
    if (open.isPresent()) {
      astray.add(open.get().message() + goesOn(connection, dialect));
    }
    Alteration.of(new MigrationHistory(connection, dialect).log(), graph, current)
        .forEach(alteration -> astray.add(alteration.message()));
    return List.copyOf(astray);
  }

  /**
   * Within a migration, what is half done or half taken back is no change of the entities, and
   * nothing may come before it any more.
   *
   * @throws Failure if a run broke off of which something took effect
   */
  static void requireNothingDone(Interruption open) {
    Interruption.Last last = open.last();
    if (last.step() > 1 || last.inPart() || open.outcome() != Interruption.Outcome.NOT_DONE) {
      throw new Failure(
          open.message()
              + " The database is within that migration. Run `autogen "
              + open.direction().word()
              + "` to go on from there first; or finish or undo it by hand, and set the version with"
              + " `autogen stamp`.");
    }
  }

  /** One that a squash stands for is known, and told what to do. */
  private static boolean isUnknown(String id, RevisionGraph graph) {
    if (graph.find(id).isPresent()) {
      return false;
    }
    graph
        .replacing(id)
        .ifPresent(
            squash -> {
              throw new MigrationException(squash.insteadOf(id));
            });
    return true;
  }

  private static String unknown(String id) {
    return "The database stands at revision \""
        + id
        + "\", which no migration here has. Bring that migration back, perhaps from another"
        + " branch; or, if the schema is that of another revision, say so with"
        + " `autogen stamp --purge` and that revision.";
  }

  /** Whether somebody is at it, where the database tells who holds the lock. */
  private static String goesOn(Connection connection, Dialect dialect) throws SQLException {
    return dialect
        .lockHolder(connection)
        .map(holder -> " That run is going on: " + holder + ".")
        .orElse(ON);
  }
}
