package dev.autogen.dialect.mysql;

import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Table;

/**
 * A declared table as one that the database has can be: what is the same thing to the database in
 * two spellings has the one that is found, and so is neither changed nor lost.
 *
 * @param collations which collations go without saying
 */
public record MysqlAsFound(MysqlCollations collations) {

  /**
   * @param declared the table as it is to be, with the options that it is to have
   * @param found the table as the database has it
   */
  public Table of(Table declared, Table found) {
    MysqlCollations own = collations.of(found).of(declared);
    return declared
        .withColumns(declared.columns().map(column -> collated(column, own)))
        .withConstraints(declared.constraints().map(constraint -> acting(constraint, found)));
  }

  /** A column whose collation is the table's has none of its own. */
  private static Column collated(Column column, MysqlCollations own) {
    return column.withCollation(column.collation().flatMap(own::told));
  }

  /** RESTRICT and NO ACTION do the same here: rows are checked at once. */
  private static Constraint acting(Constraint constraint, Table found) {
    if (!(constraint instanceof ForeignKey key)) {
      return constraint;
    }
    return found
        .constraints(ForeignKey.class)
        .filter(other -> plain(other.withName(key.name())).equals(plain(key)))
        .findFirst()
        .map(other -> key.withActions(other.onDelete(), other.onUpdate()))
        .orElse(key);
  }

  private static ForeignKey plain(ForeignKey key) {
    return key.withActions(plain(key.onDelete()), plain(key.onUpdate()));
  }

  private static Action plain(Action action) {
    return action == Action.RESTRICT ? Action.NO_ACTION : action;
  }
}
