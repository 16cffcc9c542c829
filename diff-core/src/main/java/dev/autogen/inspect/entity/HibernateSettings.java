package dev.autogen.inspect.entity;

import dev.autogen.dialect.DatabaseVersion;
import dev.autogen.inspect.EntityOptions;
import dev.autogen.inspect.InspectionException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;

/**
 * The settings under which Hibernate binds the mapping: those of the application, without what
 * reaches for a connection, a cache or a running application, and with the database's version.
 */
final class HibernateSettings {

  /** Settings that begin like one of these say nothing about a schema. */
  private static final List<String> IGNORED =
      List.of(
          "hibernate.connection.",
          "hibernate.hikari.",
          "hibernate.agroal.",
          "hibernate.c3p0.",
          "hibernate.cache.",
          "hibernate.javax.cache.",
          "hibernate.hbm2ddl.",
          "hibernate.search.",
          "hibernate.session_factory",
          "hibernate.session.",
          "hibernate.tenant_identifier_resolver",
          "hibernate.multi_tenant",
          "hibernate.transaction.",
          "hibernate.jta.",
          "hibernate.bytecode.",
          "hibernate.statement_",
          "hibernate.event.",
          "hibernate.boot.",
          "hibernate.temp.",
          "hibernate.xml_mapping_enabled",
          "jakarta.persistence.jdbc.",
          "jakarta.persistence.jtaDataSource",
          "jakarta.persistence.nonJtaDataSource",
          "jakarta.persistence.provider",
          "jakarta.persistence.transactionType",
          "jakarta.persistence.schema-generation.",
          "jakarta.persistence.sql-load-script-source",
          "jakarta.persistence.database-",
          "javax.persistence.");

  private HibernateSettings() {}

  static Map<String, Object> of(
      EntityOptions options,
      MappingSources sources,
      DatabaseVersion version,
      EntityClassLoader loader) {
    Map<String, Object> settings = new TreeMap<>();
    settings.putAll(sources.settings());
    settings.putAll(options.settings());
    settings.keySet().removeIf(key -> IGNORED.stream().anyMatch(key::startsWith));
    settings.computeIfPresent("hibernate.dialect", (key, dialect) -> ownDialect(dialect));
    settings.put(JdbcSettings.ALLOW_METADATA_ON_BOOT, "false");
    settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_NAME, version.product());
    settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, version.major());
    settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION, version.minor());
    settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_VERSION, version.text());
    options.defaultSchema().ifPresent(name -> settings.put(MappingSettings.DEFAULT_SCHEMA, name));
    name(settings, options.naming(), loader);
    return settings;
  }

  /**
   * A dialect of the application's own is kept; Hibernate's are chosen by product and version,
   * which says more than the name of one.
   */
  private static @org.jspecify.annotations.Nullable Object ownDialect(Object dialect) {
    String name = dialect.toString();
    boolean hibernates = name.startsWith("org.hibernate.dialect.") || !name.contains(".");
    return hibernates ? null : dialect;
  }

  /** Strategies that the settings name themselves go before those of the option. */
  private static void name(Map<String, Object> settings, String naming, EntityClassLoader loader) {
    switch (naming) {
      case EntityOptions.HIBERNATE_NAMING -> {}
      case EntityOptions.SPRING_NAMING -> {
        settings.putIfAbsent(MappingSettings.IMPLICIT_NAMING_STRATEGY, SpringImplicitNaming.class);
        settings.putIfAbsent(
            MappingSettings.PHYSICAL_NAMING_STRATEGY, PhysicalNamingStrategySnakeCaseImpl.class);
      }
      default -> nameBy(strategy(naming, loader), settings);
    }
  }

  private static void nameBy(Class<?> strategy, Map<String, Object> settings) {
    if (PhysicalNamingStrategy.class.isAssignableFrom(strategy)) {
      settings.put(MappingSettings.PHYSICAL_NAMING_STRATEGY, strategy);
    }
    if (ImplicitNamingStrategy.class.isAssignableFrom(strategy)) {
      settings.put(MappingSettings.IMPLICIT_NAMING_STRATEGY, strategy);
    }
  }

  private static Class<?> strategy(String naming, EntityClassLoader loader) {
    Class<?> strategy;
    try {
      strategy = Class.forName(naming, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new InspectionException(
          "The naming \""
              + naming
              + "\" is not known: say \"hibernate\", \"spring\", or the full name of a class on"
              + " the class path.",
          e);
    }
    if (PhysicalNamingStrategy.class.isAssignableFrom(strategy)
        || ImplicitNamingStrategy.class.isAssignableFrom(strategy)) {
      return strategy;
    }
    throw new InspectionException(
        "The class "
            + naming
            + " cannot name tables: it implements neither PhysicalNamingStrategy nor"
            + " ImplicitNamingStrategy of Hibernate.");
  }
}
