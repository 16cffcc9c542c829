package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.CatalogRow;
import dev.autogen.dialect.sqlite.SqlitePart.What;
import dev.autogen.dialect.sqlite.SqliteTable.Placed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What SQLite knows of tables, columns and constraints beyond the model: triggers, what happens to
 * a row that breaks a constraint, and how a key compares.
 */
record SqliteUnmodelled(Collection<String> schemas) {

  private static final String CONFLICT = "on conflict ";

  SqliteUnmodelled {
    schemas = List.copyOf(schemas);
  }

  List<CatalogRow> rows(Connection connection) throws SQLException {
    List<CatalogRow> rows = new ArrayList<>();
    for (String schema : schemas) {
      SqliteMaster master = new SqliteMaster(connection, schema);
      for (SqliteTable table : master.tables()) {
        Found found = new Found(schema, table.name(), rows);
        for (Map.Entry<String, String> trigger : master.triggers(table.name()).entrySet()) {
          found.add("TABLE", "", "trigger " + trigger.getKey(), trigger.getValue());
        }
        columns(table, found);
        constraints(table, found);
      }
    }
    return rows;
  }

  private static void columns(SqliteTable table, Found found) {
    for (String column : table.columnNames()) {
      for (SqlitePart part : table.parts(column)) {
        if (part.what() == What.NOT_NULL) {
          conflict(part).ifPresent(said -> found.add("COLUMN", column, said));
        }
      }
    }
  }

  private static void constraints(SqliteTable table, Found found) {
    for (What what : List.of(What.PRIMARY_KEY, What.UNIQUE, What.CHECK)) {
      for (Placed constraint : table.constraints(what)) {
        SqlitePart part = constraint.part();
        conflict(part).ifPresent(said -> found.add("CONSTRAINT", constraint.name(), said));
        if (part.has("collate")) {
          found.add("CONSTRAINT", constraint.name(), "the collation of its columns");
        }
        if (part.has("desc")) {
          found.add("CONSTRAINT", constraint.name(), "the order of its columns");
        }
      }
    }
  }

  private static Optional<String> conflict(SqlitePart part) {
    return part.flags().stream()
        .filter(flag -> flag.startsWith(CONFLICT))
        .map(flag -> "its \"" + flag + "\"")
        .findFirst();
  }

  /** What has been found of one table so far. */
  private record Found(String schema, String table, List<CatalogRow> rows) {

    void add(String kind, String name, String detail) {
      rows.add(CatalogRow.of(row(kind, name, detail)));
    }

    void add(String kind, String name, String detail, String restoredBy) {
      Map<String, String> row = row(kind, name, detail);
      row.put("RESTORED_BY", restoredBy);
      rows.add(CatalogRow.of(row));
    }

    private Map<String, String> row(String kind, String name, String detail) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("TABLE_SCHEM", schema);
      row.put("TABLE_NAME", table);
      row.put("OBJECT_KIND", kind);
      row.put("OBJECT_NAME", name);
      row.put("DETAIL", detail);
      return row;
    }
  }
}
