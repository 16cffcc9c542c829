package dev.autogen.inspect.entity;

import java.util.Map;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.generator.GeneratorCreationContext;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Value;
import org.hibernate.service.ServiceRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Creates the generator of each property for the sake of what that does to its column:
 * {@code @CreationTimestamp} and its kin make it NOT NULL. A session factory does it while it is
 * built.
 */
final class GeneratorEffects {

  private final MetadataImplementor metadata;
  private final StandardServiceRegistry registry;
  private final Map<String, Object> settings;

  GeneratorEffects(
      MetadataImplementor metadata,
      StandardServiceRegistry registry,
      Map<String, Object> settings) {
    this.metadata = metadata;
    this.registry = registry;
    this.settings = settings;
  }

  void apply() {
    for (PersistentClass entity : metadata.getEntityBindings()) {
      entity.getProperties().forEach(this::apply);
    }
  }

  private void apply(Property property) {
    if (property.getValue() instanceof Component component) {
      component.getProperties().forEach(this::apply);
    }
    var creator = property.getValueGeneratorCreator();
    if (creator != null) {
      creator.createGenerator(new Context(property));
    }
  }

  private final class Context implements GeneratorCreationContext {

    private final Property property;

    Context(Property property) {
      this.property = property;
    }

    @Override
    public Database getDatabase() {
      return metadata.getDatabase();
    }

    @Override
    public ServiceRegistry getServiceRegistry() {
      return registry;
    }

    @Override
    public @Nullable String getDefaultCatalog() {
      return (String) settings.get(MappingSettings.DEFAULT_CATALOG);
    }

    @Override
    public @Nullable String getDefaultSchema() {
      return (String) settings.get(MappingSettings.DEFAULT_SCHEMA);
    }

    @Override
    public PersistentClass getPersistentClass() {
      return property.getPersistentClass();
    }

    @Override
    public RootClass getRootClass() {
      return property.getPersistentClass().getRootClass();
    }

    @Override
    public Property getProperty() {
      return property;
    }

    @Override
    public Value getValue() {
      return property.getValue();
    }
  }
}
