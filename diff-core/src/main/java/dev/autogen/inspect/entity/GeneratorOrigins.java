package dev.autogen.inspect.entity;

import dev.autogen.inspect.Declaration.Numbering;
import dev.autogen.schema.ObjectName;
import dev.autogen.schema.QualifiedName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.generator.Generator;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.mapping.GeneratorSettings;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.UnionSubclass;
import org.jspecify.annotations.Nullable;

/**
 * Which entity each sequence, and each table in a sequence's place, comes from, and which columns
 * it numbers.
 */
final class GeneratorOrigins {

  private final BootMetadata boot;
  private final ModelNames names;
  private final Map<QualifiedName, String> origins = new HashMap<>();
  private final SortedMap<QualifiedName, Numbering> numbers = new TreeMap<>();

  private GeneratorOrigins(BootMetadata boot, ModelNames names) {
    this.boot = boot;
    this.names = names;
  }

  static GeneratorOrigins read(BootMetadata boot, ModelNames names) {
    GeneratorOrigins reader = new GeneratorOrigins(boot, names);
    List<PersistentClass> entities =
        boot.metadata().getEntityBindings().stream()
            .sorted(Comparator.comparing(PersistentClass::getEntityName))
            .toList();
    for (PersistentClass entity : entities) {
      if (entity instanceof RootClass root && root.getIdentifierProperty() != null) {
        reader.generator(root).ifPresent(generator -> reader.add(root, generator));
      }
    }
    return reader;
  }

  /** The first entity, by its name, that uses each. */
  Map<QualifiedName, String> origins() {
    return origins;
  }

  /** What each numbers. */
  SortedMap<QualifiedName, Numbering> numbers() {
    return numbers;
  }

  /** Empty for one that cannot be made here: an application's own may want all of it. */
  private Optional<Generator> generator(RootClass root) {
    try {
      return Optional.ofNullable(
          root.getIdentifier()
              .createGenerator(
                  boot.hibernateDialect(), root, root.getIdentifierProperty(), new Defaults()));
    } catch (RuntimeException unmade) {
      return Optional.empty();
    }
  }

  private void add(RootClass root, Generator generator) {
    String entity = root.getClassName() == null ? root.getEntityName() : root.getClassName();
    if (generator instanceof SequenceStyleGenerator sequence) {
      QualifiedName name = names.of(sequence.getDatabaseStructure().getPhysicalName());
      origins.putIfAbsent(name, entity);
      add(name, sequence.getDatabaseStructure().getIncrementSize(), root);
    } else if (generator instanceof TableGenerator table) {
      String[] parts = table.getTableName().split("\\.");
      QualifiedName name =
          new QualifiedName(
              parts.length > 1 ? names.schemaOf(parts[parts.length - 2]) : names.defaultSchema(),
              names.ofText(parts[parts.length - 1]));
      origins.putIfAbsent(name, entity);
      add(name, table.getIncrementSize(), root);
    }
  }

  /**
   * The key's column in the tables that hold rows of their own: one, but for each class its own.
   */
  private void add(QualifiedName generator, long increment, RootClass root) {
    Set<ObjectName> columns = new TreeSet<>();
    columns.addAll(keys(root));
    root.getSubclasses().stream()
        .filter(UnionSubclass.class::isInstance)
        .forEach(subclass -> columns.addAll(keys(subclass)));
    numbers.merge(generator, new Numbering(increment, columns), Numbering::with);
  }

  private List<ObjectName> keys(PersistentClass entity) {
    return entity.getTable().isPhysicalTable() && entity.getKey().getColumns().size() == 1
        ? List.of(
            ObjectName.column(
                names.of(entity.getTable()), names.of(entity.getKey().getColumns().get(0))))
        : List.of();
  }

  private final class Defaults implements GeneratorSettings {

    @Override
    public @Nullable String getDefaultCatalog() {
      return null;
    }

    @Override
    public @Nullable String getDefaultSchema() {
      return null;
    }

    @Override
    public SqlStringGenerationContext getSqlStringGenerationContext() {
      return boot.sqlContext();
    }
  }
}
