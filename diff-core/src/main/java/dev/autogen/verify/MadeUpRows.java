package dev.autogen.verify;

import dev.autogen.dialect.Dialect;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts two rows, or one where two cannot be, into each table that has none. What a table demands
 * that cannot be guessed leaves it empty, with a note.
 */
final class MadeUpRows {

  private static final int ROWS = 2;

  /** How a row is made up, the best first. */
  private enum Manner {
    /** All columns, with values that no other has but for keys. */
    UNLIKE,
    /** All columns. */
    FULL,
    /** What it must have. */
    LEAST
  }

  private final Connection connection;
  private final Dialect dialect;
  private final Schema schema;
  private final SampleValues values;
  private final Set<QualifiedName> done = new HashSet<>();
  private final List<String> notes = new ArrayList<>();

  MadeUpRows(Connection connection, Dialect dialect, Schema schema) {
    this.connection = connection;
    this.dialect = dialect;
    this.schema = schema;
    this.values = new SampleValues(dialect, schema);
  }

  /** Fills what is empty; returns why some of it stays so: sentences. */
  List<String> insert() throws SQLException {
    List<Table> left = new ArrayList<>();
    schema.tables().forEach(left::add);
    while (!left.isEmpty()) {
      List<Table> ready = left.stream().filter(this::isReady).toList();
      List<Table> next = ready.isEmpty() ? List.of(left.get(0)) : ready;
      for (Table table : next) {
        fill(table);
        done.add(table.name());
      }
      left.removeAll(next);
    }
    return notes;
  }

  /**
   * The tables whose next row is refused only for the number that the database has for it: another
   * row has it already. Nothing is put in for good.
   */
  List<QualifiedName> numbersTaken() throws SQLException {
    List<QualifiedName> taken = new ArrayList<>();
    for (Table table : schema.tables()) {
      for (Column column : table.columns()) {
        if (column.identity().isPresent() && isTaken(table, column)) {
          taken.add(table.name());
        }
      }
    }
    return taken;
  }

  /** The same row goes in with another number. */
  private boolean isTaken(Table table, Column number) throws SQLException {
    for (Manner manner : Manner.values()) {
      if (isAccepted(table, manner, Map.of())) {
        return false;
      }
      String free = "(select max(%s) + 1 from %s)";
      String next =
          free.formatted(dialect.identifier(number.name()), dialect.identifier(table.name()));
      if (isAccepted(table, manner, Map.of(number.name(), next))) {
        return true;
      }
    }
    return false;
  }

  private boolean isAccepted(Table table, Manner manner, Map<String, String> stated)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      return insert(table, ROWS, manner, stated).isEmpty();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** What a row of it must refer to has had its turn. */
  private boolean isReady(Table table) {
    return table.foreignKeys().stream()
        .filter(key -> isRequired(table, key) && !key.target().equals(table.name()))
        .allMatch(key -> done.contains(key.target()));
  }

  private static boolean isRequired(Table table, ForeignKey key) {
    return key.columns().stream().noneMatch(column -> table.column(column).nullable());
  }

  private void fill(Table table) throws SQLException {
    if (count(table) > 0) {
      return;
    }
    String refused = "";
    for (int row = 0; row < ROWS; row++) {
      for (Manner manner : Manner.values()) {
        Optional<String> why = insert(table, row, manner, Map.of());
        if (why.isEmpty()) {
          break;
        }
        refused = manner == Manner.LEAST ? refused : why.get();
      }
    }
    if (count(table) == 0) {
      notes.add("No row could be made up for %s: %s".formatted(table.name(), refused));
    }
  }

  private long count(Table table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select count(*) from " + dialect.identifier(table.name()))) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /**
   * Why it could not be done; nothing if it could.
   *
   * @param stated for columns that the database numbers, the number in SQL
   */
  private Optional<String> insert(Table table, int row, Manner manner, Map<String, String> stated) {
    boolean least = manner == Manner.LEAST;
    try {
      Map<String, Object> references = references(table, row, least);
      Map<String, String> cells = new TreeMap<>(stated);
      for (Column column : table.columns()) {
        if (references.containsKey(column.name())) {
          cells.put(column.name(), "?");
        } else if (isFilled(column, least) && !isReference(table, column)) {
          values
              .of(table, column, row, manner == Manner.UNLIKE && !isKey(table, column))
              .ifPresent(value -> cells.put(column.name(), value));
        }
      }
      run(table, cells, references, stated.isEmpty() ? "" : " overriding system value");
      return Optional.empty();
    } catch (SQLException refused) {
      return Optional.of(String.valueOf(refused.getMessage()).strip());
    }
  }

  private static boolean isFilled(Column column, boolean least) {
    return column.generated().isEmpty()
        && column.identity().isEmpty()
        && !(least && (column.nullable() || column.defaultValue().isPresent()));
  }

  /** Keys count from 1, as people expect who look for a row. */
  private static boolean isKey(Table table, Column column) {
    return table.primaryKey().stream().anyMatch(key -> key.columns().contains(column.name()));
  }

  private static boolean isReference(Table table, Column column) {
    return table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
  }

  private void run(
      Table table, Map<String, String> cells, Map<String, Object> references, String overriding)
      throws SQLException {
    String into = "insert into " + dialect.identifier(table.name());
    if (cells.isEmpty()) {
      runBare(into);
      return;
    }
    String sql =
        into
            + " ("
            + String.join(", ", cells.keySet().stream().map(dialect::identifier).toList())
            + ")"
            + overriding
            + " values ("
            + String.join(", ", cells.values())
            + ")";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameter = 0;
      for (Map.Entry<String, String> cell : cells.entrySet()) {
        if (references.containsKey(cell.getKey())) {
          statement.setObject(++parameter, references.get(cell.getKey()));
        }
      }
      statement.executeUpdate();
    }
  }

  /** A row that states nothing: MySQL writes it its own way. */
  private void runBare(String into) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try {
        statement.executeUpdate(into + " default values");
      } catch (SQLException otherwise) {
        statement.executeUpdate(into + " () values ()");
      }
    }
  }

  /** For the columns of foreign keys, what the row of that number in the target holds. */
  private Map<String, Object> references(Table table, int row, boolean least) throws SQLException {
    Map<String, Object> found = new TreeMap<>();
    for (ForeignKey key : table.foreignKeys()) {
      if (!(least && !isRequired(table, key))) {
        found.putAll(referred(key, row));
      }
    }
    return found;
  }

  private Map<String, Object> referred(ForeignKey key, int row) throws SQLException {
    List<String> columns = key.targetColumns().stream().map(dialect::identifier).toList();
    String sql =
        "select %s from %s order by 1"
            .formatted(String.join(", ", columns), dialect.identifier(key.target()));
    Map<String, Object> values = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      for (int at = 0; at <= row && rows.next(); at++) {
        for (int i = 0; i < columns.size(); i++) {
          values.put(key.columns().get(i), rows.getObject(i + 1));
        }
      }
    }
    return values;
  }
}
