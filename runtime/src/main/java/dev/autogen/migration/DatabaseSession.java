package dev.autogen.migration;

import dev.autogen.change.Change;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A database while a runner is connected to it: where it stands, and the way from there. */
record DatabaseSession(Connection connection, Dialect dialect) {

  static DatabaseSession on(Connection connection) throws SQLException {
    return new DatabaseSession(connection, Dialects.of(connection));
  }

  MigrationHistory history() {
    return new MigrationHistory(connection, dialect);
  }

  SortedSet<String> current() throws SQLException {
    return history().current();
  }

  /**
   * Where the database stands.
   *
   * @throws MigrationException if no migration has one of those revisions
   */
  SortedSet<String> known(RevisionGraph graph) throws SQLException {
    SortedSet<String> current = current();
    for (String id : current) {
      if (graph.find(id).isEmpty()) {
        graph
            .replacing(id)
            .ifPresent(
                squash -> {
                  throw new MigrationException(squash.insteadOf(id));
                });
        throw new MigrationException(
            ("The database stands at revision \"%s\", which none of the %s here has. Bring that"
                    + " migration back, perhaps from another branch; or, if the schema is that of"
                    + " another revision, say so with stamp --purge and that revision.")
                .formatted(id, Failures.plural(graph.scripts().size(), "migration")));
      }
    }
    return current;
  }

  /** The graph as this database sees it. */
  RevisionGraph placed(RevisionGraph graph) throws SQLException {
    SortedSet<String> known = current();
    interruption().ifPresent(open -> known.add(open.revision()));
    return graph.at(known);
  }

  /** The run that broke off, unless nothing of it took effect. */
  Optional<Interruption> interruption() throws SQLException {
    return Interruption.begun(connection, dialect);
  }

  /** Scripts; those that start where the database stands are worded for it. */
  SqlScript script(RevisionGraph graph, SqlScript.Style style) throws SQLException {
    SqlScript script = new SqlScript(dialect, graph, style);
    return interruption().isEmpty() ? script.from(connection, current()) : script;
  }

  /** A script starts between two migrations. */
  void requireNoInterruption() throws SQLException {
    Optional<Interruption> open = interruption();
    if (open.isPresent()) {
      throw open.get().inTheWay();
    }
  }

  /**
   * A path with the migration first whose run broke off. It had its turn before, so nothing of the
   * path comes before it.
   *
   * @param verdict what a person says of it, which holds though the database shows nothing
   * @throws MigrationException if it is not on the path, or is to be run the other way
   */
  List<MigrationScript> resumed(List<MigrationScript> path, Direction direction, Verdict verdict)
      throws SQLException {
    Optional<Interruption> open =
        verdict == Verdict.UNSAID ? interruption() : Interruption.of(connection, dialect);
    if (open.isEmpty()) {
      new Journal(connection, dialect).clear();
      return path;
    }
    List<MigrationScript> ordered = new ArrayList<>(path);
    List<MigrationScript> first =
        path.stream().filter(script -> script.id().equals(open.get().revision())).toList();
    if (first.isEmpty() || open.get().direction() != direction) {
      throw open.get().inTheWay();
    }
    ordered.removeAll(first);
    ordered.addAll(0, first);
    return ordered;
  }

  /** The one head that is to be reached, or whatever else the target says. */
  SortedSet<String> upgradeTarget(RevisionGraph graph, String target) throws SQLException {
    SortedSet<String> current = known(graph);
    boolean nothingThere = graph.isEmpty() && (target.equals("head") || target.equals("heads"));
    return nothingThere ? new TreeSet<>() : new Targets(graph, current).upgradeTo(target);
  }

  List<MigrationScript> upgradePath(RevisionGraph graph, String target) throws SQLException {
    requireUnaltered(graph);
    return graph.upgradePath(known(graph), upgradeTarget(graph, target));
  }

  /** What follows was written on top of what was applied, not of what the files say now. */
  private void requireUnaltered(RevisionGraph graph) throws SQLException {
    List<Alteration> altered = Alteration.of(history().log(), graph, known(graph));
    if (!altered.isEmpty()) {
      throw new MigrationException(
          "Cannot upgrade: "
              + altered.stream().map(Alteration::message).collect(Collectors.joining(" ")));
    }
  }

  List<MigrationScript> downgradePath(RevisionGraph graph, String target) throws SQLException {
    SortedSet<String> current = known(graph);
    return graph.downgradePath(current, new Targets(graph, current).downgradeTo(target));
  }

  /**
   * What the migrations of a path would do, and which rows are in the way now. Worded as a run
   * words it, unless one broke off: the database is then within a migration.
   */
  List<PlannedMigration> plan(RevisionGraph graph, List<MigrationScript> path, Direction direction)
      throws SQLException {
    MigrationRun.States states = new MigrationRun.States(graph, current(), path, direction);
    Optional<Connection> asked =
        interruption().isEmpty() ? Optional.of(connection) : Optional.empty();
    Beforehand before = new Beforehand();
    List<PlannedMigration> planned = new ArrayList<>();
    boolean told = true;
    try (ScriptWording wording = ScriptWording.of(dialect, ScriptWording.Reader.PERSON, asked)) {
      for (MigrationScript script : path) {
        Schema state = states.before(script);
        List<Step> steps = Recording.of(script, direction, state);
        List<Change> changes = new ArrayList<>();
        for (Step step : steps) {
          told &= step instanceof Step.Alter;
          if (told && step instanceof Step.Alter alter) {
            changes.add(alter.change());
          }
        }
        List<Obstacle> obstacles = new ArrayList<>();
        List<PlannedMigration.PlannedStep> worded =
            worded(Piece.of(steps, dialect, state), wording, obstacles);
        obstacles.addAll(new Preflight(connection, dialect, state).obstacles(changes, before));
        planned.add(new PlannedMigration(script, direction, state, worded, obstacles));
      }
    }
    return planned;
  }

  /** What the database has no statements for is in the way. */
  private List<PlannedMigration.PlannedStep> worded(
      List<Piece> pieces, ScriptWording wording, List<Obstacle> obstacles) {
    List<PlannedMigration.PlannedStep> worded = new ArrayList<>();
    for (Piece piece : pieces) {
      List<String> statements = List.of();
      try {
        statements = wording.statements(piece);
      } catch (UnsupportedChangeException refused) {
        obstacles.add(obstacle(worded.size() + 1, piece, pieces.size(), refused));
      }
      List<String> locks =
          statements.stream().flatMap(sql -> dialect.locks(sql).stream()).distinct().toList();
      worded.add(new PlannedMigration.PlannedStep(piece.steps(), statements, locks));
    }
    return worded;
  }

  private static Obstacle obstacle(
      int step, Piece piece, int steps, UnsupportedChangeException refused) {
    if (piece instanceof Piece.Batch batch) {
      return new Obstacle(
          batch.changes().get(0),
          "Step %s of %s cannot be carried out.".formatted(step, steps),
          0,
          List.of(),
          refused.getMessage());
    }
    throw refused;
  }
}
