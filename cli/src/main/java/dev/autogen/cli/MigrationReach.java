package dev.autogen.cli;

import dev.autogen.change.Change;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.TableChange.CreateTable;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ScratchDatabases;
import dev.autogen.inspect.DatabaseSource;
import dev.autogen.migration.Direction;
import dev.autogen.migration.MigrationException;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.Replay;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.migration.Step;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ObjectName.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the migrations of a project are about besides the schema that connections start in, so that
 * a proof does not touch what is not its own. Java work is not looked into.
 *
 * @param schemas those that steps name, whether or not they stay
 * @param own the statements and backfills that people wrote
 */
record MigrationReach(Set<String> schemas, List<OwnStep> own) {

  /** A step with SQL of a person's own. */
  record OwnStep(MigrationScript script, Step step) {

    private String sql(Dialect dialect) {
      return step instanceof Step.Backfill backfill
          ? backfill.sql(dialect)
          : ((Step.Execute) step).sql();
    }

    private String words() {
      return "revision %s, \"%s\"".formatted(script, step.words());
    }
  }

  /** A downgrade that cannot say its steps runs none, which the proof tells of. */
  static MigrationReach of(RevisionGraph graph) {
    MigrationReach reach = new MigrationReach(new TreeSet<>(), new ArrayList<>());
    Replay before = Replay.EMPTY;
    for (MigrationScript script : graph.scripts()) {
      Replay after = before.then(script);
      reach.add(script, script.steps(Direction.UPGRADE, before.schema()));
      try {
        reach.add(script, script.steps(Direction.DOWNGRADE, after.schema()));
      } catch (MigrationException silent) {
        // Nothing of it is run.
      }
      before = after;
    }
    reach.schemas.remove("");
    return reach;
  }

  private void add(MigrationScript script, List<Step> steps) {
    for (Step step : steps) {
      if (step instanceof Step.Alter alter) {
        add(alter.change());
      } else if (step instanceof Step.Insert insert) {
        schemas.add(insert.table().schema());
      } else if (step instanceof Step.Backfill backfill) {
        schemas.add(backfill.table().schema());
        own.add(new OwnStep(script, step));
      } else if (step instanceof Step.Execute) {
        own.add(new OwnStep(script, step));
      }
    }
  }

  private void add(Change change) {
    boolean ofSchema = change.object().kind() == Kind.SCHEMA;
    schemas.add(ofSchema ? change.object().owner().name() : change.object().owner().schema());
    if (change instanceof RenameTable rename) {
      schemas.add(rename.to().schema());
    } else if (change instanceof CreateTable create) {
      create.definition().foreignKeys().forEach(this::add);
    } else if (change instanceof AddConstraint constrain
        && constrain.constraint() instanceof ForeignKey key) {
      add(key);
    }
  }

  private void add(ForeignKey key) {
    schemas.add(key.target().schema());
  }

  /**
   * Refuses a scratch database beside another one where it would not be apart from what else the
   * server has.
   *
   * @throws Failure which says why
   */
  void requireApart(Connection beside, Dialect dialect) throws SQLException {
    ScratchDatabases kind = dialect.scratchDatabases();
    if (!kind.holdsSchemas() && !schemas.isEmpty()) {
      throw new Failure(
          "The migrations name other databases of this server ("
              + String.join(", ", schemas)
              + "), which a proof must not touch. Name an empty database of another server with"
              + " --scratch-url.");
    }
    requireUnnamed(beside, dialect, Optional.empty());
    for (OwnStep step : own) {
      if (kind.reachesBeyond(step.sql(dialect))) {
        throw new Failure(
            "What a migration does outside of its database a proof would do for good: "
                + step.words()
                + ". Where that may be, name an empty database there with --scratch-url.");
      }
    }
  }

  /**
   * Refuses a scratch database that was given where statements name its neighbours.
   *
   * @throws Failure which says why
   */
  void requireWithin(Connection given, Dialect dialect) throws SQLException {
    requireUnnamed(given, dialect, Optional.of(DatabaseSource.connectionSchema(given, dialect)));
  }

  private void requireUnnamed(Connection server, Dialect dialect, Optional<String> itself)
      throws SQLException {
    ScratchDatabases kind = dialect.scratchDatabases();
    for (OwnStep step : own) {
      Set<String> named = new TreeSet<>();
      kind.databasesNamed(server, step.sql(dialect))
          .forEach(database -> named.add(dialect.fromDatabase(database)));
      itself.ifPresent(named::remove);
      named.removeAll(schemas);
      if (!named.isEmpty()) {
        throw new Failure(
            "A statement names another database of this server (%s), which a proof must not touch: %s. Name an empty database of another server with --scratch-url."
                .formatted(String.join(", ", named), step.words()));
      }
    }
  }
}
