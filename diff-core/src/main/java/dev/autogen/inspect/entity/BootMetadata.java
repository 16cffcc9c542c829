package dev.autogen.inspect.entity;

import dev.autogen.dialect.DatabaseVersion;
import dev.autogen.inspect.EntityOptions;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.engine.jdbc.env.spi.NameQualifierSupport;

/**
 * The mapping as Hibernate binds it, finished as a session factory would finish it: what its {@code
 * SchemaCreator} would print for it is the schema that the entities declare.
 *
 * <p>No session factory is built and no connection opened.
 */
public final class BootMetadata implements AutoCloseable {

  private final StandardServiceRegistry registry;
  private final MetadataImplementor metadata;
  private final Map<String, Object> settings;
  private final Optional<String> statedSchema;

  private BootMetadata(
      StandardServiceRegistry registry,
      MetadataImplementor metadata,
      Map<String, Object> settings,
      Optional<String> statedSchema) {
    this.registry = registry;
    this.metadata = metadata;
    this.settings = settings;
    this.statedSchema = statedSchema;
  }

  /** Binds all that the options name, with the thread's class loader set for the time. */
  public static BootMetadata bind(
      EntityOptions options, DatabaseVersion version, EntityClassLoader loader) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      MappingSources sources = new MappingDiscovery(options, loader).find();
      Map<String, Object> settings = HibernateSettings.of(options, sources, version, loader);
      return bind(sources, settings, options.defaultSchema(), loader);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static BootMetadata bind(
      MappingSources sources,
      Map<String, Object> settings,
      Optional<String> statedSchema,
      EntityClassLoader loader) {
    MappedClasses classes = MappedClasses.load(sources, loader);
    StandardServiceRegistry registry = null;
    try {
      registry = registry(settings, loader);
      MetadataSources bound = new MetadataSources(registry);
      classes.addTo(bound);
      MetadataImplementor metadata = (MetadataImplementor) bound.buildMetadata();
      // Before any type is read: a column keeps the type that it was first asked for.
      new BeanValidation(loader, settings).apply(metadata, registry);
      new GeneratorEffects(metadata, registry, settings).apply();
      // Forced: Hibernate orders columns only when it is told to create or update tables itself.
      metadata.orderColumns(true);
      metadata.validate();
      return new BootMetadata(registry, metadata, settings, statedSchema);
    } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
      if (registry != null) {
        StandardServiceRegistryBuilder.destroy(registry);
      }
      throw MappingProblem.of(e);
    }
  }

  private static StandardServiceRegistry registry(
      Map<String, Object> settings, EntityClassLoader loader) {
    return new StandardServiceRegistryBuilder(
            new BootstrapServiceRegistryBuilder()
                .applyClassLoaderService(new EntityClassLoaderService(loader))
                .build())
        .applySettings(settings)
        .build();
  }

  MetadataImplementor metadata() {
    return metadata;
  }

  Dialect hibernateDialect() {
    return metadata.getDatabase().getDialect();
  }

  StandardServiceRegistry registry() {
    return registry;
  }

  /** Names as SQL, without a default schema. */
  SqlStringGenerationContext sqlContext() {
    return SqlStringGenerationContextImpl.fromExplicit(
        registry.requireService(JdbcEnvironment.class), metadata.getDatabase(), null, null);
  }

  /** Names as SQL that runs wherever the connection starts: with the default schema, if stated. */
  SqlStringGenerationContext qualifyingContext() {
    String schema = defaultSchema().orElse(null);
    return SqlStringGenerationContextImpl.fromExplicit(
        registry.requireService(JdbcEnvironment.class),
        metadata.getDatabase(),
        isByCatalog() ? schema : null,
        isByCatalog() ? null : schema);
  }

  /** Whether names are qualified with a catalog and never with a schema. */
  boolean isByCatalog() {
    NameQualifierSupport support =
        registry.requireService(JdbcEnvironment.class).getNameQualifierSupport();
    return support.supportsCatalogs() && !support.supportsSchemas();
  }

  /** The schema that the options and settings give to what states none. */
  Optional<String> defaultSchema() {
    if (!isByCatalog()) {
      return setting(MappingSettings.DEFAULT_SCHEMA);
    }
    return setting(MappingSettings.DEFAULT_CATALOG).or(() -> statedSchema);
  }

  private Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name)).map(Object::toString);
  }

  @Override
  public void close() {
    StandardServiceRegistryBuilder.destroy(registry);
  }
}
