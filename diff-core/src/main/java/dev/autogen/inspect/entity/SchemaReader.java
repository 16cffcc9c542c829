package dev.autogen.inspect.entity;

import dev.autogen.dialect.Dialect;
import dev.autogen.inspect.Declaration;
import dev.autogen.inspect.EntityOptions;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hibernate.Version;
import org.hibernate.boot.model.relational.Namespace;

/** Reads the bound mapping as a schema of the model, with the origin of each thing. */
public final class SchemaReader {

  private final BootMetadata boot;
  private final ModelNames names;
  private final DeclaredObjects objects = new DeclaredObjects();

  public SchemaReader(BootMetadata boot, Dialect dialect, EntityOptions options) {
    this.boot = boot;
    this.names = ModelNames.of(dialect, boot, options.connectionSchema());
  }

  /** Everything that Hibernate would create. */
  public Declaration read() {
    try {
      EnumTypes enums = EnumTypes.read(boot, names);
      GeneratorOrigins numbering = GeneratorOrigins.read(boot, names);
      Map<QualifiedName, String> generators = numbering.origins();
      List<Table> tables = tables(enums, generators);
      List<Sequence> sequences = sequences(generators);
      enums
          .types()
          .forEach(type -> objects.add(ObjectName.enumType(type.name()), user(type, tables)));
      Schema schema =
          Schema.of(namespaces(tables, sequences, enums.types()), tables, sequences, enums.types());
      return new Declaration(
          names.dialect().canonical(schema),
          objects.origins(),
          objects.implicitNames(),
          seeds(),
          numbering.numbers(),
          StructTypes.read(boot, names),
          objects.unread(),
          boot.metadata().getEntityBindings().size(),
          Version.getVersionString());
    } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
      throw MappingProblem.of(e);
    }
  }

  private List<Table> tables(EnumTypes enums, Map<QualifiedName, String> generators) {
    TableReader reader =
        new TableReader(
            boot, names, new ColumnReader(boot, names, enums.domains()), generators, objects);
    Map<QualifiedName, List<org.hibernate.mapping.Table>> mapped = new LinkedHashMap<>();
    for (Namespace namespace : boot.metadata().getDatabase().getNamespaces()) {
      for (org.hibernate.mapping.Table table : namespace.getTables()) {
        if (table.isPhysicalTable() && !table.isView()) {
          mapped.computeIfAbsent(names.of(table), name -> new ArrayList<>()).add(table);
        }
      }
    }
    List<Table> tables = new ArrayList<>();
    mapped.values().forEach(parts -> tables.add(reader.read(parts)));
    tables.sort(Comparator.comparing(Table::name));
    return tables;
  }

  /** The rows that Hibernate's generators of numbers expect in their tables. */
  private SortedMap<QualifiedName, List<String>> seeds() {
    SortedMap<QualifiedName, List<String>> seeds = new TreeMap<>();
    for (Namespace namespace : boot.metadata().getDatabase().getNamespaces()) {
      for (org.hibernate.mapping.Table table : namespace.getTables()) {
        List<String> statements =
            table.getInitCommands(boot.qualifyingContext()).stream()
                .flatMap(command -> Stream.of(command.initCommands()))
                .distinct()
                .toList();
        if (!statements.isEmpty()) {
          seeds.put(names.of(table), statements);
        }
      }
    }
    return seeds;
  }

  private List<Sequence> sequences(Map<QualifiedName, String> generators) {
    List<Sequence> sequences = new ArrayList<>();
    if (!boot.hibernateDialect().getSequenceSupport().supportsSequences()) {
      return sequences;
    }
    for (Namespace namespace : boot.metadata().getDatabase().getNamespaces()) {
      for (org.hibernate.boot.model.relational.Sequence sequence : namespace.getSequences()) {
        Sequence read = SequenceReader.read(sequence, names);
        if (sequences.stream().anyMatch(known -> known.name().equals(read.name()))) {
          // One generator names the default schema, another does not: it is one sequence.
          continue;
        }
        sequences.add(read);
        String origin = generators.getOrDefault(read.name(), DeclaredObjects.MAPPING);
        objects.add(ObjectName.sequence(read.name()), origin);
        SequenceReader.options(sequence)
            .names()
            .forEach(option -> objects.add(ObjectName.option(read.name(), option), origin));
      }
    }
    sequences.sort(Comparator.comparing(Sequence::name));
    return sequences;
  }

  /** The schemas that something lies in, but for the connection's own. */
  private Set<String> namespaces(
      List<Table> tables, List<Sequence> sequences, List<EnumType> types) {
    Set<String> found = new TreeSet<>();
    tables.forEach(table -> found.add(table.name().schema()));
    sequences.forEach(sequence -> found.add(sequence.name().schema()));
    types.forEach(type -> found.add(type.name().schema()));
    found.remove("");
    for (String schema : found) {
      objects.add(
          ObjectName.schema(schema),
          tables.stream()
              .filter(table -> table.name().schema().equals(schema))
              .findFirst()
              .map(table -> objects.originOf(ObjectName.table(table.name())))
              .orElse(DeclaredObjects.MAPPING));
    }
    return found;
  }

  /** The first column that is of the type. */
  private String user(EnumType type, List<Table> tables) {
    String spelling =
        names.dialect().canonical(new dev.autogen.schema.ColumnType(type.name().toString())).sql();
    for (Table table : tables) {
      for (var column : table.columns()) {
        if (column.type().sql().equals(spelling)
            || column.type().sql().startsWith(spelling + "[")) {
          return objects.originOf(ObjectName.column(table.name(), column.name()));
        }
      }
    }
    return DeclaredObjects.MAPPING;
  }
}
