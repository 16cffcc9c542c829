package dev.autogen.inspect;

import dev.autogen.dialect.Dialect;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Entities whose table is a view of the database, or lies in another database: an application reads
 * them as it reads tables, and nothing about them is to be made or changed.
 */
public final class MappedViews {

  private final Connection connection;
  private final Dialect dialect;

  public MappedViews(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /**
   * The declaration without them and without the keys to them. Its origins stay.
   *
   * @param theirs the tables that the database has
   * @throws InspectionException if the database does not tell
   */
  public Declaration leftOut(Declaration ours, Schema theirs) {
    Set<QualifiedName> missing = new TreeSet<>();
    ours.schema().tables().stream()
        .map(Table::name)
        .filter(name -> !theirs.tables().contains(name.toString()))
        .forEach(missing::add);
    Set<QualifiedName> views = new TreeSet<>();
    missing.stream()
        .map(QualifiedName::schema)
        .distinct()
        .forEach(schema -> views.addAll(viewsOf(schema)));
    views.retainAll(missing);
    return views.isEmpty()
        ? ours
        : ours.withSchema(
            ours.schema()
                .withTables(
                    ours.schema()
                        .tables()
                        .filter(table -> !views.contains(table.name()))
                        .map(table -> withoutKeysTo(views, table))));
  }

  private static Table withoutKeysTo(Set<QualifiedName> views, Table table) {
    return table.withConstraints(
        table
            .constraints()
            .filter(
                constraint ->
                    !(constraint instanceof ForeignKey key && views.contains(key.target()))));
  }

  private Set<QualifiedName> viewsOf(String schema) {
    try {
      DatabaseMetaData database = connection.getMetaData();
      String stored =
          dialect.toDatabase(
              schema.isEmpty() ? DatabaseSource.connectionSchema(connection, dialect) : schema);
      boolean byCatalog = !database.supportsSchemasInTableDefinitions();
      @Nullable String named = stored.isEmpty() ? null : stored;
      Set<QualifiedName> views = new TreeSet<>();
      try (ResultSet rows =
          database.getTables(byCatalog ? named : null, byCatalog ? null : named, "%", null)) {
        while (rows.next()) {
          // A schema is looked for by a pattern: in that of others its underscore is any letter.
          @Nullable String in = rows.getString(byCatalog ? "TABLE_CAT" : "TABLE_SCHEM");
          if (isView(rows.getString("TABLE_TYPE")) && (in == null || in.equals(stored))) {
            views.add(
                new QualifiedName(schema, dialect.fromDatabase(rows.getString("TABLE_NAME"))));
          }
        }
      }
      return views;
    } catch (SQLException e) {
      throw new InspectionException(
          "Cannot tell which views the database has: " + e.getMessage(), e);
    }
  }

  private static boolean isView(String type) {
    String upper = type.toUpperCase(Locale.ROOT);
    return upper.contains("VIEW") || upper.contains("FOREIGN");
  }
}
