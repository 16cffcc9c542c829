package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.MigrationSession;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Runs migrations one after the other on one connection, each with its version and its line in the
 * log. Expects the lock to be held and the tables of the history to be there.
 */
final class MigrationRun {

  /** How long a server may take to say that it is there. */
  private static final int ANSWER_SECONDS = 5;

  private final Connection connection;
  private final Dialect dialect;
  private final RevisionGraph graph;
  private final RunListener listener;
  private final Clock clock;
  private final MigrationHistory history;
  private final String who;
  private final Verdict verdict;
  private final Journal journal;
  private final MigrationSession settings;
  private Instant last;
  private boolean ownSettings = true;

  /**
   * @param verdict what a person says of a statement at which an earlier run broke off
   */
  MigrationRun(
      DatabaseSession session,
      RevisionGraph graph,
      RunListener listener,
      Clock clock,
      Verdict verdict)
      throws SQLException {
    this.connection = session.connection();
    this.dialect = session.dialect();
    this.verdict = verdict;
    this.journal = new Journal(connection, dialect);
    this.settings = dialect.session();
    this.graph = graph;
    this.listener = listener;
    this.clock = clock;
    this.history = new MigrationHistory(connection, dialect);
    this.who = who(connection);
    this.last = history.timeAfterAll(clock);
  }

  /**
   * Runs them all, or up to the first that fails.
   *
   * @param current where the database stands
   */
  @SuppressWarnings("try") // What ends the session is not used before.
  void run(List<MigrationScript> path, Direction direction, SortedSet<String> current)
      throws SQLException {
    States states = new States(graph, current, path, direction);
    Set<String> applied = new LinkedHashSet<>(graph.withAncestors(current));
    SortedSet<String> from = current;
    try (Leaving end = this::leave) {
      for (MigrationScript script : path) {
        if (direction == Direction.UPGRADE) {
          applied.add(script.id());
        } else {
          applied.remove(script.id());
        }
        SortedSet<String> to = graph.headsAfter(from, script.id(), applied);
        run(script, direction, states.before(script), new Move(from, to));
        from = to;
      }
    }
  }

  @FunctionalInterface
  private interface Leaving extends AutoCloseable {
    @Override
    void close() throws SQLException;
  }

  private record Move(SortedSet<String> from, SortedSet<String> to) {}

  private void run(MigrationScript script, Direction direction, Schema state, Move move)
      throws SQLException {
    listener.started(script, direction);
    Instant started = MigrationHistory.later(clock.instant(), last);
    last = MigrationHistory.after(started);
    long start = System.nanoTime();
    Recording.Recorded recorded = Recording.recorded(script, direction, state);
    boolean together = dialect.hasTransactionalDdl() && recorded.isOneTransaction();
    TransactionControl.refuse(script, direction, recorded.steps(), together);
    ScriptRun.Site site = new ScriptRun.Site(connection, dialect, listener);
    ScriptRun steps =
        together
            ? new TransactionRun(site, script, state)
            : new JournalledRun(
                site, script, state, direction, new JournalledRun.Past(journal, verdict, settings));
    Duration took;
    try {
      enter(together, recorded);
      steps.run(recorded.steps());
      if (!together && dialect.hasTransactionalDdl()) {
        settings.begun(connection);
      }
      settings.beforeCommit(connection);
      steps.end();
      history.move(move.from(), move.to());
      took = Duration.ofNanos(System.nanoTime() - start);
      log(script, entry(script, direction, started, took, LogEntry.Outcome.APPLIED));
      connection.commit();
    } catch (ScriptRun.StepException | SQLException | RuntimeException thrown) {
      MigrationException failure = failure(script, direction, steps, thrown, move.from());
      try {
        if (!connection.getAutoCommit()) {
          steps.settle();
        }
        connection.setAutoCommit(true);
        steps.fail();
      } catch (SQLException broken) {
        failure.addSuppressed(broken);
      }
      took = Duration.ofNanos(System.nanoTime() - start);
      logFailure(entry(script, direction, started, took, LogEntry.Outcome.FAILED), failure);
      throw failure;
    }
    listener.finished(script, direction, took);
  }

  /** What the last migration did is committed; SQLite has settings that hold between two alone. */
  private void enter(boolean together, Recording.Recorded recorded) throws SQLException {
    if (dialect.hasTransactionalDdl()) {
      connection.setAutoCommit(true);
    }
    if (ownSettings) {
      settings.enter(connection);
    } else {
      settings.enterAgain(connection);
    }
    ownSettings = recorded.steps().stream().anyMatch(step -> !(step instanceof Step.Alter));
    if (!together) {
      journal.create();
    }
    if (connection.getAutoCommit()) {
      connection.setAutoCommit(false);
    }
    if (together) {
      settings.begun(connection);
    }
  }

