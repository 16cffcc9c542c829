package dev.autogen.dialect.mariadb;

import dev.autogen.change.ConstraintChange.RenameConstraint;
import dev.autogen.dialect.CreateTableText.Clause;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.mysql.MysqlColumnText;
import dev.autogen.dialect.mysql.MysqlColumnText.Part;
import dev.autogen.dialect.mysql.MysqlDefinitions;
import dev.autogen.dialect.mysql.MysqlKeys;
import dev.autogen.dialect.mysql.MysqlSurroundings;
import dev.autogen.dialect.mysql.MysqlTableText;
import dev.autogen.dialect.mysql.MysqlTableText.Key;
import dev.autogen.schema.Check;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is done to keys and checks of MariaDB. A check that has the name of a column is part of the
 * column's definition, and comes and goes with that.
 */
final class MariadbKeys extends MysqlKeys {

  MariadbKeys(Dialect dialect, MysqlDefinitions definitions, MysqlSurroundings surroundings) {
    super(dialect, definitions, surroundings);
  }

  /** In either order. */
  @Override
  protected boolean serves(Key key, List<String> columns) {
    return key.serves(columns);
  }

  /** The rows are copied: MariaDB does not look at them when a column alone takes a condition. */
  @Override
  protected List<String> addCheck(QualifiedName table, Check check) {
    return text(table)
        .flatMap(text -> text.column(check.name()))
        .filter(column -> !column.has(Part.CHECK))
        .map(
            column ->
                List.of(modify(column, "check (" + check.expression() + ")"), "algorithm=copy"))
        .orElseGet(() -> super.addCheck(table, check));
  }

  @Override
  protected List<String> dropCheck(QualifiedName table, Check check) {
    return ofColumn(text(table), check.name())
        .map(column -> List.of(modifyWithout(column)))
        .orElseGet(() -> List.of(dropCheck(check.name())));
  }

  @Override
  protected String dropCheck(String name) {
    return "drop constraint " + dialect.identifier(name);
  }

  /** A check keeps its name when its table takes another. */
  @Override
  protected boolean isDone(RenameConstraint change, MysqlTableText text) {
    return tables.database().isPresent() && super.isDone(change, text);
  }

  /** A condition of the table that takes the name of a column becomes the column's. */
  @Override
  protected List<String> rename(RenameConstraint change, Clause check, MysqlTableText text) {
    return text.column(change.to())
        .filter(column -> !column.has(Part.CHECK))
        .map(column -> modify(column, check.sql().replaceFirst("(?i)^.*?(?=check \\()", "")))
        .map(modify -> List.of(dropCheck(change.from()), modify))
        .orElseGet(() -> super.rename(change, check, text));
  }

  /** A condition of a column becomes one of the table. */
  @Override
  protected List<String> renameOther(RenameConstraint change, MysqlTableText text) {
    Optional<MysqlColumnText> column = ofColumn(Optional.of(text), change.from());
    if (column.isEmpty()) {
      return super.renameOther(change, text);
    }
    String check = column.get().get(Part.CHECK).orElseThrow();
    List<String> parts = new ArrayList<>();
    parts.add(modifyWithout(column.get()));
    parts.add("add constraint " + dialect.identifier(change.to()) + " " + check);
    return parts;
  }

  private static Optional<MysqlColumnText> ofColumn(Optional<MysqlTableText> text, String check) {
    return text.filter(found -> found.checks().stream().noneMatch(c -> c.isConstraint(check)))
        .flatMap(found -> found.column(check))
        .filter(column -> column.has(Part.CHECK));
  }

  private static String modify(MysqlColumnText column, String check) {
    return "modify column " + column.with(Part.CHECK, check).sql();
  }

  private static String modifyWithout(MysqlColumnText column) {
    return "modify column " + column.without(Part.CHECK).sql();
  }
}
