package dev.autogen.inspect.entity;

import dev.autogen.schema.QualifiedName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.generator.Generator;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.mapping.GeneratorSettings;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.jspecify.annotations.Nullable;

/** Which entity each sequence, and each table in a sequence's place, comes from. */
final class GeneratorOrigins {

  private final BootMetadata boot;
  private final ModelNames names;
  private final Map<QualifiedName, String> origins = new HashMap<>();

  private GeneratorOrigins(BootMetadata boot, ModelNames names) {
    this.boot = boot;
    this.names = names;
  }

  static Map<QualifiedName, String> read(BootMetadata boot, ModelNames names) {
    GeneratorOrigins reader = new GeneratorOrigins(boot, names);
    List<PersistentClass> entities =
        boot.metadata().getEntityBindings().stream()
            .sorted(Comparator.comparing(PersistentClass::getEntityName))
            .toList();
    for (PersistentClass entity : entities) {
      if (entity instanceof RootClass root && root.getIdentifierProperty() != null) {
        reader.add(root);
      }
    }
    return reader.origins;
  }

  private void add(RootClass root) {
    Generator generator =
        root.getIdentifier()
            .createGenerator(
                boot.hibernateDialect(), root, root.getIdentifierProperty(), new Defaults());
    String entity = root.getClassName() == null ? root.getEntityName() : root.getClassName();
    if (generator instanceof SequenceStyleGenerator sequence) {
      origins.putIfAbsent(names.of(sequence.getDatabaseStructure().getPhysicalName()), entity);
    } else if (generator instanceof TableGenerator table) {
      String[] parts = table.getTableName().split("\\.");
      origins.putIfAbsent(
          new QualifiedName(
              parts.length > 1 ? names.schemaOf(parts[parts.length - 2]) : names.defaultSchema(),
              names.ofText(parts[parts.length - 1])),
          entity);
    }
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
