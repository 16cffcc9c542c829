package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes migrations down as a SQL script for someone else to run, with the statements that move the
 * version and fill the log. Needs no connection, but restates less blindly with one; does not look
 * at any rows.
 */
public final class SqlScript {

  private final Dialect dialect;
  private final RevisionGraph graph;
  private final HistorySql history;
  private final Style style;
  private final Optional<Connection> database;
  private final SortedSet<String> standing;

  /** What a script does about migrations that are applied already. */
  public enum Style {
    /** Nothing: it is for a database that stands where it starts. */
    PLAIN,
    /** It passes over them, so that it can be run again, and on databases that stand further. */
    IDEMPOTENT
  }

  public SqlScript(Dialect dialect, RevisionGraph graph) {
    this(dialect, graph, Style.PLAIN);
  }

  /**
   * @param style whether the script can be run again
   */
  public SqlScript(Dialect dialect, RevisionGraph graph, Style style) {
    this(dialect, graph, style, Optional.empty(), List.of());
  }

  private SqlScript(
      Dialect dialect,
      RevisionGraph graph,
      Style style,
      Optional<Connection> database,
      Collection<String> standing) {
    this.style = style;
    this.dialect = dialect;
    this.graph = graph;
    this.history = new HistorySql(dialect);
    this.database = database;
    this.standing = new TreeSet<>(standing);
  }

  /**
   * The same, but scripts that start where a database stands are worded for it.
   *
   * @param connection which is only read
   * @param current where the database stands
   */
  SqlScript from(Connection connection, Collection<String> current) {
    return new SqlScript(dialect, graph, style, Optional.of(connection), current);
  }

  /**
   * The script that brings a database that stands at {@code from} to {@code to}.
   *
   * @throws MigrationException if a migration does work with plain JDBC, which is no SQL, or the
   *     database has no statement for a step
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
   * @throws MigrationException if a migration does work with plain JDBC, which is no SQL, or the
   *     database has no statement for a step
   */
  public String downgrade(Collection<String> from, Collection<String> roots) {
    return script(graph.downgradePath(from, roots), Direction.DOWNGRADE, from);
  }

  /**
   * The script of a range {@code FROM:TO} that leads back.
   *
   * @param targets what reads where it starts
   */
  public String downgrade(String range, Targets targets) {
    SortedSet<String> from = targets.resolve(range.substring(0, range.indexOf(':')));
    return downgrade(
        from, new Targets(graph, from).downgradeTo(range.substring(range.indexOf(':') + 1)));
  }

  private String script(
      List<MigrationScript> path, Direction direction, Collection<String> current) {
    if (path.isEmpty()) {
      return "-- Nothing to do.\n";
    }
    Optional<Connection> asked = database.filter(any -> standing.equals(new TreeSet<>(current)));
    try (ScriptWording wording = ScriptWording.of(dialect, ScriptWording.Reader.CLIENT, asked)) {
      StringBuilder text = new StringBuilder();
      boolean together = body(path, direction, current, wording, text);
      Optional<String> closing =
          together ? dialect.script().closing(reached(path, direction)) : Optional.empty();
      return dialect.script().opening(together)
          + all(dialect.session().opening())
          + all(history.create())
          + outsideOfChains(path, direction)
          + text
          + all(closing.stream().toList())
          + all(dialect.session().closing());
    } catch (SQLException thrown) {
      throw new MigrationException(
          "The script cannot be written: " + Failures.sentence(Failures.reason(thrown)), thrown);
    } catch (UnsupportedChangeException refused) {
      throw new MigrationException(
          "The script cannot be written: " + refused.getMessage(), refused);
    }
  }

  /**
   * A script that passes over what is applied knows squashes as wholes: a database that stands
   * within the chain of one would be left there by all of it. That is an error.
   */
  private String outsideOfChains(List<MigrationScript> path, Direction direction) {
    Set<String> replaced = new TreeSet<>();
    graph
        .only(graph.withAncestors(path.stream().map(MigrationScript::id).toList()))
        .forEach(script -> replaced.addAll(script.header().links().replaces()));
    if (style == Style.PLAIN || direction == Direction.DOWNGRADE || replaced.isEmpty()) {
      return "";
    }
    String sentence =
        "This script is not for a database at %s, which a squash replaces: it would stay there. Have the script written from that database, or let upgrade run on it."
            .formatted(String.join(" or ", replaced));
    return all(List.of(dialect.script().demand("not " + history.standsAtAny(replaced), sentence)));
  }

  private String all(List<String> statements) {
    return statements.stream().map(dialect.script()::statement).collect(Collectors.joining());
  }

