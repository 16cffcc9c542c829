package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import dev.autogen.schema.ColumnType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.sql.Time;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Updates a table batch by batch along a key. Remembers nothing but where the last batch ended, so
 * the memory that it takes does not grow with the table.
 */
final class Batches {

  /** A batch that takes longer is followed by smaller ones: nobody waits long for its rows. */
  private static final long LONG = 250_000_000L;

  private static final ColumnType BOOLEAN = new ColumnType("boolean");
  private static final long SHORT = LONG / 2;
  private static final int SMALLEST = 50;

  /** Rows of the first batch, at most: how long it takes is not known before. */
  private static final int FIRST = 1_000;

  /** How often in a row the smallest batch is tried again, at least. */
  private static final int MOST_REFUSED = 10;

  /** Before a batch is tried again, in milliseconds; a little longer each time. */
  private static final long WAIT = 100;

  /** In seconds: what takes longer, or waits longer for others, is tried again with fewer rows. */
  private static final int LONGEST = 1;

  /**
   * Serialization failure, deadlock, lock not available: PostgreSQL's, H2's, the standard's; and
   * what ends at a time limit.
   */
  private static final Set<String> PASSING =
      Set.of("40001", "40P01", "55P03", "HYT00", "57014", "70100");

  /** ER_LOCK_WAIT_TIMEOUT, ER_LOCK_DEADLOCK. */
  private static final Set<Integer> PASSING_CODES = Set.of(1205, 1213);

  private final Connection connection;
  private final Dialect dialect;
  private final Step.Backfill backfill;
  private final List<String> key;
  private final String table;
  private int rows;
  private List<String> nullable = List.of();

  /** Told of each batch before it begins and before it is committed, which is the listener's. */
  interface Commit {
    /** Called before each batch is looked for, with nothing open. */
    void begin() throws SQLException;

    /**
     * @param position where the batch ended
     * @param rows how many rows were changed so far
     */
    void at(String position, long rows) throws SQLException;
  }

  /**
   * @throws MigrationException if the backfill does not know along what to go
   */
  Batches(Connection connection, Dialect dialect, Step.Backfill backfill) {
    this.connection = connection;
    this.dialect = dialect;
    this.backfill = backfill;
    this.key = backfill.key().stream().map(dialect::identifier).toList();
    this.table = dialect.identifier(backfill.table());
    this.rows = Math.min(backfill.batch(), FIRST);
    for (String column : backfill.key()) {
      if (backfill.values().containsKey(column)) {
        throw new MigrationException(
            "The batches of a backfill go along %s, which it cannot change as well. Say other columns with .by(\"...\"), or use op.execute."
                .formatted(column));
      }
    }
    if (key.isEmpty()) {
      throw new MigrationException(
          "No migration says what the primary key of "
              + backfill.table()
              + " is. Say along which columns the batches go: .by(\"id\").");
    }
  }

  /**
   * @param reached where an earlier run ended; empty for the beginning
   */
  void run(String reached, Commit commit) throws SQLException, InterruptedException {
    requireNoNull();
    List<Object> after = KeyPosition.parse(reached);
    String last = reached;
    long changed = 0;
    int refused = 0;
    while (true) {
      try {
        commit.begin();
        Batch batch = next(after);
        List<Object> end = batch.end();
        if (end.isEmpty()) {
          return;
        }
        String position = KeyPosition.text(end);
        requireForth(last, position);
        long start = System.nanoTime();
        int met = update(after, end);
        commit.at(position, changed + met);
        adapt(System.nanoTime() - start);
        changed += met;
        last = position;
        after = end;
        refused = 0;
        if (batch.isLast()) {
          return;
        }
        Thread.sleep(backfill.pause().toMillis());
      } catch (SQLException thrown) {
        refused++;
        if (refused > MOST_REFUSED && rows <= SMALLEST || !isPassing(thrown)) {
          throw thrown;
        }
        connection.rollback();
        rows = fewer();
        Thread.sleep(WAIT * refused);
      }
    }
  }

