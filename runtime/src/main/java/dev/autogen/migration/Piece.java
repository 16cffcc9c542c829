package dev.autogen.migration;

import dev.autogen.change.Change;
import dev.autogen.dialect.Dialect;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a run does at once: steps that a database takes together, or one by a person. */
sealed interface Piece {

  /** The steps that it carries out. */
  List<Step> steps();

  /** The statements as far as they can be told without the database; none for Java work. */
  List<String> sql(Dialect dialect);

  /**
   * Changes that are done by one group of statements.
   *
   * @param known the schema before them, as far as it is known
   */
  record Batch(List<Change> changes, Schema known) implements Piece {

    public Batch {
      changes = List.copyOf(changes);
    }

    @Override
    public List<Step> steps() {
      return changes.stream().<Step>map(Step.Alter::new).toList();
    }

    @Override
    public List<String> sql(Dialect dialect) {
      return dialect.statements(changes, known);
    }

    /** The statements for the database as it is now. */
    List<String> sql(Dialect dialect, Connection connection) throws SQLException {
      return dialect.statements(changes, known, connection);
    }
  }

  /** Statements or Java work of a person's own: what it does to rows cannot be known. */
  record Own(Step step) implements Piece {

    @Override
    public List<Step> steps() {
      return List.of(step);
    }

    @Override
    public List<String> sql(Dialect dialect) {
      if (step instanceof Step.Execute execute) {
        return List.of(execute.sql());
      }
      if (step instanceof Step.Insert insert) {
        return insert.sql(dialect);
      }
      return step instanceof Step.Backfill backfill ? List.of(backfill.sql(dialect)) : List.of();
    }
  }

  /**
   * A migration's steps as one database takes them, in order.
   *
   * @param state the schema before the first step, as far as it is known
   */
  static List<Piece> of(List<Step> steps, Dialect dialect, Schema state) {
    List<Piece> pieces = new ArrayList<>();
    FollowedSchema known = new FollowedSchema(state);
    List<Change> together = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Step.Alter alter) {
        together.add(alter.change());
      } else {
        addBatches(pieces, together, dialect, known);
        together.clear();
        pieces.add(new Own(step));
      }
    }
    addBatches(pieces, together, dialect, known);
    return pieces;
  }

  private static void addBatches(
      List<Piece> pieces, List<Change> changes, Dialect dialect, FollowedSchema known) {
    for (List<Change> batch : dialect.batches(List.copyOf(changes))) {
      pieces.add(new Batch(batch, known.schema()));
      known.follow(batch);
    }
  }
}
