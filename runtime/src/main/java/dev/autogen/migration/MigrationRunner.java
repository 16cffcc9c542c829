package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.UnreadableCatalogException;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.dialect.UnsupportedDatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * Applies migrations to a database and takes them back.
 *
 * <pre>{@code
 * MigrationRunner.on(dataSource)
 *     .migrations(MigrationSources.classPath(loader, "db.migrations"))
 *     .upgrade();
 * }</pre>
 *
 * <p>Immutable: each setting returns a runner of its own, and one runner may be used by several
 * threads. What changes the database needs one connection, on H2 two at a time, and holds a
 * database-wide lock, so of several runners at once one applies and the others find nothing to do.
 * Where the database's DDL is transactional, each migration is one transaction together with its
 * version; elsewhere a journal tells which of its statements took effect, and the next run goes on
 * from there.
 *
 * <p>Each method throws a {@link MigrationException} with a sentence for a person when it cannot do
 * what it is asked, be it that the database is of a kind that is not supported, refuses something,
 * or cannot be reached. What the data source, the source of the migrations or the listener throw
 * themselves unchecked comes through as it is.
 */
public final class MigrationRunner {

  private static final Duration LOCK_TIMEOUT = Duration.ofMinutes(10);

  /** No longer time can be counted in nanoseconds; nobody waits that long. */
  private static final Duration FOREVER = Duration.ofDays(36_500);

  private final DataSource source;
  private final MigrationSource migrations;
  private final Options options;

  /** How to run. */
  private record Options(Duration lockTimeout, RunListener listener, Clock clock, Verdict verdict) {
    Options {
      Objects.requireNonNull(lockTimeout, "lockTimeout");
      lockTimeout = lockTimeout.compareTo(FOREVER) < 0 ? lockTimeout : FOREVER;
      lockTimeout = lockTimeout.isNegative() ? Duration.ZERO : lockTimeout;
      Objects.requireNonNull(listener, "listener");
      Objects.requireNonNull(clock, "clock");
      Objects.requireNonNull(verdict, "verdict");
    }
  }

  private MigrationRunner(DataSource source, MigrationSource migrations, Options options) {
    this.source = Objects.requireNonNull(source, "source");
    this.migrations = Objects.requireNonNull(migrations, "migrations");
    this.options = options;
  }

  /** A runner for that database, without migrations yet. */
  public static MigrationRunner on(DataSource source) {
    return new MigrationRunner(
        source,
        () -> RevisionGraph.EMPTY,
        new Options(LOCK_TIMEOUT, RunListener.SILENT, Clock.systemUTC(), Verdict.UNSAID));
  }

  /** Where the migrations are; they are loaded anew for each call that needs them. */
  public MigrationRunner migrations(MigrationSource newMigrations) {
    return new MigrationRunner(source, newMigrations, options);
  }

  /** The migrations, loaded already. */
  public MigrationRunner migrations(RevisionGraph graph) {
    return migrations(() -> graph);
  }

  /**
   * How long to wait for another run to end; ten minutes unless said. Zero or less is not to wait;
   * more than a hundred years, such as that of {@code ChronoUnit.FOREVER}, is as long as it takes.
   */
  public MigrationRunner lockTimeout(Duration newTimeout) {
    return with(new Options(newTimeout, options.listener(), options.clock(), options.verdict()));
  }

  /** Who is told how a run goes. */
  public MigrationRunner listener(RunListener newListener) {
    return with(
        new Options(options.lockTimeout(), newListener, options.clock(), options.verdict()));
  }

  /** What tells the time for the log; the system's clock unless said. */
  public MigrationRunner clock(Clock newClock) {
    return with(
        new Options(options.lockTimeout(), options.listener(), newClock, options.verdict()));
  }

  /** What became of the step at which an earlier run broke off, where only a person can tell. */
  public MigrationRunner interrupted(Verdict newVerdict) {
    return with(
        new Options(options.lockTimeout(), options.listener(), options.clock(), newVerdict));
  }

  private MigrationRunner with(Options newOptions) {
    return new MigrationRunner(source, migrations, newOptions);
  }

