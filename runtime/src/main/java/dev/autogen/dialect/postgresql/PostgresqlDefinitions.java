package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.Definitions;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Identifiers;
import dev.autogen.dialect.UnsupportedChangeException;
import dev.autogen.schema.Column;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import java.util.Optional;

/** What PostgreSQL defines its own way: serial columns. */
final class PostgresqlDefinitions extends Definitions {

  /** The first version that has generated columns which are not stored. */
  private static final int VIRTUAL_COLUMNS = 18;

  PostgresqlDefinitions(Dialect dialect) {
    super(dialect);
  }

  @Override
  public String properties(Column column) {
    if (!isSerial(column)) {
      return super.properties(column);
    }
    String type = type(column);
    Column plain = column.withIdentity(Optional.empty());
    return serial(column, type) + super.properties(plain).substring(type.length());
  }

  static boolean isSerial(Column column) {
    return column
        .identity()
        .filter(identity -> identity.mode() == Identity.Mode.SERIAL)
        .isPresent();
  }

  private static String serial(Column column, String type) {
    return switch (type) {
      case "smallint" -> "smallserial";
      case "integer" -> "serial";
      case "bigint" -> "bigserial";
      default ->
          throw new UnsupportedChangeException(
              "Column \""
                  + column.name()
                  + "\" cannot be serial: "
                  + type
                  + " is no integer type.");
    };
  }

  @Override
  protected String expression(String sql) {
    return PostgresqlExpressions.reparsed(sql);
  }

  @Override
  public String collation(String name) {
    return "collate " + Identifiers.quote(name);
  }

  @Override
  public String generated(Generated generated) {
    if (!generated.stored() && !dialect.version().atLeast(VIRTUAL_COLUMNS, 0)) {
      throw new UnsupportedChangeException(
          "PostgreSQL "
              + dialect.version().text()
              + " stores all generated columns: declare the column as stored, or use PostgreSQL "
              + VIRTUAL_COLUMNS
              + ".");
    }
    return super.generated(generated);
  }
}
