package dev.autogen.plan;

import dev.autogen.schema.Column;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names of all that a schema holds: the base of a database that entities declared whole. */
final class Names {

  private Names() {}

  static Set<ObjectName> of(Schema schema) {
    Set<ObjectName> names = new TreeSet<>();
    schema.namespaces().forEach(name -> names.add(ObjectName.schema(name)));
    schema.sequences().forEach(sequence -> names.add(ObjectName.sequence(sequence.name())));
    schema.enumTypes().forEach(type -> names.add(ObjectName.enumType(type.name())));
    schema.tables().forEach(table -> add(names, table));
    return names;
  }

  private static void add(Set<ObjectName> names, Table table) {
    names.add(ObjectName.table(table.name()));
    table.comment().ifPresent(c -> names.add(new ObjectName(Kind.TABLE_COMMENT, table.name(), "")));
    for (Column column : table.columns()) {
      names.add(ObjectName.column(table.name(), column.name()));
      add(names, table, column, Kind.COLUMN_DEFAULT, column.defaultValue());
      add(names, table, column, Kind.COLUMN_IDENTITY, column.identity());
      add(names, table, column, Kind.COLUMN_GENERATED, column.generated());
      add(names, table, column, Kind.COLUMN_COLLATION, column.collation());
      add(names, table, column, Kind.COLUMN_COMMENT, column.comment());
    }
    table.constraints().forEach(c -> names.add(ObjectName.constraint(table.name(), c.name())));
    table.indexes().forEach(index -> names.add(ObjectName.index(table.name(), index.name())));
  }

  private static void add(
      Set<ObjectName> names, Table table, Column column, Kind kind, Optional<?> property) {
    property.ifPresent(p -> names.add(new ObjectName(kind, table.name(), column.name())));
  }
}
