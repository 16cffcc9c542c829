package dev.autogen.inspect;

import dev.autogen.dialect.Dialect;
import dev.autogen.migration.MigrationScript;
import dev.autogen.migration.Replay;
import dev.autogen.schema.Schema;
import java.util.List;

/**
 * The schema that migrations describe, replayed in memory. Needs no database; does not see what
 * plain SQL in a migration does.
 */
public final class ReplaySource implements SchemaSource {

  private final List<MigrationScript> scripts;
  private final Dialect dialect;

  /**
   * @param scripts the migrations, each after those that it follows
   * @param dialect settles the spelling of types and defaults
   */
  public ReplaySource(List<MigrationScript> scripts, Dialect dialect) {
    this.scripts = List.copyOf(scripts);
    this.dialect = dialect;
  }

  /**
   * @throws dev.autogen.migration.MigrationException if a migration's own code throws
   */
  @Override
  public Schema read() {
    return replay().schema();
  }

  /** The same with what entities had declared, and whether the schema is all there is. */
  public Replay replay() {
    Replay replay = Replay.of(scripts);
    return new Replay(dialect.canonical(replay.schema()), replay.declared(), replay.complete());
  }
}
