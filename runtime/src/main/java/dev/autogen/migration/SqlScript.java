package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import dev.autogen.schema.Schema;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes migrations down as a SQL script for someone else to run, with the statements that move the
 * version and fill the log. Needs no connection; does not look at any rows.
 */
public final class SqlScript {

  private final Dialect dialect;
  private final RevisionGraph graph;
  private final Clock clock;
  private final HistorySql history;

  /**
   * @param clock gives the time that the log will show
   */
  public SqlScript(Dialect dialect, RevisionGraph graph, Clock clock) {
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
    dialect.session().opening().forEach(statement -> append(text, statement));
    history.create().forEach(statement -> append(text, statement));
    MigrationRun.States states = new MigrationRun.States(graph, current, path, direction);
    Set<String> applied = new LinkedHashSet<>(graph.withAncestors(current));
    SortedSet<String> from = new TreeSet<>(current);
    for (MigrationScript script : path) {
      if (direction == Direction.UPGRADE) {
        applied.add(script.id());
      } else {
        applied.remove(script.id());
      }
      SortedSet<String> to = graph.headsOf(applied);
      text.append("\n-- ").append(direction.word()).append(' ').append(comment(script));
      begin(text);
      steps(text, script, direction, states.before(script));
      move(text, from, to);
      log(text, script, direction);
      commit(text);
      from = to;
    }
    dialect.session().closing().forEach(statement -> append(text, statement));
    return text.toString();
  }

  /** A message is one line of comment, whatever it holds. */
  private static String comment(MigrationScript script) {
    return script.toString().replaceAll("\\R", " ") + "\n";
  }

  private void begin(StringBuilder text) {
    if (dialect.hasTransactionalDdl()) {
      append(text, "begin");
    }
  }

  private void commit(StringBuilder text) {
    if (dialect.hasTransactionalDdl()) {
      append(text, "commit");
    }
  }

  private void steps(
      StringBuilder text, MigrationScript script, Direction direction, Schema state) {
    for (Piece piece : Piece.of(Recording.of(script, direction, state), dialect, state)) {
      if (piece instanceof Piece.Own own && own.step() instanceof Step.Run run) {
        throw new MigrationException(
            ("Revision %s cannot be written as SQL: its step \"%s\" is Java work. Run the migration"
                    + " itself, or have that step say op.execute(\"...\").")
                .formatted(script, run.what()));
      }
      piece.sql(dialect).forEach(statement -> append(text, statement));
    }
  }

  private void move(StringBuilder text, SortedSet<String> from, SortedSet<String> to) {
    SortedSet<String> taken = new TreeSet<>(from);
    taken.removeAll(to);
    SortedSet<String> put = new TreeSet<>(to);
    put.removeAll(from);
    if (taken.size() == 1 && put.size() == 1) {
      append(text, history.updateVersion(), put.first(), taken.first());
      return;
    }
    taken.forEach(id -> append(text, history.deleteVersion(), id));
    put.forEach(id -> append(text, history.insertVersion(), id));
  }

  private void log(StringBuilder text, MigrationScript script, Direction direction) {
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
    append(text, history.filledIn(history.insertLog(), history.literals(entry)));
  }

  private void append(StringBuilder text, String statement, String... values) {
    append(
        text, history.filledIn(statement, List.of(values).stream().map(dialect::literal).toList()));
  }

  /** A closing semicolon goes below a comment at the end, so as not to be part of it. */
  private static void append(StringBuilder text, String statement) {
    String stripped = statement.strip();
    while (stripped.endsWith(";")) {
      stripped = stripped.substring(0, stripped.length() - 1).stripTrailing();
    }
    boolean commentLast = stripped.substring(stripped.lastIndexOf('\n') + 1).contains("--");
    text.append(stripped).append(commentLast ? "\n;\n" : ";\n");
  }
}