  /** Whether a batch was in the way of others, or they of it: nothing of it was done. */
  private static boolean isPassing(SQLException refused) {
    return refused instanceof SQLTimeoutException
        || PASSING.contains(String.valueOf(refused.getSQLState()))
        || PASSING_CODES.contains(refused.getErrorCode());
  }

  /**
   * Says beforehand what {@link #run} would only find with what comes before it done already: looks
   * at the first two rows, and for rows without a key. Says nothing where table or key are not
   * there yet. Ends the transaction: one that begins by reading may not see, or not write, what is
   * there when the batches begin.
   *
   * @throws MigrationException if the batches could not go along the key
   */
  void look() throws SQLException {
    try {
      requireNoNullIfItCanBeTold();
      List<Object> first = key(List.of(), "", " limit 1");
      if (!first.isEmpty()) {
        String position = KeyPosition.text(first);
        List<Object> next = key(first, "", " limit 1");
        if (!next.isEmpty()) {
          requireForth(position, KeyPosition.text(next));
        }
      }
    } catch (SQLException refused) {
      connection.rollback();
      if (isThere()) {
        throw new MigrationException(
            "A backfill cannot go along (%s) of %s: %s Name other columns for it: .by(\"...\")."
                .formatted(
                    String.join(", ", backfill.key()),
                    backfill.table(),
                    Failures.sentence(Failures.reason(refused))),
            refused);
      }
    } finally {
      connection.rollback();
    }
  }

