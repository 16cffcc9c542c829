package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import dev.autogen.migration.ScriptRun.StepException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Looks at the backfills of a migration before any of it runs, since what runs before them is final
 * by then. Says nothing of a table that an earlier step may change.
 */
record BackfillsAhead(Connection connection, Dialect dialect) {

  /**
   * @param pieces what is to be run
   * @param done how many of the migration's steps come before those
   * @throws StepException if a backfill could not go along its key
   */
  void require(List<Piece> pieces, int done) throws StepException, SQLException {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.Own own && own.step() instanceof Step.Backfill backfill) {
        try {
          Batches batches = new Batches(connection, dialect, backfill);
          if (pieces.subList(0, i).stream().noneMatch(piece -> mayChange(piece, backfill))) {
            batches.look();
          }
        } catch (MigrationException refused) {
          throw new StepException(
              "step %s of %s cannot be run: %s"
                  .formatted(done + i + 1, done + pieces.size(), refused.getMessage()),
              refused);
        }
      }
    }
  }

  private static boolean mayChange(Piece piece, Step.Backfill backfill) {
    if (piece instanceof Piece.Batch batch) {
      return batch.changes().stream()
          .anyMatch(
              change ->
                  change.object().owner().equals(backfill.table())
                      || change.reverse().object().owner().equals(backfill.table()));
    }
    Step step = ((Piece.Own) piece).step();
    if (step instanceof Step.Execute execute) {
      Effect effect = Effect.of(JournalEntry.Kind.STATEMENT, execute.sql());
      return effect != Effect.ROWS && effect.mentioned(execute.sql()).has(backfill.table().name());
    }
    return step instanceof Step.Run;
  }
}
