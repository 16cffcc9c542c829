package dev.autogen.migration;

import dev.autogen.schema.Schema;
import java.util.List;

/** A migration whose steps belong to the transaction that is open: all of them or none. */
final class TransactionRun extends ScriptRun {

  TransactionRun(Site site, MigrationScript script, Schema state) {
    super(site, script, state);
  }

  @Override
  protected int begin(List<Piece> pieces) {
    return 0;
  }

  @Override
  protected void run(Piece piece) throws StepException {
    if (piece instanceof Piece.Own own && own.step() instanceof Step.Run work) {
      attempt(work.what(), () -> work.work().run(LentConnection.of(connection)));
      return;
    }
    for (String statement : statements(piece)) {
      attempt(statement, () -> execute(statement));
      count(1);
    }
  }

  @Override
  protected String aftermath(Direction direction, String standing) {
    return "Nothing of it was applied: the database stands %s. Correct it and run %s again."
        .formatted(standing, direction.word());
  }

  /** Without a commit nothing stays; whether a commit came through, the version tells. */
  @Override
  protected String afterLoss(Direction direction, String standing) {
    return done() < count()
        ? "The connection is lost, and nothing of it was applied: the database stands %s. Run %s again."
            .formatted(standing, direction.word())
        : "The connection is lost, so it is not known whether all of it or nothing was applied: the"
            + " version tells. Run %s again: it looks first.".formatted(direction.word());
  }
}
