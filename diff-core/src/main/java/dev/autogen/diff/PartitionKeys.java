package dev.autogen.diff;

import dev.autogen.inspect.Declaration;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keys of tables that someone has partitioned. A database wants the columns that it partitions by
 * in each of them, and no mapping says so: a key that holds what entities declare, and those
 * columns besides, is the declared one.
 */
public final class PartitionKeys {

  private PartitionKeys() {}

  /**
   * The declaration with the keys that the database has in the place of such.
   *
   * @param partitioned the text that tells by which columns, for each partitioned table
   */
  public static Declaration taken(
      Declaration ours, Schema theirs, Map<QualifiedName, String> partitioned) {
    if (partitioned.values().stream().allMatch(String::isEmpty)) {
      return ours;
    }
    return ours.withSchema(
        ours.schema()
            .withTables(
                ours.schema()
                    .tables()
                    .map(
                        table ->
                            theirs
                                .tables()
                                .find(table.name().toString())
                                .map(
                                    found ->
                                        taken(
                                            table,
                                            found,
                                            partitioned.getOrDefault(table.name(), "")))
                                .orElse(table))));
  }

  private static Table taken(Table declared, Table found, String by) {
    return by.isEmpty()
        ? declared
        : declared.withConstraints(
            declared.constraints().map(constraint -> taken(constraint, found, by)));
  }

  private static Constraint taken(Constraint declared, Table found, String by) {
    if (declared instanceof PrimaryKey key) {
      return found
          .primaryKey()
          .filter(other -> isWider(key.columns(), other.columns(), by))
          .<Constraint>map(other -> other.withName(key.name()))
          .orElse(key);
    }
    if (declared instanceof UniqueKey key) {
      return found.uniqueKeys().stream()
          .filter(other -> isWider(key.columns(), other.columns(), by))
          .findFirst()
          .<Constraint>map(other -> other.withName(key.name()))
          .orElse(key);
    }
    return declared;
  }

  /** Whether a key holds the columns of another, and besides only those partitioned by. */
  private static boolean isWider(List<String> declared, List<String> found, String by) {
    Set<String> further = new HashSet<>(found);
    declared.forEach(further::remove);
    return found.size() > declared.size()
        && found.containsAll(declared)
        && further.stream().allMatch(column -> Mentions.mentions(by, column));
  }
}
