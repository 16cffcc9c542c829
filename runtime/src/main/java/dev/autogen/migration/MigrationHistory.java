package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a database keeps about its migrations: a table of the revisions it stands at, and a log.
 * Both are in the connection's default schema.
 *
 * <p>Reading creates nothing; where the tables are absent, the database stands before the first
 * revision. Does not commit: what is written belongs to the caller's transaction.
 */
public final class MigrationHistory {

  /** The table of the revisions that a database stands at: one row for each head. */
  public static final String VERSION_TABLE = "autogen_version";

  /** The table with one row for each run of a migration. */
  public static final String LOG_TABLE = "autogen_log";

  /** The table of the statements of a run that is not at its end. */
  public static final String JOURNAL_TABLE = "autogen_journal";

  static final int LONGEST_REVISION = 100;
  static final int LONGEST_VERSION = 40;
  static final int LONGEST_NAME = 200;

  /** Which of a log row's values is the time. */
  static final int STARTED = 2;

  /** Which of a log row's values is the number: the milliseconds. */
  static final int TOOK = 3;

  /** Of fixed width, so that text sorts as time does. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Connection connection;
  private final OwnTables tables;
  private final Dialect dialect;
  private Optional<HistorySql> sql = Optional.empty();

  public MigrationHistory(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.tables = new OwnTables(connection, dialect);
    this.dialect = dialect;
  }

  /** One that means the tables of this connection's schema whatever its schema is later. */
  private HistorySql sql() throws SQLException {
    if (sql.isEmpty()) {
      sql =
          Optional.of(new HistorySql(dialect, tables.name(VERSION_TABLE), tables.name(LOG_TABLE)));
    }
    return sql.get();
  }

  /** The revisions that the database stands at; none before the first. */
  public SortedSet<String> current() throws SQLException {
    SortedSet<String> revisions = new TreeSet<>();
    if (!tables.has(VERSION_TABLE)) {
      return revisions;
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql().selectVersions())) {
      while (rows.next()) {
        revisions.add(rows.getString(1));
      }
    }
    return revisions;
  }

  /** The log, oldest first. */
  public List<LogEntry> log() throws SQLException {
    if (!tables.has(LOG_TABLE)) {
      return List.of();
    }
    List<LogEntry> entries = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql().selectLog())) {
      while (rows.next()) {
        entries.add(entry(rows));
      }
    }
    return Collections.unmodifiableList(entries);
  }

  /** The time, or one after all that the log tells of where some clock was ahead of this one. */
  Instant timeAfterAll(Clock clock) throws SQLException {
    Instant now = clock.instant();
    if (!tables.has(LOG_TABLE)) {
      return now;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql().selectLastTime())) {
      String last = row.next() ? row.getString(1) : null;
      return last == null ? now : later(now, after(Instant.parse(last)));
    }
  }

  /** The next time that the log can tell from this one. */
  static Instant after(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static LogEntry entry(ResultSet row) throws SQLException {
    return new LogEntry(
        row.getString(1),
        Direction.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
        Instant.parse(row.getString(3)),
        Duration.ofMillis(row.getLong(4)),
        LogEntry.Outcome.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9));
  }

  /** Creates what is missing of the two tables. */
  void create() throws SQLException {
    if (tables.has(VERSION_TABLE) && tables.has(LOG_TABLE)) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      for (String create : sql().create()) {
        statement.execute(create);
      }
    }
  }

  /**
   * Moves the version. A row that is both taken and put is one update, so that another run that
   * moved it meanwhile is noticed.
   *
   * @throws MigrationException if the database does not stand where it was thought to
   */
  void move(Collection<String> from, Collection<String> to) throws SQLException {
    SortedSet<String> taken = new TreeSet<>(from);
    taken.removeAll(to);
    SortedSet<String> put = new TreeSet<>(to);
    put.removeAll(from);
    while (!taken.isEmpty() && !put.isEmpty()) {
      changeOneRow(sql().updateVersion(), removeFirst(put), removeFirst(taken));
    }
    while (!taken.isEmpty()) {
      changeOneRow(sql().deleteVersion(), removeFirst(taken));
    }
    while (!put.isEmpty()) {
      changeOneRow(sql().insertVersion(), removeFirst(put));
    }
  }

  /** Removes every version row, whatever it says. */
  void clear() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql().deleteVersions());
    }
  }

  void add(LogEntry entry) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql().insertLog())) {
      List<String> values = values(entry);
      for (int i = 0; i < values.size(); i++) {
        if (i == TOOK) {
          statement.setLong(i + 1, entry.took().toMillis());
        } else {
          statement.setString(i + 1, values.get(i));
        }
      }
      statement.executeUpdate();
    }
  }

  /** The values of a row of the log, in order. */
  static List<String> values(LogEntry entry) {
    return List.of(
        entry.revision(),
        entry.direction().word(),
        TIME.format(entry.started()),
        Long.toString(entry.took().toMillis()),
        entry.outcome().word(),
        entry.checksum(),
        cut(entry.toolVersion(), LONGEST_VERSION),
        cut(entry.hibernateVersion(), LONGEST_VERSION),
        cut(entry.who(), LONGEST_NAME));
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  private static String removeFirst(SortedSet<String> revisions) {
    String first = revisions.first();
    revisions.remove(first);
    return first;
  }

  private void changeOneRow(String statement, String... revisions) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < revisions.length; i++) {
        prepared.setString(i + 1, revisions[i]);
      }
      if (prepared.executeUpdate() != 1) {
        throw new MigrationException(
            "The version of the database was changed by someone else during this run: it no"
                + " longer stands at \"%s\". See what \"autogen current\" says, then run again."
                    .formatted(revisions[revisions.length - 1]));
      }
    }
  }
}
