package dev.autogen.diff;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
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

  /**
   * @param gone the tables that are to go; any other that the schema does not have is one that
   *     nobody looked at, and keys to it are as good as others
   */
  static Schema removedFrom(Schema schema, Set<QualifiedName> gone) {
    return schema.withTables(schema.tables().map(table -> cleaned(table, schema, gone)));
  }

  private static Table cleaned(Table table, Schema schema, Set<QualifiedName> gone) {
    Set<String> columns = table.columns().names();
    return table
        .withConstraints(
            table
                .constraints()
                .filter(
                    constraint ->
                        columns.containsAll(constraint.columns())
                            && hasTarget(constraint, schema, gone)))
        .withIndexes(table.indexes().filter(index -> columns.containsAll(index.columns())));
  }

  private static boolean hasTarget(Constraint constraint, Schema schema, Set<QualifiedName> gone) {
    if (constraint instanceof ForeignKey key) {
      return schema
          .tables()
          .find(key.target().toString())
          .map(target -> target.columns().names().containsAll(key.targetColumns()))
          .orElse(!gone.contains(key.target()));
    }
    return true;
  }
}
