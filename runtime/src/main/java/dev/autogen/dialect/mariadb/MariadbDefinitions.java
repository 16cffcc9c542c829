package dev.autogen.dialect.mariadb;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.mysql.MysqlDefinitions;
import dev.autogen.schema.Check;
import dev.autogen.schema.Column;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.Optional;

/** What MariaDB defines otherwise than MySQL does. */
final class MariadbDefinitions extends MysqlDefinitions {

  MariadbDefinitions(Dialect dialect) {
    super(dialect);
  }

  @Override
  public String product() {
    return "MariaDB";
  }

  /** A computed column cannot be required. */
  @Override
  protected String nullability(Column column) {
    return column.generated().isPresent() ? "" : super.nullability(column);
  }

  @Override
  protected boolean takesLiterals(Column column) {
    return true;
  }

  @Override
  protected boolean hasExpressionIndexes() {
    return false;
  }

  @Override
  protected boolean hasKeysOfVirtualColumns() {
    return true;
  }

  @Override
  protected boolean storesBesideDeletion() {
    return true;
  }

  @Override
  protected boolean findsViewsOfAllSchemas() {
    return false;
  }

  /** A condition that stands in a column's definition has the column's name. */
  @Override
  protected Optional<Check> checkOf(Table table, Column column) {
    return table.checks().stream().filter(check -> check.name().equals(column.name())).findFirst();
  }

  @Override
  public String sequence(Sequence sequence) {
    return "start with "
        + sequence.start()
        + " increment by "
        + sequence.increment()
        + sequence.minimum().map(value -> " minvalue " + value).orElse("")
        + sequence.maximum().map(value -> " maxvalue " + value).orElse("")
        + cache(sequence)
        + (sequence.cycle() ? " cycle" : "");
  }

  /** How many values are taken at once, said in any case: otherwise it would be a thousand. */
  String cache(Sequence sequence) {
    return sequence.cache() <= 1 ? " nocache" : " cache " + sequence.cache();
  }
}
