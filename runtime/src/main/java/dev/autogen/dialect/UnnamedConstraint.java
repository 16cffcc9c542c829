package dev.autogen.dialect;

import dev.autogen.schema.Constraint;
import java.util.List;

/**
 * A constraint that is created without a name, so that the database makes one up.
 *
 * @param kind {@code PrimaryKey}, {@code UniqueKey}, {@code Check}, {@code ForeignKey}
 * @param table its table's name
 * @param columns the columns it names, in its order; for a check, those its condition mentions
 * @param column the column in whose definition it stands, or the empty string
 * @param attempt how many names have been refused because something else has them
 */
public record UnnamedConstraint(
    Class<? extends Constraint> kind,
    String table,
    List<String> columns,
    String column,
    int attempt) {

  public UnnamedConstraint {
    columns = List.copyOf(columns);
  }

  /** One of the table as a whole, the first of its kind. */
  public UnnamedConstraint(Class<? extends Constraint> kind, String table, List<String> columns) {
    this(kind, table, columns, "", 0);
  }

  /** The same after one more name was refused. */
  public UnnamedConstraint next() {
    return new UnnamedConstraint(kind, table, columns, column, attempt + 1);
  }
}
