package dev.autogen.dialect.mariadb;

import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.mysql.MysqlColumnRename;
import dev.autogen.dialect.mysql.MysqlColumnText.Part;
import dev.autogen.dialect.mysql.MysqlColumns;
import dev.autogen.dialect.mysql.MysqlDefinitions;
import dev.autogen.dialect.mysql.MysqlGuard;
import dev.autogen.dialect.mysql.MysqlSurroundings;
import dev.autogen.dialect.mysql.MysqlTableText;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** Statements that change columns of MariaDB. */
final class MariadbColumns extends MysqlColumns {

  MariadbColumns(Dialect dialect, MysqlDefinitions definitions, MysqlSurroundings surroundings) {
    super(dialect, definitions, surroundings);
  }

  /** MariaDB puts the current time where a required timestamp has no value, in strict mode too. */
  @Override
  protected List<String> requireValues(QualifiedName table, Column column) {
    String query =
        "select 1 from "
            + dialect.identifier(table)
            + " where "
            + dialect.identifier(column.name())
            + " is null";
    return definitions.type(column).startsWith("timestamp")
        ? List.of(MysqlGuard.nothingOf(List.of(query)))
        : List.of();
  }

  /**
   * A condition of the column itself has the column's name, and keeps the old one until the column
   * is defined anew.
   */
  @Override
  protected List<String> rename(RenameColumn change) {
    List<String> statements = new ArrayList<>(super.rename(change));
    tables
        .text(change.table())
        .flatMap(text -> text.column(change.from()))
        .filter(column -> column.has(Part.CHECK))
        .ifPresent(
            column ->
                statements.add(
                    alter(change.table()) + "modify column " + renaming(column.sql(), change)));
    return statements;
  }

  /** Nothing: MariaDB writes expressions anew by itself. */
  @Override
  protected MysqlColumnRename.Users rewritten(MysqlTableText text, RenameColumn change) {
    return MysqlColumnRename.Users.NONE;
  }
}
