package dev.autogen.dialect.mariadb;

import dev.autogen.change.ColumnChange.RenameColumn;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.mysql.MysqlColumns;
import dev.autogen.dialect.mysql.MysqlDefinitions;
import dev.autogen.dialect.mysql.MysqlTableText;
import dev.autogen.dialect.mysql.MysqlTables;
import java.util.List;

/** Statements that change columns of MariaDB. */
final class MariadbColumns extends MysqlColumns {

  MariadbColumns(Dialect dialect, MysqlDefinitions definitions, MysqlTables tables) {
    super(dialect, definitions, tables);
  }

  /** Nothing: MariaDB writes expressions anew by itself. */
  @Override
  protected List<String> users(MysqlTableText text, RenameColumn change) {
    return List.of();
  }
}