  /** Returns whether each migration is one transaction. */
  private boolean body(
      List<MigrationScript> path,
      Direction direction,
      Collection<String> current,
      ScriptWording wording,
      StringBuilder text) {
    boolean together = true;
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
      Schema state = states.before(script);
      Recording.Recorded recorded = Recording.recorded(script, direction, state);
      together &= recorded.transactional();
      TransactionControl.refuse(
          script,
          direction,
          recorded.steps(),
          recorded.transactional() && dialect.hasTransactionalDdl());
      Part part = new Part(script, direction, new Move(from, to));
      text.append(
          migration(
              part, steps(script, recorded.steps(), state, wording), recorded.transactional()));
      from = to;
    }
    return together;
  }

  /** One migration of a script. */
  private record Part(MigrationScript script, Direction direction, Move move) {}

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

  private String migration(Part part, List<String> steps, boolean together) {
    List<String> end = new ArrayList<>(moved(part.move()));
    end.add(logged(part));
    List<String> all = new ArrayList<>();
    if (style == Style.IDEMPOTENT) {
      all.addAll(steps);
      all.addAll(end);
      return guarded(part, all, together);
    }
    all.add(dialect.script().demand(condition(part), otherwise(part)));
    all.addAll(steps);
    if (together) {
      all.addAll(end);
      return dialect.script().together(all);
    }
    return dialect.script().apart(all, end);
  }

  private String guarded(Part part, List<String> statements, boolean together) {
    try {
      return dialect.script().guarded(condition(part), statements, together);
    } catch (UnsupportedChangeException refused) {
      throw new MigrationException(
          "Revision %s cannot be guarded: %s".formatted(part.script(), refused.getMessage()),
          refused);
    }
  }

  /** That the database stands where a path leads, or further. */
  private String reached(List<MigrationScript> path, Direction direction) {
    Set<String> ids = new TreeSet<>();
    path.forEach(script -> ids.add(script.id()));
    if (direction == Direction.DOWNGRADE) {
      return "not " + history.standsAtAny(ids);
    }
    return graph.headsOf(ids).stream()
        .map(id -> history.standsAtAny(atOrBehind(Set.of(id))))
        .collect(Collectors.joining(" and "));
  }

  /** Those revisions, what follows them, and what any of these replaces. */
  private Set<String> atOrBehind(Set<String> ids) {
    Set<String> behind = graph.withDescendants(ids);
    Set<String> all = new TreeSet<>(behind);
    graph.only(behind).forEach(one -> all.addAll(one.header().links().replaces()));
    return all;
  }

  /** That the database stands where the migration starts from. */
  private String condition(Part part) {
    Move move = part.move();
    List<String> conditions = new ArrayList<>();
    move.taken().forEach(id -> conditions.add(history.standsAtAny(Set.of(id))));
    if (conditions.isEmpty()) {
      conditions.add("not " + history.standsAtAny(atOrBehind(move.put())));
    }
    if (part.direction() == Direction.UPGRADE) {
      for (String parent : graph.parents(part.script().id())) {
        if (!move.taken().contains(parent)) {
          conditions.add(history.standsAtAny(graph.withDescendants(Set.of(parent))));
        }
      }
    }
    return String.join(" and ", conditions);
  }

  private static String otherwise(Part part) {
    return ("Revision %s is not %s: the database does not stand where that starts. What comes before"
            + " it in this script failed, or the script is for a database that stands elsewhere.")
        .formatted(
            part.script().id(), part.direction() == Direction.UPGRADE ? "applied" : "taken back");
  }

  private List<String> steps(
      MigrationScript script, List<Step> steps, Schema state, ScriptWording wording) {
    List<String> statements = new ArrayList<>();
    for (Piece piece : Piece.of(steps, dialect, state)) {
      if (piece instanceof Piece.Own own && own.step() instanceof Step.Run run) {
        throw new MigrationException(
            ("Revision %s cannot be written as SQL: its step \"%s\" is Java work. Run the migration"
                    + " itself, or have that step say op.execute(\"...\").")
                .formatted(script, run.what()));
      }
      statements.addAll(wording.statements(piece));
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

  private String logged(Part part) {
    MigrationScript script = part.script();
    LogEntry entry =
        new LogEntry(
            script.id(),
            part.direction(),
            Instant.EPOCH,
            Duration.ZERO,
            LogEntry.Outcome.APPLIED,
            Checksum.of(script).toString(),
            ToolVersion.get(),
            script.header().hibernate(),
            "SQL script");
    return history.filledIn(history.insertLog(), history.expressions(entry));
  }

  private String filledIn(String statement, String... values) {
    return history.filledIn(statement, List.of(values).stream().map(dialect::literal).toList());
  }
}