  /** Applies all that is not applied yet, which must end in one head; returns what it applied. */
  public List<MigrationScript> upgrade() {
    return upgrade("head");
  }

  /** Applies what is missing up to a target of {@link Targets}; returns what it applied. */
  public List<MigrationScript> upgrade(String target) {
    RevisionGraph graph = migrations.load();
    return run((session, at) -> session.upgradePath(at, target), Direction.UPGRADE, graph);
  }

  /** Takes back all that follows a target of {@link Targets}; returns what it took back. */
  public List<MigrationScript> downgrade(String target) {
    RevisionGraph graph = migrations.load();
    return run((session, at) -> session.downgradePath(at, target), Direction.DOWNGRADE, graph);
  }

  /** The revisions that the database stands at; none before the first. Changes nothing. */
  public SortedSet<String> current() {
    return reading(DatabaseSession::current);
  }

  /** What has been run on the database, oldest first. Changes nothing. */
  public List<LogEntry> log() {
    return reading(session -> session.history().log());
  }

  /** The run that is not at its end: it broke off, or is going on. Changes nothing. */
  public Optional<Interruption> interruption() {
    return reading(session -> Interruption.of(session.connection(), session.dialect()));
  }

  /** The applied migrations that were edited or deleted since. Changes nothing. */
  public List<Alteration> alterations() {
    RevisionGraph graph = migrations.load();
    return reading(
        session ->
            Alteration.of(session.history().log(), session.placed(graph), session.current()));
  }

  /** What is not applied yet, in the order in which it would be. Changes nothing. */
  public List<MigrationScript> pending() {
    RevisionGraph graph = migrations.load();
    return reading(
        session -> {
          RevisionGraph at = session.placed(graph);
          return at.upgradePath(session.known(at), at.heads());
        });
  }

  /** What {@link #upgrade(String)} would do to the database as it is. Changes nothing. */
  public List<PlannedMigration> planUpgrade(String target) {
    RevisionGraph graph = migrations.load();
    return reading(
        session -> {
          RevisionGraph at = session.placed(graph);
          return session.plan(at, session.upgradePath(at, target), Direction.UPGRADE);
        });
  }

  /** What {@link #downgrade(String)} would do to the database as it is. Changes nothing. */
  public List<PlannedMigration> planDowngrade(String target) {
    RevisionGraph graph = migrations.load();
    return reading(
        session -> {
          RevisionGraph at = session.placed(graph);
          return session.plan(at, session.downgradePath(at, target), Direction.DOWNGRADE);
        });
  }

  /**
   * The SQL script of {@link #upgrade(String)}, for the database as it is or for a range {@code
   * FROM:TO}. Changes nothing.
   */
  public String upgradeSql(String target) {
    return upgradeSql(target, SqlScript.Style.PLAIN);
  }

  /** As {@link #upgradeSql(String)}, in a style. */
  public String upgradeSql(String target, SqlScript.Style style) {
    RevisionGraph all = migrations.load();
    return reading(
        session -> {
          RevisionGraph graph = session.placed(all);
          SqlScript script = session.script(graph, style);
          if (Targets.isRange(target)) {
            return script.upgrade(new Targets(graph, session.current()).range(target));
          }
          session.requireNoInterruption();
          SortedSet<String> current = session.known(graph);
          return script.upgrade(current, session.upgradeTarget(graph, target));
        });
  }

  /**
   * The SQL script of {@link #downgrade(String)}, for the database as it is or for a range {@code
   * FROM:TO}. Changes nothing.
   */
  public String downgradeSql(String target) {
    return downgradeSql(target, SqlScript.Style.PLAIN);
  }

  /** As {@link #downgradeSql(String)}, in a style. */
  public String downgradeSql(String target, SqlScript.Style style) {
    RevisionGraph all = migrations.load();
    return reading(
        session -> {
          RevisionGraph graph = session.placed(all);
          SqlScript script = session.script(graph, style);
          if (Targets.isRange(target)) {
            return script.downgrade(target, new Targets(graph, session.current()));
          }
          session.requireNoInterruption();
          SortedSet<String> current = session.known(graph);
          return script.downgrade(current, new Targets(graph, current).downgradeTo(target));
        });
  }

