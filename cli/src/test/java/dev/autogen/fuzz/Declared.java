package dev.autogen.fuzz;

import dev.autogen.dialect.Dialect;
import dev.autogen.inspect.Declaration;
import dev.autogen.inspect.DeclarationSource;
import dev.autogen.schema.Column;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.ObjectName.Kind;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model as if entities declared it: all of it, by name.
 *
 * @param schema the model
 */
record Declared(Schema schema) implements DeclarationSource {

  private static final String ORIGIN = "Model";

  @Override
  public String connectionSchema() {
    return "";
  }

  @Override
  public Declaration declaration(Dialect dialect, String connectionSchema) {
    return new Declaration(
        schema, origins(), Set.of(), new TreeMap<>(), schema.tables().size(), "fuzz");
  }

  private SortedMap<ObjectName, String> origins() {
    SortedMap<ObjectName, String> origins = new TreeMap<>();
    schema.namespaces().forEach(name -> origins.put(ObjectName.schema(name), ORIGIN));
    schema.sequences().forEach(s -> origins.put(ObjectName.sequence(s.name()), ORIGIN));
    schema.enumTypes().forEach(type -> origins.put(ObjectName.enumType(type.name()), ORIGIN));
    schema.tables().forEach(table -> add(origins, table));
    return origins;
  }

  private static void add(SortedMap<ObjectName, String> origins, Table table) {
    origins.put(ObjectName.table(table.name()), ORIGIN);
    add(origins, table, Kind.TABLE_COMMENT, "", table.comment());
    for (Column column : table.columns()) {
      origins.put(ObjectName.column(table.name(), column.name()), ORIGIN);
      add(origins, table, Kind.COLUMN_DEFAULT, column.name(), column.defaultValue());
      add(origins, table, Kind.COLUMN_IDENTITY, column.name(), column.identity());
      add(origins, table, Kind.COLUMN_GENERATED, column.name(), column.generated());
      add(origins, table, Kind.COLUMN_COLLATION, column.name(), column.collation());
      add(origins, table, Kind.COLUMN_COMMENT, column.name(), column.comment());
    }
    table
        .constraints()
        .forEach(key -> origins.put(ObjectName.constraint(table.name(), key.name()), ORIGIN));
    table
        .indexes()
        .forEach(index -> origins.put(ObjectName.index(table.name(), index.name()), ORIGIN));
  }

  private static void add(
      SortedMap<ObjectName, String> origins,
      Table table,
      Kind kind,
      String name,
      Optional<?> said) {
    if (said.isPresent()) {
      origins.put(new ObjectName(kind, table.name(), name), ORIGIN);
    }
  }
}
