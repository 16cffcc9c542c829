package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a database keeps of the one run that is not at its end, where that run cannot be rolled
 * back: one row for each statement. Empty between runs. Does not commit. Expects nobody else to
 * write into it meanwhile.
 */
final class Journal {

  static final String TABLE = MigrationHistory.JOURNAL_TABLE;

  private final Connection connection;
  private final Dialect dialect;
  private final OwnTables tables;
  private Optional<JournalSql> sql = Optional.empty();
  private boolean empty;

  Journal(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
    this.tables = new OwnTables(connection, dialect);
  }

  /** One that means the table of this connection's schema whatever its schema is later. */
  private JournalSql sql() throws SQLException {
    if (sql.isEmpty()) {
      sql = Optional.of(new JournalSql(dialect, tables.name(TABLE)));
    }
    return sql.get();
  }

  /** In the order of the run; none where no run is open. */
  List<JournalEntry> entries() throws SQLException {
    if (empty || !tables.has(TABLE)) {
      return List.of();
    }
    List<JournalEntry> entries = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql().select())) {
      while (rows.next()) {
        entries.add(entry(rows));
      }
    }
    return Collections.unmodifiableList(entries);
  }

  private static JournalEntry entry(ResultSet row) throws SQLException {
    var place =
        new JournalEntry.Place(
            row.getString(1),
            Direction.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
            row.getInt(3),
            row.getInt(4),
            row.getInt(5),
            row.getString(6));
    return new JournalEntry(
        place,
        JournalEntry.Kind.valueOf(row.getString(7).toUpperCase(Locale.ROOT)),
        JournalEntry.State.valueOf(row.getString(8).toUpperCase(Locale.ROOT)),
        row.getString(9),
        row.getString(10),
        row.getString(11));
  }

  void create() throws SQLException {
    if (!tables.has(TABLE)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql().create());
      }
    }
  }

  /** Statements to come. */
  void add(List<JournalEntry> entries) throws SQLException {
    empty = false;
    try (PreparedStatement statement = connection.prepareStatement(sql().insert())) {
      for (JournalEntry entry : entries) {
        JournalEntry.Place place = entry.place();
        statement.setString(1, place.revision());
        statement.setString(2, place.direction().word());
        statement.setInt(3, place.step());
        statement.setInt(4, place.steps());
        statement.setInt(5, place.statement());
        statement.setString(6, place.content());
        statement.setString(7, entry.kind().name().toLowerCase(Locale.ROOT));
        statement.setString(8, entry.state().name().toLowerCase(Locale.ROOT));
        statement.setString(9, entry.trace());
        statement.setString(10, entry.reached());
        statement.setString(11, entry.text());
        statement.executeUpdate();
      }
    }
  }

  /** Statements to come, the first of which is about to run: at once, not one after the other. */
  void addBegun(List<JournalEntry> entries, String trace) throws SQLException {
    List<JournalEntry> begun = new ArrayList<>(entries);
    begun.set(0, entries.get(0).running(trace));
    add(begun);
  }

  /** It is about to run. */
  void begin(JournalEntry entry, String trace) throws SQLException {
    update(sql().updateState("trace"), JournalEntry.State.RUNNING, trace, entry);
  }

  /** It has run to its end. */
  void done(JournalEntry entry) throws SQLException {
    update(sql().updateState("trace"), JournalEntry.State.DONE, entry.trace(), entry);
  }

  /** It has come so far, and will go on from there. */
  void reached(JournalEntry entry, String position) throws SQLException {
    update(sql().updateState("reached"), JournalEntry.State.RUNNING, position, entry);
  }

  private void update(String update, JournalEntry.State state, String value, JournalEntry entry)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(update)) {
      statement.setString(1, state.name().toLowerCase(Locale.ROOT));
      statement.setString(2, value);
      statement.setInt(3, entry.place().step());
      statement.setInt(4, entry.place().statement());
      statement.executeUpdate();
    }
  }

  /** Forgets a step of which nothing took effect. */
  void forget(int step) throws SQLException {
    execute(sql().delete() + sql().whereStep(step));
  }

  /** Forgets the run. */
  void clear() throws SQLException {
    if (tables.has(TABLE)) {
      execute(sql().delete());
    }
    empty = true;
  }

  private void execute(String statement) throws SQLException {
    try (Statement statements = connection.createStatement()) {
      statements.executeUpdate(statement);
    }
  }

  /** What the catalog shows now of what a statement, or Java work, may be about. */
  String trace(JournalEntry.Kind kind, String text) throws SQLException {
    Effect effect = Effect.of(kind, text);
    if (effect == Effect.ROWS) {
      return "";
    }
    Digest digest = new Digest();
    dialect.traces().of(effect.mentioned(text), connection).forEach(digest::add);
    return digest.hex();
  }
}
