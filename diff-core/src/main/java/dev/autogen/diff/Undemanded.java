package dev.autogen.diff;

import dev.autogen.inspect.Declaration;
import dev.autogen.migration.Replay;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Index;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Things that entities declare and that Hibernate's own schema tool leaves out on this database. A
 * table that it has made is not to be changed for the lack of them: they are demanded where a
 * migration has made them, where entities declare them anew, and of columns that are added.
 */
public final class Undemanded {

  private Undemanded() {}

  /**
   * The declaration without what nobody demands of the database as it is. Its origins stay: it is
   * still what the entities declare.
   *
   * @param exported what Hibernate's schema tool would make of the declaration
   * @param theirs what the database has, under the names that it is to have
   * @param migrations what the migrations make, and what entities declared at the last of them,
   *     under those names too
   */
  public static Declaration leftOut(
      Declaration ours, Schema exported, Schema theirs, Replay migrations) {
    if (exported.equals(ours.schema())) {
      return ours;
    }
    return ours.withSchema(
        ours.schema()
            .withTables(
                ours.schema()
                    .tables()
                    .map(
                        table ->
                            find(theirs, table)
                                .map(found -> of(table, found, exported, migrations))
                                .orElse(table))));
  }

  private static Table of(Table declared, Table found, Schema exported, Replay migrations) {
    Optional<Table> made = find(exported, declared);
    Optional<Table> migrated = find(migrations.schema(), declared);
    boolean adopted = !migrations.declared().containsKey(ObjectName.table(declared.name()));
    Predicate<ObjectName> isNew = name -> !adopted && !migrations.declared().containsKey(name);
    return declared
        .withColumns(
            declared
                .columns()
                .map(
                    column -> adopted && migrated.isEmpty() ? asMade(column, made, found) : column))
        .withConstraints(
            declared
                .constraints()
                .filter(
                    constraint ->
                        has(made, constraint)
                            || !found.columns().names().containsAll(constraint.columns())
                            || has(migrated, constraint)
                            || has(Optional.of(found), constraint)
                            || isNew.test(
                                ObjectName.constraint(declared.name(), constraint.name()))))
        .withIndexes(
            declared
                .indexes()
                .filter(
                    index ->
                        has(made, index)
                            || has(migrated, index)
                            || has(Optional.of(found), index)
                            || isNew.test(ObjectName.index(declared.name(), index.name()))));
  }

  /** The column as the schema tool makes it, where that is how the database has it. */
  private static Column asMade(Column declared, Optional<Table> made, Table found) {
    return made.flatMap(table -> table.columns().find(declared.name()))
        .filter(column -> found.columns().find(declared.name()).equals(Optional.of(column)))
        .orElse(declared);
  }

  private static Optional<Table> find(Schema schema, Table table) {
    return schema.tables().find(table.name().toString());
  }

  private static boolean has(Optional<Table> table, Constraint constraint) {
    return table.stream()
        .flatMap(t -> t.constraints().stream())
        .anyMatch(
            other ->
                other.name().equals(constraint.name())
                    || other.getClass().equals(constraint.getClass())
                        && other.columns().equals(constraint.columns())
                        && !other.columns().isEmpty());
  }

  private static boolean has(Optional<Table> table, Index index) {
    return table.stream()
        .flatMap(t -> t.indexes().stream())
        .anyMatch(
            other -> other.name().equals(index.name()) || other.parts().equals(index.parts()));
  }
}
