package dev.autogen.plan;

import dev.autogen.schema.ByName;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What migrations know by name alone: entities declared it when a migration was written, and the
 * database had it already, so that no migration makes it. It is taken to be as it is declared now;
 * only a database could tell whether it is.
 *
 * @param declared what the entities declare
 * @param implicitNames of what nobody named: the database may call it something else
 * @param names of all that they declared at the last revision
 */
record KnownByName(Schema declared, Set<ObjectName> implicitNames, Set<ObjectName> names) {

  /** What the migrations make, and what they know by name. */
  Schema beside(Schema made) {
    Set<String> namespaces = new TreeSet<>(made.namespaces());
    declared.namespaces().stream()
        .filter(schema -> names.stream().anyMatch(name -> name.owner().schema().equals(schema)))
        .forEach(namespaces::add);
    return made.withNamespaces(namespaces)
        .withTables(tables(made))
        .withSequences(
            completed(
                made.sequences(), declared.sequences(), one -> ObjectName.sequence(one.name())))
        .withEnumTypes(
            completed(
                made.enumTypes(), declared.enumTypes(), one -> ObjectName.enumType(one.name())));
  }

  private ByName<Table> tables(Schema made) {
    ByName<Table> tables = made.tables();
    for (Table all : declared.tables()) {
      String name = all.name().toString();
      if (tables.contains(name)) {
        tables = tables.replacing(name, completed(tables.find(name).orElseThrow(), all));
      } else if (names.contains(ObjectName.table(all.name()))) {
        tables = tables.plus(completed(bare(all), all));
      }
    }
    return tables;
  }

  private static Table bare(Table table) {
    return table
        .withColumns(table.columns().filter(any -> false))
        .withConstraints(table.constraints().filter(any -> false))
        .withIndexes(table.indexes().filter(any -> false))
        .withComment(Optional.empty());
  }

  private Table completed(Table made, Table all) {
    QualifiedName table = all.name();
    boolean commented = names.contains(new ObjectName(Kind.TABLE_COMMENT, table, ""));
    return made.withColumns(
            completed(made.columns(), all.columns(), one -> ObjectName.column(table, one.name())))
        .withConstraints(
            presumed(
                made.constraints(),
                all.constraints(),
                one -> ObjectName.constraint(table, one.name())))
        .withIndexes(
            presumed(made.indexes(), all.indexes(), one -> ObjectName.index(table, one.name())))
        .withComment(made.comment().or(() -> commented ? all.comment() : Optional.empty()));
  }

  /**
   * With those besides that are known, and of those that nobody named as many as there are names of
   * which nothing else is known.
   */
  private <T> ByName<T> presumed(ByName<T> made, ByName<T> all, Function<T, ObjectName> name) {
    ByName<T> presumed = completed(made, all, name);
    if (all.isEmpty()) {
      return presumed;
    }
    ObjectName any = name.apply(all.toList().get(0));
    long spare =
        names.stream()
            .filter(one -> one.kind() == any.kind() && one.owner().equals(any.owner()))
            .filter(one -> !made.contains(one.name()) && !all.contains(one.name()))
            .count();
    List<T> unnamed =
        all.stream()
            .filter(one -> implicitNames.contains(name.apply(one)))
            .sorted(Comparator.comparing(one -> !(one instanceof PrimaryKey)))
            .toList();
    for (T one : unnamed) {
      if (spare > 0 && !presumed.contains(name.apply(one).name())) {
        presumed = presumed.plus(one);
        spare--;
      }
    }
    return presumed;
  }

  /** With those besides that are known. */
  private <T> ByName<T> completed(ByName<T> made, ByName<T> all, Function<T, ObjectName> name) {
    ByName<T> completed = made;
    for (String key : all.names()) {
      Optional<T> known = all.find(key).filter(one -> names.contains(name.apply(one)));
      completed =
          known.isPresent() && !made.contains(key) ? completed.plus(known.get()) : completed;
    }
    return completed;
  }
}
