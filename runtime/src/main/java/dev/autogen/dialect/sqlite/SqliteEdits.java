package dev.autogen.dialect.sqlite;

import dev.autogen.change.Change;
import dev.autogen.change.ColumnChange.AddColumn;
import dev.autogen.change.ColumnChange.AlterColumn;
import dev.autogen.change.ColumnChange.AlterColumn.Facet;
import dev.autogen.change.ColumnChange.DropColumn;
import dev.autogen.change.ColumnChange.RenameValue;
import dev.autogen.change.ConstraintChange.AddConstraint;
import dev.autogen.change.ConstraintChange.DropConstraint;
import dev.autogen.change.ConstraintChange.RenameConstraint;
import dev.autogen.change.TableChange.AlterTable;
import dev.autogen.dialect.CreateTableText;
import dev.autogen.dialect.CreateTableText.Clause;
import dev.autogen.dialect.RenamedValues;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.dialect.sqlite.SqlitePart.What;
import dev.autogen.dialect.sqlite.SqliteTable.Placed;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes changes in the text of a {@code create table} statement, and works out what each column of
 * the new table gets from a row of the old one. What no change is about stays as it is written.
 */
final class SqliteEdits {

  private final SqliteDialect dialect;
  private final SqliteDefinitions definitions;
  private final QualifiedName name;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<RenameValue> renamed = new ArrayList<>();
  private final List<String> before;
  private final Optional<Table> known;
  private SqliteTable table;

  /**
   * @param table the table as it is
   * @param known what the model knows of it
   */
  SqliteEdits(SqliteDialect dialect, QualifiedName name, SqliteTable table, Optional<Table> known) {
    this.dialect = dialect;
    this.definitions = new SqliteDefinitions(dialect);
    this.name = name;
    this.table = table;
    this.before = table.columnNames();
    this.known = known;
    for (String column : table.columnNames()) {
      if (!table.isComputed(column)) {
        values.put(column, dialect.identifier(column));
      }
    }
  }

  /** The table as edited. */
  SqliteTable table() {
    return table;
  }

  /** For each column of the new table that is copied, the value in terms of the old one. */
  Map<String, String> values() {
    Map<String, String> all = new LinkedHashMap<>(values);
    for (RenameValue rename : renamed) {
      SqliteExpressions.find(all.keySet(), rename.column())
          .ifPresent(
              column ->
                  all.compute(
                      column, (name, value) -> RenamedValues.value(dialect, value, rename)));
    }
    return all;
  }

  void apply(Change change) {
    if (change instanceof AlterTable alter) {
      String tail = SqliteOptions.parse(alter.to()).tail();
      CreateTableText text = table.text();
      int end = text.tail().indexOf(')') + 1;
      edit(text.withTail(text.tail().substring(0, end) + (tail.isEmpty() ? "" : " " + tail)));
    } else if (change instanceof AddColumn add) {
      add(add);
    } else if (change instanceof DropColumn drop) {
      edit(table.text().minus(clause(drop.column().name())));
      values.keySet().removeIf(drop.column().name()::equalsIgnoreCase);
    } else if (change instanceof AlterColumn alter) {
      alter(alter);
    } else if (change instanceof AddConstraint add) {
      edit(
          table
              .text()
              .plusConstraint(definitions.constraint(name, add.constraint(), table.columnNames())));
    } else if (change instanceof DropConstraint drop) {
      Placed placed = find(drop.constraint());
      remove(placed.clause(), placed.part());
    } else if (change instanceof RenameConstraint rename) {
      rename(rename);
    } else if (change instanceof RenameValue rename) {
      renamed.add(rename);
    }
  }

  private void edit(CreateTableText text) {
    table = new SqliteTable(table.name(), text);
  }

  private Clause clause(String column) {
    return table
        .text()
        .column(column)
        .orElseThrow(
            () ->
                new UnsupportedChangeException(
                    "Column \""
                        + name
                        + "."
                        + column
                        + "\" cannot be changed: the table has no such column."));
  }

  private void add(AddColumn add) {
    Column column = add.column();
    edit(table.text().plusColumn(definitions.column(column)));
    if (column.generated().isEmpty()) {
      add.fill().or(column::defaultValue).ifPresent(value -> values.put(column.name(), value));
    }
  }

  private void alter(AlterColumn change) {
    Column to = change.to();
    Set<Facet> facets = change.facets();
    new SqliteColumnEdits(this::clause, this::replace, definitions).apply(change);
    if (to.generated().isPresent()) {
      values.keySet().removeIf(to.name()::equalsIgnoreCase);
      return;
    }
    String value = value(to.name());
    if (facets.contains(Facet.TYPE)) {
      value = SqliteConversions.value(value, change);
    }
    if (facets.contains(Facet.NULLABILITY) && change.fill().isPresent()) {
      value = "coalesce(" + value + ", " + change.fill().get() + ")";
    }
    values.put(SqliteExpressions.find(values.keySet(), to.name()).orElse(to.name()), value);
  }

