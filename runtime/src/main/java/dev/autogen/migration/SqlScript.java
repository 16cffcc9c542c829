package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.Schema;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes migrations down as a SQL script for someone else to run, with the statements that move the
 * version and fill the log. Needs no connection; does not look at any rows.
 */
public final class SqlScript {

  private final Dialect dialect;
  private final RevisionGraph graph;
  private final Clock clock;
  private final HistorySql history;
  private final Style style;

  /** What a script does about migrations that are applied already. */
  public enum Style {
    /** Nothing: it is for a database that stands where it starts. */
    PLAIN,
    /** It passes over them, so that it can be run again, and on databases that stand further. */
    IDEMPOTENT
  }

  /**
   * @param clock gives the time that the log will show
   */
  public SqlScript(Dialect dialect, RevisionGraph graph, Clock clock) {
    this(dialect, graph, clock, Style.PLAIN);
  }

  /**
   * @param clock gives the time that the log will show
   * @param style whether the script can be run again
   */
  public SqlScript(Dialect dialect, RevisionGraph graph, Clock clock, Style style) {
    this.style = style;
    this.dialect = dialect;
    this.graph = graph;
    this.clock = clock;
    this.history = new HistorySql(dialect);
  }

  /**
   * The script that brings a database that stands at {@code from} to {@code to}.
   *
   * @throws MigrationException if a migration does work with plain JDBC, which is no SQL
   */
  public String upgrade(Collection<String> from, Collection<String> to) {
    return script(graph.upgradePath(from, to), Direction.UPGRADE, from);
  }

  /**
   * The script of a range that leads forth.
   *
   * @throws MigrationException also if it leads back
   */
  public String upgrade(Targets.Range range) {
    boolean back =
        !range.from().equals(range.to())
            && graph.withAncestors(range.from()).containsAll(range.to());
    if (back) {
      throw new MigrationException(
          ("The range leads back from %s, which an upgrade does not. Write the older end first, or"
                  + " use downgrade.")
              .formatted(String.join(", ", range.from())));
    }
    return upgrade(range.from(), range.to());
  }

  /**
   * The script that takes a database that stands at {@code from} back to before {@code roots}, as
   * {@link Targets#downgradeTo} tells them.
   *
   * @throws MigrationException if a migration does work with plain JDBC, which is no SQL
   */
  public String downgrade(Collection<String> from, Collection<String> roots) {
    return script(graph.downgradePath(from, roots), Direction.DOWNGRADE, from);
  }

  /**
   * The script of a range {@code FROM:TO} that leads back.
   *
   * @param current where the database stands, if that is known
   */
  public String downgrade(String range, Collection<String> current) {
    SortedSet<String> from =
        new Targets(graph, current).resolve(range.substring(0, range.indexOf(':')));
    return downgrade(
        from, new Targets(graph, from).downgradeTo(range.substring(range.indexOf(':') + 1)));
  }

  private String script(
      List<MigrationScript> path, Direction direction, Collection<String> current) {
    StringBuilder text = new StringBuilder();
    if (path.isEmpty()) {
      return text.append("-- Nothing to do.\n").toString();
    }
    dialect.session().opening().forEach(s -> text.append(dialect.script().statement(s)));
    history.create().forEach(s -> text.append(dialect.script().statement(s)));
    MigrationRun.States states = new MigrationRun.States(graph, current, path, direction);
    Set<String> applied = new LinkedHashSet<>(graph.withAncestors(current));
    SortedSet<String> from = new TreeSet<>(current);
    for (MigrationScript script : path) {
      if (direction == Direction.UPGRADE) {
        applied.add(script.id());
      } else {
        applied.remove(script.id());
      }
      SortedSet<String> to = graph.headsAfter(from, script.id(), applied);
      text.append("\n-- ").append(direction.word()).append(' ').append(comment(script));
      text.append(migration(script, direction, states.before(script), new Move(from, to)));
      from = to;
    }
    dialect.session().closing().forEach(s -> text.append(dialect.script().statement(s)));
    return text.toString();
  }

