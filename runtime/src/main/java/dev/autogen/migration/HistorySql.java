package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The statements on the version table and the log, in SQL that every supported database reads. */
final class HistorySql {

  private static final List<String> LOG_COLUMNS =
      List.of(
          "revision",
          "direction",
          "started",
          "took_ms",
          "outcome",
          "checksum",
          "tool_version",
          "hibernate_version",
          "who");

  private final Dialect dialect;
  private final String version;
  private final String log;
  private final String logColumns;

  /** For scripts: the tables are where their reader works. */
  HistorySql(Dialect dialect) {
    this(
        dialect,
        dialect.identifier(MigrationHistory.VERSION_TABLE),
        dialect.identifier(MigrationHistory.LOG_TABLE));
  }

  /**
   * @param version how SQL names the version table
   * @param log how SQL names the log
   */
  HistorySql(Dialect dialect, String version, String log) {
    this.dialect = dialect;
    this.version = version;
    this.log = log;
    this.logColumns = LOG_COLUMNS.stream().map(this::name).collect(Collectors.joining(", "));
  }

  /** Both tables, where they are not there yet. */
  List<String> create() {
    return List.of(createVersion(), createLog());
  }

  private String createVersion() {
    return "create table if not exists %s (%s, primary key (%s))"
        .formatted(version, text("revision", MigrationHistory.LONGEST_REVISION), name("revision"));
  }

  /** Times are ISO 8601 text in UTC: one type that no database converts, and that sorts. */
  private String createLog() {
    List<String> columns =
        List.of(
            text("revision", MigrationHistory.LONGEST_REVISION),
            text("direction", 10),
            text("started", 30),
            name("took_ms") + " bigint not null",
            text("outcome", 10),
            text("checksum", 64),
            text("tool_version", MigrationHistory.LONGEST_VERSION),
            text("hibernate_version", MigrationHistory.LONGEST_VERSION),
            text("who", MigrationHistory.LONGEST_NAME));
    return "create table if not exists %s (%s)".formatted(log, String.join(", ", columns));
  }

  private String text(String column, int length) {
    return name(column) + " " + dialect.ownText(length) + " not null";
  }

  String selectVersions() {
    return "select %s from %s".formatted(name("revision"), version);
  }

  /** Parameter: the revision. */
  String insertVersion() {
    return "insert into %s (%s) values (?)".formatted(version, name("revision"));
  }

  /** Parameter: the revision. */
  String deleteVersion() {
    return "delete from %s where %s = ?".formatted(version, name("revision"));
  }

  /** Parameters: the new revision, the old one. */
  String updateVersion() {
    return "update %s set %s = ? where %s = ?"
        .formatted(version, name("revision"), name("revision"));
  }

  /** A condition: that the database stands at one of these revisions. */
  String standsAtAny(Collection<String> revisions) {
    return "exists (select 1 from %s where %s in (%s))"
        .formatted(
            version,
            name("revision"),
            revisions.stream().sorted().map(dialect::literal).collect(Collectors.joining(", ")));
  }

  String deleteVersions() {
    return "delete from " + version;
  }

  String selectLastTime() {
    return "select max(%s) from %s".formatted(name("started"), log);
  }

  String selectLog() {
    return "select %s from %s order by %s".formatted(logColumns, log, name("started"));
  }

  /** Parameters: in the order of {@link LogEntry}'s components. */
  String insertLog() {
    return "insert into %s (%s) values (%s)"
        .formatted(
            log,
            logColumns,
            LOG_COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", ")));
  }

  /** A statement with its parameters written out, for a script. */
  String filledIn(String statement, List<String> literals) {
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (char c : statement.toCharArray()) {
      text.append(c == '?' ? literals.get(next++) : String.valueOf(c));
    }
    return text.toString();
  }

  /** A row of the log as expressions, in order: it began when the server comes to it. */
  List<String> expressions(LogEntry entry) {
    List<String> expressions =
        new ArrayList<>(MigrationHistory.values(entry).stream().map(dialect::literal).toList());
    expressions.set(MigrationHistory.STARTED, dialect.script().nowAfter(lastTime()));
    expressions.set(MigrationHistory.TOOK, Long.toString(entry.took().toMillis()));
    return expressions;
  }

  /** MySQL takes from a table into which it inserts only what is grouped in a query of its own. */
  private String lastTime() {
    return "(select latest from (select max(%s) as latest from %s) logged)"
        .formatted(name("started"), log);
  }

  private String name(String column) {
    return dialect.identifier(column);
  }
}
