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
  private SqliteTable table;

  SqliteEdits(SqliteDialect dialect, QualifiedName name, SqliteTable table) {
    this.dialect = dialect;
    this.definitions = new SqliteDefinitions(dialect);
    this.name = name;
    this.table = table;
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
      edit(table.text().plusConstraint(definitions.constraint(name, add.constraint())));
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
    String value = dialect.identifier(to.name());
    if (facets.contains(Facet.TYPE)) {
      value = SqliteConversions.value(dialect, change);
    }
    if (facets.contains(Facet.NULLABILITY) && change.fill().isPresent()) {
      value = "coalesce(" + value + ", " + change.fill().get() + ")";
    }
    values.put(SqliteExpressions.find(values.keySet(), to.name()).orElse(to.name()), value);
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
            all.stream()
                .filter(placed -> placed.part().name().isEmpty())
                .filter(placed -> isSame(placed, constraint)))
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
    List<Placed> all = new ArrayList<>();
    for (What what : List.of(What.PRIMARY_KEY, What.UNIQUE, What.CHECK, What.FOREIGN_KEY)) {
      all.addAll(table.constraints(what));
    }
    Optional<Placed> found =
        all.stream().filter(placed -> placed.name().equalsIgnoreCase(change.from())).findFirst();
    if (found.isEmpty()) {
      throw new UnsupportedChangeException(
          "Constraint \""
              + change.from()
              + "\" of table \""
              + name
              + "\" cannot be renamed: the table has no such constraint.");
    }
    Clause clause = found.get().clause();
    SqlitePart part = found.get().part();
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
}
