package dev.autogen.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes where a database stands, and a line in the log for each revision that counts as applied or
 * as taken back from now on. Runs no migration.
 */
record Stamp(DatabaseSession session, Clock clock) {

  /** What the log says of a database that was stamped as before the first revision. */
  static final String BASE = "base";

  /** Instead of where the database stood, which migrations here have. */
  void write(Set<String> from, Set<String> to, RevisionGraph graph) throws SQLException {
    Map<String, LogEntry> last = Alteration.last(session.history().log());
    Set<String> before = graph.withAncestors(from);
    Set<String> gone = new TreeSet<>(before);
    gone.removeAll(graph.withAncestors(to));
    graph.only(gone).forEach(script -> gone.addAll(script.header().links().replaces()));
    write(to, entries(before, to, graph), taken(gone, last));
  }

  /** Whatever version table and log say: what they tell of edited and deleted migrations too. */
  void purge(Set<String> to, RevisionGraph graph) throws SQLException {
    Map<String, LogEntry> last = Alteration.last(session.history().log());
    Set<String> before = new TreeSet<>();
    Set<String> gone = new TreeSet<>();
    last.values().stream()
        .filter(Alteration::isThere)
        .forEach(
            entry -> {
              gone.add(entry.revision());
              Optional<MigrationScript> script = graph.find(entry.revision());
              if (script.isPresent() && Alteration.isSame(entry, script.get())) {
                before.add(entry.revision());
              }
            });
    gone.removeAll(graph.withAncestors(to));
    write(to, entries(before, to, graph), taken(gone, last));
  }

  private static List<MigrationScript> entries(
      Set<String> before, Set<String> to, RevisionGraph graph) {
    Set<String> added = graph.withAncestors(to);
    added.removeAll(before);
    return graph.only(added.isEmpty() ? to : added);
  }

  private static List<LogEntry> taken(Set<String> gone, Map<String, LogEntry> last) {
    return gone.stream().filter(last::containsKey).map(last::get).toList();
  }

  private void write(Set<String> to, List<MigrationScript> put, List<LogEntry> taken)
      throws SQLException {
    Connection connection = session.connection();
    MigrationHistory history = session.history();
    Row row = new Row(history.timeAfterAll(clock), MigrationRun.who(connection));
    List<LogEntry> entries = new ArrayList<>();
    taken.forEach(e -> entries.add(row.of(e.revision(), Direction.DOWNGRADE, e.checksum(), "")));
    put.forEach(
        script ->
            entries.add(
                row.of(
                    script.id(),
                    Direction.STAMP,
                    Checksum.of(script).toString(),
                    script.header().hibernate())));
    if (to.isEmpty()) {
      entries.add(row.of(BASE, Direction.STAMP, "", ""));
    }
    connection.setAutoCommit(false);
    history.clear();
    new Journal(connection, session.dialect()).clear();
    history.move(Set.of(), new TreeSet<>(to));
    for (LogEntry entry : entries) {
      history.add(entry);
    }
    connection.commit();
  }

  private record Row(Instant time, String who) {

    LogEntry of(String id, Direction direction, String checksum, String hibernate) {
      return new LogEntry(
          id,
          direction,
          time,
          Duration.ZERO,
          LogEntry.Outcome.STAMPED,
          checksum,
          ToolVersion.get(),
          hibernate,
          who);
    }
  }
}
