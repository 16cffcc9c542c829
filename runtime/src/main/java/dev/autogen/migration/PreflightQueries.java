package dev.autogen.migration;

import dev.autogen.dialect.Dialect;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The queries that count rows in the way of a change, and show some of them. */
final class PreflightQueries {

  /**
   * @param count one row, one number
   * @param sample some rows in the way
   */
  record Query(String count, Optional<String> sample) {}

  private final Dialect dialect;
  private final Beforehand before;

  /**
   * @param before knows the columns that rows will have besides those that they have
   */
  PreflightQueries(Dialect dialect, Beforehand before) {
    this.dialect = dialect;
    this.before = before;
  }

  /** The table with the columns that it will have, as something to select from. */
  private String from(QualifiedName table) {
    String name = dialect.identifier(table);
    Map<String, String> added = before.added(table);
    return added.isEmpty()
        ? name + " c"
        : added.entrySet().stream()
            .map(add -> ", (" + add.getValue() + ") as " + dialect.identifier(add.getKey()))
            .collect(Collectors.joining("", "(select x.*", " from " + name + " x) c"));
  }

  Query rows(QualifiedName table) {
    return new Query("select count(*) from " + from(table), Optional.empty());
  }

  /** Rows that a condition holds for, shown by the given columns. */
  Query where(QualifiedName table, String condition, List<String> shown) {
    String rest = " from " + from(table) + " where " + condition;
    return new Query(
        "select count(*)" + rest,
        shown.isEmpty() ? Optional.empty() : Optional.of("select " + list(shown) + rest));
  }

  String anyIsNull(List<String> columns) {
    return join(columns, " is null", " or ");
  }

  String noneIsNull(List<String> columns) {
    return join(columns, " is not null", " and ");
  }

  /** A value that reads as one of some texts. */
  String isOneOf(String column, List<String> texts) {
    return texts.stream()
        .map(dialect::literal)
        .collect(
            Collectors.joining(
                ", ", "cast(" + dialect.identifier(column) + " as varchar) in (", ")"));
  }

  private String join(List<String> columns, String test, String between) {
    return columns.stream()
        .map(column -> dialect.identifier(column) + test)
        .collect(Collectors.joining(between));
  }

  /**
   * Rows that share their values with others.
   *
   * @param values the columns or expressions, as SQL
   * @param conditions which rows count at all, as SQL
   */
  Query duplicates(QualifiedName table, List<String> values, List<String> conditions) {
    String list = String.join(", ", values);
    String groups =
        " from "
            + from(table)
            + (conditions.isEmpty()
                ? ""
                : " where "
                    + conditions.stream()
                        .map(condition -> "(" + condition + ")")
                        .collect(Collectors.joining(" and ")))
            + " group by "
            + list
            + " having count(*) > 1";
    return new Query(
        "select coalesce(sum(d.n), 0) from (select count(*) as n" + groups + ") d",
        Optional.of("select " + list + groups));
  }

  /** Rows whose key is in no row of the target. */
  Query orphans(QualifiedName table, ForeignKey key) {
    StringBuilder match = new StringBuilder();
    for (int i = 0; i < key.columns().size(); i++) {
      match
          .append(i == 0 ? "" : " and ")
          .append("p.")
          .append(dialect.identifier(key.targetColumns().get(i)))
          .append(" = c.")
          .append(dialect.identifier(key.columns().get(i)));
    }
    String rest =
        " from %s where %s and not exists (select 1 from %s p where %s)"
            .formatted(
                from(table),
                key.columns().stream()
                    .map(column -> "c." + dialect.identifier(column) + " is not null")
                    .collect(Collectors.joining(" and ")),
                dialect.identifier(key.target()),
                match);
    String shown =
        key.columns().stream()
            .map(column -> "c." + dialect.identifier(column))
            .collect(Collectors.joining(", "));
    return new Query("select count(*)" + rest, Optional.of("select distinct " + shown + rest));
  }

  String list(List<String> columns) {
    return columns.stream().map(dialect::identifier).collect(Collectors.joining(", "));
  }
}
