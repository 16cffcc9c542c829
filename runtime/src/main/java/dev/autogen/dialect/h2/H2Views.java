package dev.autogen.dialect.h2;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.dialect.CatalogQuery;
import dev.autogen.dialect.CatalogRow;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Views that speak of what takes another name. H2 keeps their text as it is, and goes on with what
 * it has understood of it until the database is opened again: then they do not work any more.
 */
record H2Views(Dialect dialect, Connection connection) {

  /**
   * @throws UnsupportedChangeException if a view would not live through one of the changes
   */
  void require(List<Change> batch) throws SQLException {
    for (Change change : batch) {
      if (change instanceof RenameTable rename) {
        require(rename.from(), "", "Table \"%s\"".formatted(rename.from()), rename.to().toString());
      } else if (change instanceof RenameColumn rename) {
        require(
            rename.table(),
            quoted(dialect.toDatabase(rename.from())),
            "Column \"%s.%s\"".formatted(rename.table(), rename.from()),
            rename.to());
      }
    }
  }

  private void require(QualifiedName table, String column, String what, String to)
      throws SQLException {
    String schema =
        table.schema().isEmpty() ? connection.getSchema() : dialect.toDatabase(table.schema());
    String stored = quoted(schema) + "." + quoted(dialect.toDatabase(table.name()));
    List<CatalogRow> views =
        new CatalogQuery.Sql(
                "select TABLE_SCHEMA as \"TABLE_SCHEMA\", TABLE_NAME as \"TABLE_NAME\""
                    + " from INFORMATION_SCHEMA.VIEWS"
                    + " where position(%s in VIEW_DEFINITION) > 0"
                        .formatted(dialect.literal(stored))
                    + (column.isEmpty()
                        ? ""
                        : " and position(%s in VIEW_DEFINITION) > 0"
                            .formatted(dialect.literal(column)))
                    + " order by 1, 2")
            .rows(connection);
    if (!views.isEmpty()) {
      String view =
          dialect.identifier(
              new QualifiedName(
                  views.get(0).text("TABLE_SCHEMA").equals(connection.getSchema())
                      ? ""
                      : dialect.fromDatabase(views.get(0).text("TABLE_SCHEMA")),
                  dialect.fromDatabase(views.get(0).text("TABLE_NAME"))));
      throw inTheWay(what, to, view);
    }
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private static UnsupportedChangeException inTheWay(String what, String to, String view) {
    return new UnsupportedChangeException(
        ("%s cannot be renamed to \"%s\": view %s speaks of it, and H2 does not rewrite it. Put"
                + " op.execute(\"drop view %s\") before the rename, and create it anew after it,"
                + " with the new name.")
            .formatted(what, to, view, view.replace("\"", "\\\"")));
  }
}
