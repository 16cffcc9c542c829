package dev.autogen.fuzz;

import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Two rows in each table of a model, which fulfil all that it asks of them. */
final class Contents {

  private static final int ROWS = 2;

  private final Vocabulary vocabulary;
  private final Schema model;

  Contents(Vocabulary vocabulary, Schema model) {
    this.vocabulary = vocabulary;
    this.model = model;
  }

  /** Rows first without their references, then with them: tables may refer to each other. */
  List<String> inserts() {
    List<String> statements = new ArrayList<>();
    for (Table table : model.tables()) {
      for (int row = 0; row < ROWS; row++) {
        statements.add(insert(table, row));
      }
    }
    for (Table table : model.tables()) {
      List<Column> references =
          Parts.ordinary(table).stream()
              .filter(column -> Uses.inForeignKey(table, column.name()))
              .toList();
      for (int row = 0; row < ROWS && !references.isEmpty(); row++) {
        statements.add(update(table, references, row));
      }
    }
    return statements;
  }

  private String name(Table table) {
    return vocabulary.dialect().identifier(table.name());
  }

  private String insert(Table table, int row) {
    Map<String, String> values = new TreeMap<>();
    for (Column column : Parts.ordinary(table)) {
      if (column.identity().isEmpty() && !Uses.inForeignKey(table, column.name())) {
        values.put(vocabulary.sql(column), value(table, column, row));
      }
    }
    if (values.isEmpty()) {
      return "insert into " + name(table) + vocabulary.emptyRow();
    }
    return "insert into "
        + name(table)
        + " ("
        + String.join(", ", values.keySet())
        + ") values ("
        + String.join(", ", values.values())
        + ")";
  }

  private String update(Table table, List<Column> references, int row) {
    String set =
        references.stream()
            .map(column -> vocabulary.sql(column) + " = " + vocabulary.of(column).value(row))
            .collect(Collectors.joining(", "));
    return "update " + name(table) + " set " + set + " where id = " + (row + 1);
  }

  private String value(Table table, Column column, int row) {
    boolean missing =
        row > 0 && column.nullable() && (table.name() + "." + column.name()).hashCode() % 4 == 0;
    return missing ? "null" : vocabulary.of(column).value(row);
  }

  /** Where a column's values are to be found. */
  record Place(QualifiedName table, String column) {}

  /**
   * What rows hold in some columns, those without columns left out.
   *
   * @param columns the place to look at, under the name that the result has it by
   */
  Map<String, List<String>> read(TestDatabase database, Map<String, Place> columns)
      throws SQLException {
    Map<String, List<String>> values = new TreeMap<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, Place> entry : columns.entrySet()) {
        Place place = entry.getValue();
        String sql =
            "select "
                + vocabulary.dialect().identifier(place.column())
                + " from "
                + vocabulary.dialect().identifier(place.table())
                + " order by id";
        values.put(entry.getKey(), texts(statement, sql));
      }
    }
    return values;
  }

  private static List<String> texts(Statement statement, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(Optional.ofNullable(rows.getString(1)).orElse("null"));
      }
    }
    return texts;
  }
}
