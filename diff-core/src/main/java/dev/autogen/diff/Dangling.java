package dev.autogen.diff;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.Set;

/**
 * Keys, checks and indexes that refer to a table or column which is to go. They cannot stay, so
 * they go openly, as changes of their own that a downgrade brings back: some databases would drop
 * them without a word.
 */
final class Dangling {

  private Dangling() {}

  static Schema removedFrom(Schema schema) {
    return schema.withTables(schema.tables().map(table -> cleaned(table, schema)));
  }

  private static Table cleaned(Table table, Schema schema) {
    Set<String> columns = table.columns().names();
    return table
        .withConstraints(
            table
                .constraints()
                .filter(
                    constraint ->
                        columns.containsAll(constraint.columns())
                            && targetExists(constraint, schema)))
        .withIndexes(table.indexes().filter(index -> columns.containsAll(index.columns())));
  }

  private static boolean targetExists(Constraint constraint, Schema schema) {
    if (constraint instanceof ForeignKey key) {
      return schema
          .tables()
          .find(key.target().toString())
          .filter(target -> target.columns().names().containsAll(key.targetColumns()))
          .isPresent();
    }
    return true;
  }
}
