package dev.autogen.verify;

import dev.autogen.dialect.Dialect;
import dev.autogen.schema.Column;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All rows of a schema's tables as they are at one moment, values as text.
 *
 * @param tables for each table, for each row, the value of each column
 * @param keys the columns of the primary key of each table that has one
 */
record Rows(
    Map<QualifiedName, List<Map<String, String>>> tables, Map<QualifiedName, List<String>> keys) {

  private static final String NULL = "null";

  static Rows read(Connection connection, Dialect dialect, Schema schema) throws SQLException {
    Map<QualifiedName, List<Map<String, String>>> tables = new TreeMap<>();
    Map<QualifiedName, List<String>> keys = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      for (Table table : schema.tables()) {
        tables.put(table.name(), rows(statement, dialect, table));
        table.primaryKey().ifPresent(key -> keys.put(table.name(), key.columns()));
      }
    }
    return new Rows(tables, keys);
  }

  private static List<Map<String, String>> rows(Statement statement, Dialect dialect, Table table)
      throws SQLException {
    List<String> names = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      names.add(column.name());
      columns.add(dialect.identifier(column.name()));
    }
    List<Map<String, String>> rows = new ArrayList<>();
    String sql =
        "select " + String.join(", ", columns) + " from " + dialect.identifier(table.name());
    try (ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        Map<String, String> row = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
          row.put(names.get(i), text(result, i + 1));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static String text(ResultSet row, int column) throws SQLException {
    Object value = row.getObject(column);
    return value instanceof byte[] bytes
        ? HexFormat.of().formatHex(bytes)
        : Objects.requireNonNullElse(row.getString(column), NULL);
  }

  /** How many there are. */
  String words() {
    long count = tables.values().stream().mapToLong(Collection::size).sum();
    long filled = tables.values().stream().filter(rows -> !rows.isEmpty()).count();
    return count == 0
        ? "There are no tables before it, so no rows."
        : "%s made-up rows in %s table%s.".formatted(count, filled, filled == 1 ? "" : "s");
  }

  boolean isAny() {
    return tables.values().stream().anyMatch(rows -> !rows.isEmpty());
  }

  /**
   * What differs between these and the rows that another way to the same schema leaves: columns, or
   * tables whose columns alone are the same. In any order, and without values that the database
   * makes up anew each time.
   *
   * @param anew further columns whose values are made up
   */
  List<ObjectName> differing(Rows other, Schema schema, Set<ObjectName> anew) {
    List<ObjectName> differing = new ArrayList<>();
    for (Table table : schema.tables()) {
      List<String> columns =
          table.columns().stream()
              .filter(column -> column.identity().isEmpty())
              .filter(column -> column.defaultValue().filter(Volatile::is).isEmpty())
              .map(Column::name)
              .filter(column -> !anew.contains(ObjectName.column(table.name(), column)))
              .toList();
      if (!rows(table, columns).equals(other.rows(table, columns))) {
        List<ObjectName> found =
            columns.stream()
                .filter(it -> !rows(table, List.of(it)).equals(other.rows(table, List.of(it))))
                .map(column -> ObjectName.column(table.name(), column))
                .toList();
        differing.addAll(found.isEmpty() ? List.of(ObjectName.table(table.name())) : found);
      }
    }
    return differing;
  }

  private List<String> rows(Table table, List<String> columns) {
    return of(table.name()).stream()
        .map(row -> columns.stream().map(row::get).toList().toString())
        .sorted()
        .toList();
  }

  /** What is gone from these in a later state, where nothing says that it goes: sentences. */
  List<String> lostIn(Rows later, Fate fate) {
    List<String> lost = new ArrayList<>();
    for (QualifiedName table : fate.survivors()) {
      int before = of(table).size();
      int after = later.of(fate.tables().get(table)).size();
      if (after < before) {
        lost.add("%s of %s rows of %s are gone.".formatted(before - after, before, table));
      }
    }
    return lost;
  }

  /** What there is more in a later state of tables that stay, but for rows that steps state. */
  List<String> moreIn(Rows later, Fate fate) {
    List<String> more = new ArrayList<>();
    for (QualifiedName table : fate.survivors()) {
      QualifiedName now = fate.tables().get(table);
      int added = later.of(now).size() - of(table).size();
      if (added > fate.own().inserted(table, now)) {
        more.add(
            "%s more row%s in %s than before."
                .formatted(added, added == 1 ? " is" : "s are", table));
      }
    }
    return more;
  }

  /** Where a second time left more rows than the first: sentences. */
  List<String> addedAgain(Rows again) {
    List<String> added = new ArrayList<>();
    for (QualifiedName table : tables.keySet()) {
      int first = of(table).size();
      int second = again.of(table).size();
      if (second > first) {
        added.add(
            "%s holds %s rows after the second upgrade, and %s after the first: the downgrade leaves what the upgrade puts in."
                .formatted(table, second, first));
      }
    }
    return added;
  }

  /**
   * A column that holds something else than before, though no change touches it.
   *
   * @param gone whether nothing tells any more what it held: neither the new values nor a column
   *     that they were moved to
   */
  record Changed(QualifiedName table, String column, boolean gone) {

    String sentence() {
      return gone
          ? "The values of %s.%s are gone: nothing tells any more what they were."
              .formatted(table, column)
          : "The values of %s.%s are others.".formatted(table, column);
    }
  }

  /** Which columns hold something else in a later state, though no change touches them. */
  List<Changed> changedIn(Rows later, Fate fate) {
    List<Changed> changed = new ArrayList<>();
    for (QualifiedName table : fate.survivors()) {
      QualifiedName now = fate.tables().get(table);
      List<Map<String, String>> after = later.of(now);
      if (after.size() < of(table).size()) {
        continue;
      }
      fate.kept(table)
          .forEach(
              (old, name) -> {
                List<String> missing = values(of(table), old);
                values(after, name).forEach(missing::remove);
                if (!missing.isEmpty()) {
                  boolean gone = isOverwritten(table, old, values(after, name));
                  changed.add(new Changed(table, old, gone && !later.holds(of(table), old)));
                } else if (isMoved(table, old, after, fate.kept(table))) {
                  changed.add(new Changed(table, old, false));
                }
              });
    }
    return changed;
  }

  /** Whether a row of the same key holds another value. */
  private boolean isMoved(
      QualifiedName table,
      String column,
      List<Map<String, String>> after,
      Map<String, String> kept) {
    List<String> key = keys.getOrDefault(table, List.of());
    if (key.isEmpty() || !kept.keySet().containsAll(key)) {
      return false;
    }
    Map<List<String>, String> now = new HashMap<>();
    for (Map<String, String> row : after) {
      now.put(key.stream().map(kept::get).map(row::get).toList(), row.get(kept.get(column)));
    }
    return of(table).stream()
        .anyMatch(
            row -> {
              List<String> same = key.stream().map(row::get).toList();
              return now.containsKey(same) && !row.get(column).equals(now.get(same));
            });
  }

  /** Whether new values do not tell the old ones apart, or are those of another column. */
  private boolean isOverwritten(QualifiedName table, String column, List<String> now) {
    Set<String> old = distinct(values(of(table), column));
    if (distinct(now).size() < old.size()) {
      return true;
    }
    return !distinct(now).containsAll(old)
        && columns(of(table)).stream()
            .filter(other -> !other.equals(column))
            .anyMatch(other -> distinct(values(of(table), other)).equals(distinct(now)));
  }

  /** Whether a column of any table holds all that one of these rows held. */
  private boolean holds(List<Map<String, String>> rows, String column) {
    Set<String> wanted = distinct(values(rows, column));
    return tables.values().stream()
        .anyMatch(
            table ->
                columns(table).stream()
                    .anyMatch(name -> distinct(values(table, name)).containsAll(wanted)));
  }

  private static Set<String> columns(List<Map<String, String>> rows) {
    return rows.isEmpty() ? Set.of() : rows.get(0).keySet();
  }

  private static Set<String> distinct(List<String> values) {
    Set<String> distinct = new TreeSet<>(values);
    distinct.remove(NULL);
    return distinct;
  }

  private List<Map<String, String>> of(QualifiedName table) {
    return tables.getOrDefault(table, List.of());
  }

  private static List<String> values(List<Map<String, String>> rows, String column) {
    return rows.stream()
        .map(row -> row.getOrDefault(column, "(gone)"))
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
