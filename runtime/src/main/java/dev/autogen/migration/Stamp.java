package dev.autogen.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Writes where a database stands, and a line in the log for it. Runs no migration. */
record Stamp(DatabaseSession session, Clock clock) {

  /** What the log says of a database that was stamped as before the first revision. */
  private static final String BASE = "base";

  /**
   * Whatever the version table says.
   *
   * @param from where the database stood as far as is known: what of it stays is not logged again
   */
  void write(Set<String> from, Set<String> to, RevisionGraph graph) throws SQLException {
    Connection connection = session.connection();
    MigrationHistory history = session.history();
    connection.setAutoCommit(false);
    history.clear();
    history.move(Set.of(), new TreeSet<>(to));
    for (String id : from.equals(to) ? to : added(from, to)) {
      MigrationScript script = graph.script(id);
      history.add(entry(id, script.origin().checksum(), script.header().hibernate()));
    }
    if (to.isEmpty()) {
      history.add(entry(BASE, "", ""));
    }
    connection.commit();
  }

  private static Set<String> added(Set<String> from, Set<String> to) {
    Set<String> added = new TreeSet<>(to);
    added.removeAll(from);
    return added;
  }

  private LogEntry entry(String id, String checksum, String hibernate) throws SQLException {
    return new LogEntry(
        id,
        Direction.STAMP,
        clock.instant(),
        Duration.ZERO,
        LogEntry.Outcome.STAMPED,
        checksum,
        ToolVersion.get(),
        hibernate,
        MigrationRun.who(session.connection()));
  }
}