  /**
   * Writes that the database stands at targets of {@link Targets}, without running anything. What
   * it stands at on other branches stays.
   */
  public void stamp(String... targets) {
    RevisionGraph all = migrations.load();
    locked(
        session -> {
          RevisionGraph graph = session.placed(all);
          SortedSet<String> from = session.known(graph);
          session.history().create();
          SortedSet<String> to = StampTargets.at(from, graph).standing(List.of(targets));
          new Stamp(session, options.clock()).write(from, to, graph);
          return graph;
        });
  }

  /**
   * As {@link #stamp}, forgetting all that the database stood at: also what no migration has.
   * Migrations that were edited after they were applied count as applied as they are now. {@code
   * current} is where it stood, which is refused where no migration has such a revision.
   */
  public void purgeAndStamp(String... targets) {
    RevisionGraph all = migrations.load();
    locked(
        session -> {
          RevisionGraph graph = session.placed(all);
          SortedSet<String> from = session.current();
          boolean known = from.stream().allMatch(id -> graph.find(id).isPresent());
          Targets reading = known ? new Targets(graph, from) : new Targets(graph);
          SortedSet<String> to =
              new StampTargets(graph, reading, new TreeSet<>()).standing(List.of(targets));
          session.history().create();
          new Stamp(session, options.clock()).purge(to, graph);
          return graph;
        });
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(DatabaseSession session) throws SQLException;
  }

  @FunctionalInterface
  private interface Way {
    List<MigrationScript> of(DatabaseSession session, RevisionGraph graph) throws SQLException;
  }

  /** Looks first without the lock: an application that starts up finds nothing to do, mostly. */
  private List<MigrationScript> run(Way way, Direction direction, RevisionGraph graph) {
    boolean idle =
        reading(
            session ->
                way.of(session, session.placed(graph)).isEmpty()
                    && session.interruption().isEmpty());
    if (idle) {
      return List.of();
    }
    return locked(
        session -> {
          RevisionGraph at = session.placed(graph);
          List<MigrationScript> path =
              session.resumed(way.of(session, at), direction, options.verdict());
          if (!path.isEmpty()) {
            session.history().create();
            new MigrationRun(session, at, options.listener(), options.clock(), options.verdict())
                .run(path, direction, session.current());
          }
          return path;
        });
  }

  private <T> T locked(Work<T> work) {
    AtomicBoolean begun = new AtomicBoolean();
    return connecting().served(() -> connected(first -> locked(first, work, begun)), begun::get);
  }

  @SuppressWarnings("try") // The lock is held, not used.
  private <T> T locked(Connection first, Work<T> work, AtomicBoolean begun) throws SQLException {
    Dialect dialect = Dialects.of(first);
    try (DatabaseLock held =
        DatabaseLock.take(dialect, first, options.lockTimeout(), options.listener())) {
      begun.set(true);
      return dialect.migratesUnderItsLock()
          ? work.on(new DatabaseSession(first, dialect))
          : beside(dialect, work);
    }
  }

  private <T> T reading(Work<T> work) {
    return connecting()
        .served(
            () -> connected(connection -> work.on(DatabaseSession.on(connection))), () -> false);
  }

  private <T> T beside(Dialect dialect, Work<T> work) throws SQLException {
    try (BorrowedConnection second = connecting().second(dialect)) {
      return work.on(DatabaseSession.on(second.get()));
    }
  }

  private Connecting connecting() {
    return new Connecting(source, options.listener(), options.lockTimeout());
  }

  @FunctionalInterface
  private interface Use<T> {
    T of(Connection connection) throws SQLException;
  }

  private <T> T connected(Use<T> use) {
    try (BorrowedConnection borrowed = connecting().connection()) {
      return use.of(borrowed.get());
    } catch (SQLException thrown) {
      throw new MigrationException(
          "The database refused what the runner asked of it: "
              + Failures.sentence(Failures.reason(thrown)),
          thrown);
    } catch (UnsupportedDatabaseException
        | UnsupportedChangeException
        | UnreadableCatalogException thrown) {
      throw new MigrationException(thrown.getMessage(), thrown);
    }
  }
}
