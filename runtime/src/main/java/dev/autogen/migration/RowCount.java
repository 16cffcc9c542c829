package dev.autogen.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Counts rows and shows some; a query that fails tells nothing and leaves nothing behind. */
final class RowCount {

  private static final int SHOWN_ROWS = 3;
  private static final int SHOWN_CHARACTERS = 40;

  /**
   * Rows found: at least one.
   *
   * @param count how many
   * @param sample up to three of them: {@code id = 4, name = null}
   */
  record Found(long count, List<String> sample) {

    /** {@code 1 row}, {@code 2,048 rows}. */
    String text() {
      return Failures.plural(count, "row");
    }

    /** The same with a verb in the fitting form. */
    String text(String singular, String plural) {
      return text() + " " + (count == 1 ? singular : plural);
    }
  }

  private final Connection connection;

  RowCount(Connection connection) {
    this.connection = connection;
  }

  /** The rows that a query finds; empty where there are none or it cannot be told. */
  Optional<Found> of(PreflightQueries.Query query) {
    return of(query, List.of());
  }

  /**
   * The same with what the query needs.
   *
   * @param aids statements that make it, taken back with all that they make
   */
  Optional<Found> of(PreflightQueries.Query query, List<String> aids) {
    try {
      boolean alone = connection.getAutoCommit() && !aids.isEmpty();
      if (alone) {
        connection.setAutoCommit(false);
      }
      try {
        return within(query, aids);
      } finally {
        if (alone) {
          connection.rollback();
          connection.setAutoCommit(true);
        }
      }
    } catch (SQLException untold) {
      return Optional.empty();
    }
  }

  private Optional<Found> within(PreflightQueries.Query query, List<String> aids)
      throws SQLException {
    Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
    boolean kept = false;
    try {
      execute(aids);
      Optional<Found> found = found(query);
      kept = aids.isEmpty();
      return found;
    } catch (SQLException untold) {
      return Optional.empty();
    } finally {
      if (before != null && !kept) {
        connection.rollback(before);
      }
      if (before != null) {
        connection.releaseSavepoint(before);
      }
    }
  }

  private void execute(List<String> statements) throws SQLException {
    for (String sql : statements) {
      try (Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.execute(sql);
      }
    }
  }

  private Optional<Found> found(PreflightQueries.Query query) throws SQLException {
    long count = count(query.count());
    if (count == 0) {
      return Optional.empty();
    }
    List<String> sample = query.sample().isPresent() ? sample(query.sample().get()) : List.of();
    return Optional.of(new Found(count, sample));
  }

  private long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private List<String> sample(String sql) throws SQLException {
    List<String> sample = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.setMaxRows(SHOWN_ROWS);
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          sample.add(row(rows));
        }
      }
    }
    return sample;
  }

  private static String row(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String value = String.valueOf(row.getString(i));
      values.add(
          columns.getColumnLabel(i).toLowerCase(Locale.ROOT)
              + " = "
              + (value.length() > SHOWN_CHARACTERS
                  ? value.substring(0, SHOWN_CHARACTERS) + "..."
                  : value));
    }
    return String.join(", ", values);
  }
}