  private boolean isThere() throws SQLException {
    String sql = "select %s from %s where 1 = 0".formatted(String.join(", ", key), table);
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery(sql).close();
      return true;
    } catch (SQLException absent) {
      connection.rollback();
      return false;
    }
  }

  /** What a database does not compare as it prints it would be met again and again. */
  private void requireForth(String last, String position) {
    if (position.equals(last)) {
      throw new MigrationException(
          ("The batches of a backfill do not come past a row of %s along (%s): two rows are alike"
                  + " there, or its values are not exact. Name other columns: .by(\"...\").")
              .formatted(backfill.table(), String.join(", ", backfill.key())));
    }
  }

  private void adapt(long nanos) {
    if (nanos > LONG) {
      rows = fewer();
    } else if (nanos < SHORT) {
      rows = Math.min(backfill.batch(), rows * 2);
    }
  }

  private int fewer() {
    return Math.min(backfill.batch(), Math.max(SMALLEST, rows / 2));
  }

  /**
   * Rows that are given their values together.
   *
   * @param end the key of the last of them; empty if no row is left
   * @param isLast whether there was none behind it: others may put in more as fast as this goes
   */
  private record Batch(List<Object> end, boolean isLast) {}

  private Batch next(List<Object> after) throws SQLException {
    List<Object> full = key(after, "", " limit 1 offset " + (rows - 1));
    return full.isEmpty()
        ? new Batch(key(after, " desc", " limit 1"), true)
        : new Batch(full, false);
  }

  /** A row without a key is in no batch; one that the backfill is not about may be so. */
  private void requireNoNull() throws SQLException {
    nullable = nullable();
    String meant = backfill.condition().map(text -> " and (" + text + "\n)").orElse("");
    for (int i = 0; i < key.size(); i++) {
      if (nullable.contains(key.get(i)) && isAny(key.get(i) + " is null" + meant)) {
        throw unfit(i, "null");
      }
    }
  }

  /** A condition may be about what an earlier step makes. */
  private void requireNoNullIfItCanBeTold() throws SQLException {
    try {
      requireNoNull();
    } catch (SQLException unknown) {
      connection.rollback();
    }
  }

  private boolean isAny(String condition) throws SQLException {
    String sql = "select 1 from %s where %s limit 1".formatted(table, condition);
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet row = statement.executeQuery(sql)) {
        return row.next();
      }
    }
  }

  private List<String> nullable() throws SQLException {
    String sql = "select %s from %s where 1 = 0".formatted(String.join(", ", key), table);
    List<String> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery(sql)) {
      for (int i = 0; i < key.size(); i++) {
        if (none.getMetaData().isNullable(i + 1) != ResultSetMetaData.columnNoNulls) {
          columns.add(key.get(i));
        }
      }
    }
    return columns;
  }

  private List<Object> key(List<Object> after, String order, String limit) throws SQLException {
    List<String> conditions = new ArrayList<>();
    if (!after.isEmpty()) {
      conditions.add(compared(">", "", after));
    }
    nullable.forEach(column -> conditions.add(column + " is not null"));
    String sql =
        "select %s from %s%s order by %s%s"
            .formatted(
                String.join(", ", key),
                table,
                conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions),
                key.stream().map(column -> column + order).collect(Collectors.joining(", ")),
                limit);
    List<Object> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      if (row.next()) {
        for (int i = 1; i <= key.size(); i++) {
          requireComparable(row.getMetaData().getColumnTypeName(i), i);
          values.add(value(row, i));
        }
      }
    }
    return values;
  }

  /** As it can be written again: exactly, and not as the truth that MySQL takes a number for. */
  private Object value(ResultSet row, int column) throws SQLException {
    Object value = row.getObject(column);
    if (value instanceof Float number) {
      return number.doubleValue();
    }
    if (value instanceof Boolean && dialect.neutralValue(BOOLEAN).equals(Optional.of("0"))) {
      return row.getLong(column);
    }
    return value instanceof Time ? row.getObject(column, LocalTime.class) : value;
  }

  /** A database orders labels by their number, and compares them as texts. */
  private void requireComparable(String type, int column) {
    if (type.toLowerCase(Locale.ROOT).startsWith("enum")) {
      throw unfit(column - 1, "labels of an enum");
    }
  }

  private MigrationException unfit(int column, String what) {
    return new MigrationException(
        "A backfill cannot go along %s, which holds %s. Say other columns with .by(\"...\")."
            .formatted(key.get(column), what));
  }

  @SuppressWarnings("try") // The limit is taken back, not used.
  private int update(List<Object> after, List<Object> end) throws SQLException {
    List<String> conditions = new ArrayList<>();
    if (!after.isEmpty()) {
      conditions.add(compared(">", "", after));
    }
    conditions.add(compared("<", "=", end));
    backfill.condition().ifPresent(text -> conditions.add("(" + text + "\n)"));
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      int before = statement.getQueryTimeout();
      statement.setQueryTimeout(rows > SMALLEST ? LONGEST : 0);
      try (Limit limit = () -> statement.setQueryTimeout(before)) {
        return statement.executeUpdate(
            backfill.update(dialect) + " where " + String.join(" and ", conditions));
      }
    }
  }

  /** A time limit that is taken back: H2 has one for all statements of a session. */
  @FunctionalInterface
  private interface Limit extends AutoCloseable {
    @Override
    void close() throws SQLException;
  }

  /**
   * Keys after one, or up to it. A comparison of the first column stands alone too, since not every
   * database finds its way by an index through the rest.
   */
  private String compared(String comparison, String orSame, List<Object> values) {
    int last = key.size() - 1;
    String rest = key.get(last) + " " + comparison + orSame + " " + literal(values, last);
    for (int i = last - 1; i >= 0; i--) {
      String column = key.get(i);
      String value = literal(values, i);
      rest =
          "(%s %s %s or (%s = %s and %s))"
              .formatted(column, comparison, value, column, value, rest);
    }
    return last == 0
        ? rest
        : key.get(0) + " " + comparison + "= " + literal(values, 0) + " and " + rest;
  }

  private String literal(List<Object> values, int column) {
    return Literals.sql(values.get(column), dialect);
  }
}
