package dev.autogen.migration;

import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Objects;

/**
 * A migration that would run, and what it would do.
 *
 * @param script the migration
 * @param direction which way it would run
 * @param before the schema that it would find, as far as migrations tell
 * @param steps its steps, in order
 * @param obstacles what in the database's rows would make it fail, as far as it can be told before
 *     those ahead of it have run
 */
public record PlannedMigration(
    MigrationScript script,
    Direction direction,
    Schema before,
    List<PlannedStep> steps,
    List<Obstacle> obstacles) {

  /**
   * What is done at once, and its statements.
   *
   * @param parts the steps: one, or several that the database takes together
   * @param sql the statements, without closing semicolons; none for work with plain JDBC
   * @param locks what others wait for while they run, a clause for each table
   */
  public record PlannedStep(List<Step> parts, List<String> sql, List<String> locks) {
    public PlannedStep {
      parts = List.copyOf(parts);
      sql = List.copyOf(sql);
      locks = List.copyOf(locks);
    }
  }

  public PlannedMigration {
    Objects.requireNonNull(script, "script");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(before, "before");
    steps = List.copyOf(steps);
    obstacles = List.copyOf(obstacles);
  }
}