  /** A message is one line of comment, whatever it holds. */
  private static String comment(MigrationScript script) {
    return script.toString().replaceAll("\\R", " ") + "\n";
  }

  /** Where the version moves from, and where to. */
  private record Move(SortedSet<String> from, SortedSet<String> to) {

    SortedSet<String> taken() {
      SortedSet<String> taken = new TreeSet<>(from);
      taken.removeAll(to);
      return taken;
    }

    SortedSet<String> put() {
      SortedSet<String> put = new TreeSet<>(to);
      put.removeAll(from);
      return put;
    }
  }

  private String migration(MigrationScript script, Direction direction, Schema state, Move move) {
    Recording.Recorded recorded = Recording.recorded(script, direction, state);
    List<String> steps = steps(script, recorded.steps(), state);
    List<String> end = new ArrayList<>(moved(move));
    end.add(logged(script, direction));
    boolean together = recorded.transactional();
    if (style == Style.IDEMPOTENT) {
      List<String> all = new ArrayList<>(steps);
      all.addAll(end);
      return guarded(script, move, all, together);
    }
    if (together) {
      steps.addAll(end);
      return dialect.script().together(steps);
    }
    return dialect.script().apart(steps, end);
  }

  private String guarded(
      MigrationScript script, Move move, List<String> statements, boolean together) {
    try {
      return dialect.script().guarded(condition(move), statements, together);
    } catch (UnsupportedChangeException refused) {
      throw new MigrationException(
          "Revision %s cannot be guarded: %s".formatted(script, refused.getMessage()), refused);
    }
  }

  /** That the database stands where the migration starts from. */
  private String condition(Move move) {
    if (move.taken().isEmpty()) {
      return "not " + history.standsAtAny(graph.withDescendants(move.put()));
    }
    return move.taken().stream()
        .map(id -> history.standsAtAny(Set.of(id)))
        .collect(Collectors.joining(" and "));
  }

  private List<String> steps(MigrationScript script, List<Step> steps, Schema state) {
    List<String> statements = new ArrayList<>();
    for (Piece piece : Piece.of(steps, dialect, state)) {
      if (piece instanceof Piece.Own own && own.step() instanceof Step.Run run) {
        throw new MigrationException(
            ("Revision %s cannot be written as SQL: its step \"%s\" is Java work. Run the migration"
                    + " itself, or have that step say op.execute(\"...\").")
                .formatted(script, run.what()));
      }
      boolean inBatches = piece instanceof Piece.Own own && own.step() instanceof Step.Backfill;
      String note = inBatches ? "-- All rows at once: a script has no batches.\n" : "";
      piece.sql(dialect).forEach(statement -> statements.add(note + statement));
    }
    return statements;
  }

  private List<String> moved(Move move) {
    SortedSet<String> taken = move.taken();
    SortedSet<String> put = move.put();
    if (taken.size() == 1 && put.size() == 1) {
      return List.of(filledIn(history.updateVersion(), put.first(), taken.first()));
    }
    List<String> statements = new ArrayList<>();
    taken.forEach(id -> statements.add(filledIn(history.deleteVersion(), id)));
    put.forEach(id -> statements.add(filledIn(history.insertVersion(), id)));
    return statements;
  }

  private String logged(MigrationScript script, Direction direction) {
    LogEntry entry =
        new LogEntry(
            script.id(),
            direction,
            clock.instant(),
            Duration.ZERO,
            LogEntry.Outcome.APPLIED,
            Checksum.of(script).toString(),
            ToolVersion.get(),
            script.header().hibernate(),
            "SQL script");
    return history.filledIn(history.insertLog(), history.literals(entry));
  }

  private String filledIn(String statement, String... values) {
    return history.filledIn(statement, List.of(values).stream().map(dialect::literal).toList());
  }
}