  /** What earlier changes make of a column, of which the old table may know nothing. */
  private String value(String column) {
    Optional<String> found = SqliteExpressions.find(values.keySet(), column);
    if (found.isEmpty()) {
      return SqliteExpressions.find(before, column).isPresent()
          ? dialect.identifier(column)
          : "null";
    }
    String value = values.get(found.get());
    return value.equals(dialect.identifier(found.get())) ? value : "(" + value + ")";
  }

  private void replace(Clause old, Clause changed) {
    edit(table.text().replacing(old, changed));
  }

  /** Takes one part away; a clause of the table's with nothing left goes whole. */
  private void remove(Clause clause, SqlitePart part) {
    if (clause.kind() == CreateTableText.Kind.CONSTRAINT && SqlitePart.of(clause).size() == 1) {
      edit(table.text().minus(clause));
    } else {
      replace(clause, clause.withSql(SqliteColumnEdits.without(clause.sql(), part)));
    }
  }

  /** The clause of a constraint: by its name or, for it may have none, by what it is. */
  private Placed find(Constraint constraint) {
    List<Placed> all = table.constraints(what(constraint));
    return Stream.of(
            all.stream().filter(placed -> placed.name().equals(constraint.name())),
            all.stream().filter(placed -> placed.name().equalsIgnoreCase(constraint.name())),
            all.stream().filter(placed -> constraint instanceof PrimaryKey),
            nameless(constraint).stream())
        .flatMap(found -> found)
        .findFirst()
        .orElseThrow(
            () ->
                new UnsupportedChangeException(
                    "Constraint \""
                        + constraint.name()
                        + "\" of table \""
                        + name
                        + "\" cannot be changed: the table has no such constraint."));
  }

  /** The constraint that has no name and is what the other is. */
  private Optional<Placed> nameless(Constraint constraint) {
    return table.constraints(what(constraint)).stream()
        .filter(placed -> placed.part().name().isEmpty())
        .filter(placed -> isSame(placed, constraint))
        .findFirst();
  }

  private static What what(Constraint constraint) {
    if (constraint instanceof PrimaryKey) {
      return What.PRIMARY_KEY;
    }
    if (constraint instanceof Check) {
      return What.CHECK;
    }
    return constraint instanceof ForeignKey ? What.FOREIGN_KEY : What.UNIQUE;
  }

  private static boolean isSame(Placed placed, Constraint constraint) {
    if (constraint instanceof Check check) {
      return SqliteExpressions.words(placed.part().text())
          .equals(SqliteExpressions.words(check.expression()));
    }
    List<String> columns = constraint.columns();
    if (placed.columns().size() != columns.size()) {
      return false;
    }
    for (int i = 0; i < columns.size(); i++) {
      if (!placed.columns().get(i).equalsIgnoreCase(columns.get(i))) {
        return false;
      }
    }
    return true;
  }

  private void rename(RenameConstraint change) {
    Placed found = find(change);
    Clause clause = found.clause();
    SqlitePart part = found.part();
    String own = clause.sql().substring(part.start(), part.end());
    String body = part.name().isEmpty() ? own : SqliteColumnEdits.withoutName(own, clause.style());
    String renamed = "constraint " + dialect.identifier(change.to()) + " " + body;
    replace(
        clause,
        clause.withSql(
            clause.sql().substring(0, part.start())
                + renamed
                + clause.sql().substring(part.end())));
  }

  /**
   * By its name; or, without one, by what it is: it is called otherwise since its table or a column
   * took another name.
   */
  private Placed find(RenameConstraint change) {
    List<Placed> all =
        Stream.of(What.PRIMARY_KEY, What.UNIQUE, What.CHECK, What.FOREIGN_KEY)
            .flatMap(what -> table.constraints(what).stream())
            .toList();
    return all.stream()
        .filter(placed -> placed.name().equalsIgnoreCase(change.from()))
        .findFirst()
        .or(
            () ->
                known
                    .flatMap(model -> model.constraints().find(change.from()))
                    .flatMap(this::nameless))
        .or(() -> all.stream().filter(placed -> isBehind(placed, change.from())).findFirst())
        .orElseThrow(
            () ->
                new UnsupportedChangeException(
                    "Constraint \""
                        + change.from()
                        + "\" of table \""
                        + name
                        + "\" cannot be renamed: the table has no such constraint."));
  }

  /** Whether a constraint without a name is called so but for the name of its table. */
  private boolean isBehind(Placed placed, String called) {
    return placed.part().name().isEmpty()
        && called.endsWith(placed.name().substring(table.name().length()));
  }
}