  private void leave() throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    settings.leave(connection);
  }

  private LogEntry entry(
      MigrationScript script,
      Direction direction,
      Instant started,
      Duration took,
      LogEntry.Outcome outcome) {
    return new LogEntry(
        script.id(),
        direction,
        started,
        took,
        outcome,
        Checksum.of(script).toString(),
        ToolVersion.get(),
        script.header().hibernate(),
        who);
  }

  /** Also the chain that a migration replaces, where that was run and goes back with it. */
  private void log(MigrationScript script, LogEntry done) throws SQLException {
    history.add(done);
    List<String> replaced = script.header().links().replaces();
    if (done.direction() == Direction.DOWNGRADE && !replaced.isEmpty()) {
      Map<String, LogEntry> last = Alteration.last(history.log());
      for (String id : replaced) {
        if (last.containsKey(id) && Alteration.isThere(last.get(id))) {
          history.add(done.withRevision(id, last.get(id).checksum()));
        }
      }
    }
  }

  /** The user of the operating system, and that of the database. */
  static String who(Connection connection) throws SQLException {
    String database = connection.getMetaData().getUserName();
    return System.getProperty("user.name", "unknown")
        + (database == null || database.isEmpty() ? "" : " as " + database);
  }

  private MigrationException failure(
      MigrationScript script,
      Direction direction,
      ScriptRun steps,
      Exception thrown,
      Collection<String> from) {
    boolean told =
        thrown instanceof ScriptRun.StepException || thrown instanceof MigrationException;
    boolean lost = isLost(connection);
    String what =
        told
            ? thrown.getMessage()
            : (lost ? "" : "the version could not be written, or the commit failed: ")
                + Failures.sentence(Failures.reason(thrown));
    String standing = standing(from);
    return new MigrationException(
        "Cannot %s revision %s: %s %s"
            .formatted(
                direction.word(),
                script,
                what,
                lost ? steps.afterLoss(direction, standing) : steps.aftermath(direction, standing)),
        thrown.getCause() == null ? thrown : thrown.getCause());
  }

  /** Whether the database is out of reach, as when the server has ended the session. */
  static boolean isLost(Connection connection) {
    try {
      return !connection.isValid(ANSWER_SECONDS);
    } catch (SQLException unknown) {
      return true;
    }
  }

  private static String standing(Collection<String> from) {
    return from.isEmpty() ? "before the first revision" : "at " + String.join(", ", from);
  }

  private void logFailure(LogEntry entry, MigrationException failure) {
    try {
      connection.setAutoCommit(true);
      history.add(entry);
    } catch (SQLException broken) {
      failure.addSuppressed(broken);
    }
  }

  /** The schema before each migration of a path, replayed from those that are applied then. */
  static final class States {

    private final Map<String, Schema> before = new HashMap<>();

    States(
        RevisionGraph graph,
        Collection<String> current,
        List<MigrationScript> path,
        Direction direction) {
      List<MigrationScript> staying = new ArrayList<>(graph.history(current));
      List<MigrationScript> forth = new ArrayList<>(path);
      if (direction == Direction.DOWNGRADE) {
        staying.removeAll(path);
        Collections.reverse(forth);
      }
      Replay replay = Replay.of(staying);
      for (MigrationScript script : forth) {
        Replay after = replay.then(script);
        Replay known = direction == Direction.UPGRADE ? replay : after;
        before.put(script.id(), withDeclared(known.schema(), replay, after));
        replay = after;
      }
    }

    /**
     * With the sequences that entities name and no migration made: what becomes of their names is
     * not the database's to say.
     */
    private static Schema withDeclared(Schema known, Replay replay, Replay after) {
      Set<ObjectName> names = new TreeSet<>(replay.declared().keySet());
      names.addAll(after.declared().keySet());
      Schema all = known;
      for (ObjectName name : names) {
        if (name.kind() == ObjectName.Kind.SEQUENCE
            && !after.schema().sequences().contains(name.owner().toString())
            && !all.sequences().contains(name.owner().toString())) {
          all = all.withSequences(all.sequences().plus(Sequence.of(name.owner(), 1, 1)));
        }
      }
      return all;
    }

    Schema before(MigrationScript script) {
      return before.get(script.id());
    }
  }
}
