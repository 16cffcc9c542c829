package dev.autogen.migration;

import dev.autogen.schema.Schema;
import java.util.List;

/** Has a migration record its steps. Runs none of them. */
final class Recording {

  private static final String BACK = Direction.DOWNGRADE.word() + "()";

  private Recording() {}

  /**
   * What a migration's method came to.
   *
   * @param steps in order
   * @param transactional whether they may be one transaction
   */
  record Recorded(List<Step> steps, boolean transactional) {
    boolean isOneTransaction() {
      return transactional && steps.stream().noneMatch(Step.Backfill.class::isInstance);
    }
  }

  /**
   * The steps that a migration takes.
   *
   * @param state the schema before its first step, as far as it is known
   * @throws MigrationException if the migration's own code throws
   */
  static List<Step> of(MigrationScript script, Direction direction, Schema state) {
    return recorded(script, direction, state).steps();
  }

  /** As {@link #of}, with what the migration says of itself. */
  static Recorded recorded(MigrationScript script, Direction direction, Schema state) {
    Operations operations = new Operations(state);
    try {
      if (direction == Direction.UPGRADE) {
        script.migration().upgrade(operations);
      } else {
        script.migration().downgrade(operations);
      }
      return new Recorded(operations.steps(), operations.isTransactional());
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError thrown) {
      throw failure(script, direction.word() + "()", thrown);
    }
  }

  static Declarations declarations(MigrationScript script) {
    Declarations declarations = new Declarations();
    try {
      script.migration().entities(declarations);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError thrown) {
      throw failure(script, "entities()", thrown);
    }
    return declarations;
  }

  private static MigrationException failure(
      MigrationScript script, String method, Throwable thrown) {
    if (thrown instanceof UnsupportedOperationException && method.equals(BACK)) {
      return new MigrationException(
          ("Revision %s cannot be taken back: its downgrade() in %s throws %s%s. Nothing of it was"
                  + " run; go back no further than it, or have it undo what its upgrade() does.")
              .formatted(
                  script,
                  script.origin(),
                  thrown,
                  Failures.line(thrown, script.origin().className())),
          thrown);
    }
    return new MigrationException(
        "Revision %s: %s in %s threw %s%s. Nothing of it was run; correct the class and try again."
            .formatted(
                script,
                method,
                script.origin(),
                thrown,
                Failures.line(thrown, script.origin().className())),
        thrown);
  }
}
