package dev.autogen.dialect.mysql;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.change.TableChange.DropTable;
import dev.autogen.change.TableChange.RenameTable;
import dev.autogen.dialect.CatalogQuery;
import dev.autogen.dialect.CatalogRow;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Views that speak of what goes or takes another name. The server lets them be: it is whoever reads
 * one that is told that it does not work any more. Finds the views that the user may see, on
 * MariaDB those beside the table alone, since each other schema would have all its views opened.
 */
record MysqlViews(Dialect dialect, MysqlDefinitions definitions, Connection connection) {

  private static final String NAME = "`((?:[^`]|``)+)`";

  /** What a change does to a thing, and where it stands. */
  private record Loss(QualifiedName table, Optional<String> column, String what, String step) {

    static Optional<Loss> of(Change change) {
      if (change instanceof RenameTable rename) {
        return Optional.of(ofTable(rename.from(), "renamed to \"" + rename.to() + "\""));
      }
      if (change instanceof DropTable drop) {
        return Optional.of(ofTable(drop.definition().name(), "dropped"));
      }
      if (change instanceof RenameColumn rename) {
        return Optional.of(
            ofColumn(rename.table(), rename.from(), "renamed to \"" + rename.to() + "\""));
      }
      return change instanceof DropColumn drop
          ? Optional.of(ofColumn(drop.table(), drop.column().name(), "dropped"))
          : Optional.empty();
    }

    private static Loss ofTable(QualifiedName table, String step) {
      return new Loss(table, Optional.empty(), "Table \"" + table + "\"", step);
    }

    private static Loss ofColumn(QualifiedName table, String column, String step) {
      return new Loss(table, Optional.of(column), "Column \"" + table + "." + column + "\"", step);
    }
  }

  /**
   * @throws UnsupportedChangeException if a view would not work any more after one of the changes
   */
  void require(List<Change> batch) throws SQLException {
    for (Change change : batch) {
      Optional<Loss> loss = Loss.of(change);
      if (loss.isPresent()) {
        require(loss.get());
      }
    }
  }

  private void require(Loss loss) throws SQLException {
    String own = connection.getCatalog();
    String schema =
        loss.table().schema().isEmpty() ? own : dialect.toDatabase(loss.table().schema());
    String name = dialect.toDatabase(loss.table().name());
    List<String> views = new ArrayList<>();
    for (CatalogRow view :
        views(schema, MysqlNames.quoted(schema) + "." + MysqlNames.quoted(name))) {
      if (loss.column().stream()
          .allMatch(column -> speaksOf(view.text("definition"), schema, name, column))) {
        String of = view.text("table_schema");
        views.add(
            dialect.identifier(
                new QualifiedName(of.equals(own) ? "" : of, view.text("table_name"))));
      }
    }
    if (!views.isEmpty()) {
      throw inTheWay(loss, views);
    }
  }

  /** The views whose definition, as the server prints it, has the table in it. */
  private List<CatalogRow> views(String schema, String table) throws SQLException {
    String scope =
        definitions.findsViewsOfAllSchemas()
            ? "table_schema <> 'sys'"
            : "table_schema = " + dialect.literal(schema);
    return new CatalogQuery.Sql(
            "select table_schema as `table_schema`, table_name as `table_name`,"
                + " view_definition as `definition` from information_schema.views where "
                + scope
                + " and locate(binary "
                + dialect.literal(table)
                + ", binary view_definition) > 0 order by 1, 2")
        .rows(connection);
  }

  /** Whether a definition has the column, behind the table's name or one that it goes by there. */
  private static boolean speaksOf(String definition, String schema, String name, String column) {
    String table = MysqlNames.quoted(schema) + "." + MysqlNames.quoted(name);
    List<String> called = new ArrayList<>(List.of(MysqlNames.quoted(name)));
    Matcher alias = Pattern.compile(Pattern.quote(table) + " (" + NAME + ")").matcher(definition);
    while (alias.find()) {
      called.add(alias.group(1));
    }
    String text = definition.toLowerCase(Locale.ROOT);
    return called.stream()
        .map(of -> (of + "." + MysqlNames.quoted(column)).toLowerCase(Locale.ROOT))
        .anyMatch(text::contains);
  }

  private UnsupportedChangeException inTheWay(Loss loss, List<String> views) {
    return new UnsupportedChangeException(
        ("%s cannot be %s: %s %s of it, and %s would let %s break without a word. Put %s before"
                + " that step, and create %s anew after it.")
            .formatted(
                loss.what(),
                loss.step(),
                (views.size() == 1 ? "view " : "views ") + String.join(", ", views),
                views.size() == 1 ? "speaks" : "speak",
                definitions.product(),
                views.size() == 1 ? "it" : "them",
                views.stream()
                    .map(view -> "op.execute(\"drop view " + view + "\")")
                    .collect(Collectors.joining(", ")),
                views.size() == 1 ? "it" : "them"));
  }
}
