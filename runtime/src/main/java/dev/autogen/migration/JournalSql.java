package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The statements on the journal, in SQL that every supported database reads. */
final class JournalSql {

  private static final int DIGEST = 64;

  private final Dialect dialect;
  private final String journal;
  private final String names;

  /**
   * @param journal how SQL names the table
   */
  JournalSql(Dialect dialect, String journal) {
    this.dialect = dialect;
    this.journal = journal;
    this.names = columns().stream().map(c -> name(c.name())).collect(Collectors.joining(", "));
  }

  private record Column(String name, String type) {}

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("revision", dialect.ownText(MigrationHistory.LONGEST_REVISION)));
    columns.add(new Column("direction", dialect.ownText(10)));
    columns.add(new Column("step", "integer"));
    columns.add(new Column("steps", "integer"));
    columns.add(new Column("statement", "integer"));
    columns.add(new Column("content", dialect.ownText(DIGEST)));
    columns.add(new Column("kind", dialect.ownText(10)));
    columns.add(new Column("state", dialect.ownText(10)));
    columns.add(new Column("trace", dialect.ownText(DIGEST)));
    columns.add(new Column("reached", dialect.ownLongText()));
    columns.add(new Column("what", dialect.ownLongText()));
    return columns;
  }

  String create() {
    return "create table if not exists %s (%s, primary key (%s, %s))"
        .formatted(
            journal,
            columns().stream()
                .map(column -> name(column.name()) + " " + column.type() + " not null")
                .collect(Collectors.joining(", ")),
            name("step"),
            name("statement"));
  }

  String select() {
    return "select %s from %s order by %s, %s"
        .formatted(names, journal, name("step"), name("statement"));
  }

  /** Parameters: in the order of the columns. */
  String insert() {
    return "insert into %s (%s) values (%s)"
        .formatted(journal, names, String.join(", ", Collections.nCopies(columns().size(), "?")));
  }

  /** Parameters: the state, what the other column is to hold, the step, the statement. */
  String updateState(String other) {
    return "update %s set %s = ?, %s = ? where %s = ? and %s = ?"
        .formatted(journal, name("state"), name(other), name("step"), name("statement"));
  }

  String delete() {
    return "delete from " + journal;
  }

  String whereStep(int step) {
    return " where " + name("step") + " = " + step;
  }

  private String name(String column) {
    return dialect.identifier(column);
  }
}
