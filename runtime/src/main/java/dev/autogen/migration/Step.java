package dev.autogen.migration;

import dev.autogen.change.Change;
import dev.autogen.dialect.Dialect;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One thing that a migration does, as recorded by {@link Operations}. */
public sealed interface Step {

  /** What it does, in words for a person. */
  String words();

  /** A change of the schema. */
  record Alter(Change change) implements Step {
    @Override
    public String words() {
      return change.describe().toString();
    }
  }

  /** A statement as a person wrote it. */
  record Execute(String sql) implements Step {
    @Override
    public String words() {
      return "execute: " + sql.strip();
    }
  }

  /**
   * Rows put into a table.
   *
   * @param rows for each row the values of the columns; null for none
   */
  record Insert(QualifiedName table, List<String> columns, List<List<Object>> rows)
      implements Step {

    /** Rows of one statement, at most. */
    private static final int TOGETHER = 500;

    public Insert {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    @Override
    public String words() {
      return "insert %s row%s into %s".formatted(rows.size(), rows.size() == 1 ? "" : "s", table);
    }

    /** The statements, without closing semicolons. */
    public List<String> sql(Dialect dialect) {
      String into =
          "insert into %s (%s) values "
              .formatted(
                  dialect.identifier(table),
                  columns.stream().map(dialect::identifier).collect(Collectors.joining(", ")));
      List<String> statements = new ArrayList<>();
      for (int from = 0; from < rows.size(); from += TOGETHER) {
        statements.add(
            rows.subList(from, Math.min(rows.size(), from + TOGETHER)).stream()
                .map(row -> values(row, dialect))
                .collect(Collectors.joining(", ", into, "")));
      }
      return statements;
    }

    private static String values(List<Object> row, Dialect dialect) {
      return row.stream()
          .map(value -> Literals.sql(value, dialect))
          .collect(Collectors.joining(", ", "(", ")"));
    }
  }

  /**
   * Columns given values batch by batch, each its own transaction.
   *
   * @param values what each column becomes, in SQL
   * @param condition which rows, in SQL
   * @param key the columns that the batches follow; empty if they are not known
   * @param batch how many rows a batch looks at, at most
   * @param pause the time between two batches
   */
  record Backfill(
      QualifiedName table,
      Map<String, String> values,
      Optional<String> condition,
      List<String> key,
      int batch,
      Duration pause)
      implements Step {

    public Backfill {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      key = List.copyOf(key);
    }

    /** The update of all rows at once: what the batches come to together. */
    public String sql(Dialect dialect) {
      return update(dialect) + condition.map(text -> " where " + text).orElse("");
    }

    /** The update without a condition. */
    String update(Dialect dialect) {
      return "update %s set %s"
          .formatted(
              dialect.identifier(table),
              values.entrySet().stream()
                  .map(entry -> dialect.identifier(entry.getKey()) + " = " + entry.getValue())
                  .collect(Collectors.joining(", ")));
    }

    @Override
    public String words() {
      return "backfill %s: set %s%s, in batches of %s"
          .formatted(
              table,
              values.entrySet().stream()
                  .map(entry -> entry.getKey() + " = " + entry.getValue())
                  .collect(Collectors.joining(", ")),
              condition.map(text -> " where " + text).orElse(""),
              batch);
    }
  }

  /** Work with plain JDBC, in the migration's transaction. */
  record Run(String what, Work work) implements Step {
    @Override
    public String words() {
      return "run: " + what;
    }
  }

  /**
   * What a {@link Run} step does. It cannot commit, roll back or close the connection, which is one
   * around the driver's own: that is had by {@code unwrap}.
   */
  @FunctionalInterface
  interface Work {
    void run(Connection connection) throws Exception;
  }
}
