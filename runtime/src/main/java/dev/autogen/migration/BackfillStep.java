package dev.autogen.migration;

import dev.autogen.schema.QualifiedName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns of a table's rows given values, batch by batch along its primary key. Each batch is
 * committed by itself, together with how far the run came: one that breaks off goes on there. A
 * batch for which others are in the way for a second, or that runs into a deadlock with them, is
 * rolled back and tried again with fewer rows.
 *
 * <p>Rows that others put in meanwhile are given their values where their key comes behind the
 * batch that is going on, and not where it comes before: the application that is at work should
 * write the column itself by then, or the column have a default.
 */
public final class BackfillStep {

  /** Rows of a batch unless said otherwise. */
  public static final int BATCH = 1_000;

  /** The time between two batches unless said otherwise: others get their turn. */
  public static final Duration PAUSE = Duration.ofMillis(10);

  private final Scope scope;
  private final QualifiedName table;
  private final Map<String, String> values = new LinkedHashMap<>();
  private Optional<String> condition = Optional.empty();
  private List<String> key;
  private int rows = BATCH;
  private Duration pause = PAUSE;

  /**
   * @param key the primary key's columns, as far as they are known
   */
  BackfillStep(Scope scope, QualifiedName table, List<String> key) {
    this.scope = scope;
    this.table = table;
    this.key = key;
  }

  Step.Backfill step() {
    if (values.isEmpty()) {
      throw scope.lacks("what becomes of the rows", ".set(\"COLUMN\", \"SQL\")");
    }
    return new Step.Backfill(table, values, condition, key, rows, pause);
  }

  /** What a column becomes: SQL, which may name other columns of the row. */
  public BackfillStep set(String column, String expression) {
    scope.requireOpen();
    values.put(column, expression);
    return this;
  }

  /** Which rows: a condition in SQL. All of them unless said. */
  public BackfillStep where(String newCondition) {
    scope.requireOpen();
    condition = Optional.of(newCondition);
    return this;
  }

  /**
   * The columns that the batches follow: not null, and no two rows alike. The primary key unless
   * said; a table that no migration made has to be told.
   */
  public BackfillStep by(String... columns) {
    scope.requireOpen();
    key = List.of(columns);
    return this;
  }

  /**
   * How many rows a batch looks at, at most. It begins with fewer, and a batch that takes long is
   * followed by smaller ones.
   */
  public BackfillStep inBatchesOf(int newRows) {
    scope.requireOpen();
    if (newRows < 1) {
      throw new IllegalArgumentException(
          "A batch has at least one row, not " + newRows + ": " + scope.call());
    }
    rows = newRows;
    return this;
  }

  /** How long to rest between two batches. */
  public BackfillStep pausing(Duration newPause) {
    scope.requireOpen();
    if (newPause.isNegative()) {
      throw new IllegalArgumentException("A pause cannot be negative: " + scope.call());
    }
    pause = newPause;
    return this;
  }
}
