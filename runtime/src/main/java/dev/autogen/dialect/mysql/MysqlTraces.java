package dev.autogen.dialect.mysql;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Mentioned;
import dev.autogen.dialect.Traces;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What MySQL and its descendants show of tables by {@code show create table}, and of the programs
 * beside them. Each of their statements of DDL is done as a whole or not at all.
 */
public final class MysqlTraces implements Traces {

  /** The counter, which moves with the rows. */
  private static final Pattern COUNTER = Pattern.compile(" AUTO_INCREMENT=\\d+");

  /** The words of which a statement has one that is about anything else than tables. */
  private static final Set<String> PROGRAMS =
      Set.of("trigger", "procedure", "function", "event", "package", "schema", "database");

  /** What no version takes for a name without quotes. */
  private static final Set<String> SYNTAX =
      Set.of(
          ("add all alter and as bigint by char check column constraint create decimal default"
                  + " double drop foreign index int integer into key longtext not null on or"
                  + " primary references rename table to unique unsigned varchar where")
              .split(" "));

  /** More questions by themselves take longer than to read all files. */
  private static final int MOST_SINGLE = 20;

  private final Dialect dialect;
  private final boolean oneByOne;

  /**
   * @param oneByOne whether the catalog is asked for each name by itself. MariaDB reads all files
   *     of the schema where it is asked for several; MySQL finds them all by an index
   */
  public MysqlTraces(Dialect dialect, boolean oneByOne) {
    this.dialect = dialect;
    this.oneByOne = oneByOne;
  }

  private record Found(String schema, String name, String type) {}

  @Override
  public List<String> of(Mentioned names, Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      if (names.table().isPresent()) {
        lines.add(definition("table " + MysqlNames.quoted(names.table().get()), statement));
      } else {
        for (Found table : tables(names, statement)) {
          lines.add(table + " " + definition(table, statement));
        }
      }
      if (names.isAnything() || PROGRAMS.stream().anyMatch(names::has)) {
        try (ResultSet rows = statement.executeQuery(programs(names))) {
          while (rows.next()) {
            lines.add(rows.getString(1));
          }
        }
      }
    }
    Collections.sort(lines);
    return lines;
  }

  private List<Found> tables(Mentioned names, Statement statement) throws SQLException {
    List<Found> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(question(names))) {
      while (rows.next()) {
        found.add(new Found(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return found;
  }

  /**
   * With the catalog and one schema given, MySQL finds names by an index, and does not read all.
   */
  private String question(Mentioned names) {
    String sql =
        "select table_schema, table_name, table_type from information_schema.tables"
            + " where table_catalog = 'def' and table_name not like 'autogen\\_%' and ";
    List<String> single = oneByOne ? single(names) : List.of();
    return single.isEmpty() || single.size() > MOST_SINGLE
        ? sql + within("table_schema", names) + " and " + names.condition("table_name", dialect)
        : single.stream().map(sql::concat).collect(Collectors.joining(" union "));
  }

  /** A condition for each table that may be meant. */
  private List<String> single(Mentioned names) {
    Set<String> schemas = new TreeSet<>(Set.of("database()"));
    names.qualifiers().forEach(name -> schemas.add(dialect.literal(name)));
    Set<String> tables = new TreeSet<>(names.quoted());
    names.words().stream()
        .filter(word -> !SYNTAX.contains(word.toLowerCase(Locale.ROOT)))
        .forEach(tables::add);
    return schemas.stream()
        .flatMap(schema -> tables.stream().map(table -> condition(schema, table)))
        .toList();
  }

  private String condition(String schema, String table) {
    return "table_schema = %s and table_name = %s".formatted(schema, dialect.literal(table));
  }

  private static String definition(Found table, Statement statement) {
    String kind = table.type().equals("SEQUENCE") ? "sequence " : "table ";
    String name = MysqlNames.quoted(table.schema()) + "." + MysqlNames.quoted(table.name());
    return definition(kind + name, statement);
  }

  private static String definition(String thing, Statement statement) {
    try (ResultSet row = statement.executeQuery("show create " + thing)) {
      return row.next() ? COUNTER.matcher(row.getString(2)).replaceFirst("") : "";
    } catch (SQLException notShown) {
      return "";
    }
  }

  /** The connection's own schema, and those that the statement names before a dot. */
  private String within(String column, Mentioned names) {
    String own = column + " = database()";
    return names.qualifiers().isEmpty()
        ? own
        : "(" + own + " or " + names.qualified(column, dialect) + ")";
  }

  private String programs(Mentioned names) {
    String own = "schema_name = database()";
    return "select concat('schema ', schema_name, ' ', default_collation_name)"
        + " from information_schema.schemata where "
        + (names.isAnything() ? own : own + " or " + names.condition("schema_name", dialect))
        + " union all select concat('trigger ', trigger_schema, '.', trigger_name, ' ',"
        + " action_timing, ' ', event_manipulation, ' ', action_statement)"
        + " from information_schema.triggers where "
        + within("trigger_schema", names)
        + " and "
        + names.condition("trigger_name", dialect)
        + " union all select concat('routine ', routine_schema, '.', routine_name, ' ',"
        + " coalesce(routine_definition, '')) from information_schema.routines where "
        + within("routine_schema", names)
        + " and "
        + names.condition("routine_name", dialect)
        + " union all select concat('event ', event_schema, '.', event_name, ' ',"
        + " event_definition, ' ', status) from information_schema.events where "
        + within("event_schema", names)
        + " and "
        + names.condition("event_name", dialect);
  }
}
