package dev.autogen.matrix;

import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** Has Hibernate itself create the tables of a case: what everything is compared with. */
final class Hibernate {

  private Hibernate() {}

  /** The classes of one side of a case, whatever order the class file has them in. */
  static List<Class<?>> classes(Class<?> side) {
    return Arrays.stream(side.getDeclaredClasses())
        .sorted(Comparator.comparing(Class::getName))
        .<Class<?>>map(type -> type)
        .filter(Hibernate::isMapped)
        .toList();
  }

  /** Hibernate's own creation of schemas fails over one that is there. */
  private static List<String> schemas(Class<?> side) {
    return classes(side).stream()
        .map(type -> type.getAnnotation(Table.class))
        .filter(table -> table != null && !table.schema().isEmpty())
        .map(Table::schema)
        .distinct()
        .toList();
  }

  private static boolean isMapped(Class<?> type) {
    return type.isAnnotationPresent(jakarta.persistence.Entity.class)
        || type.isAnnotationPresent(jakarta.persistence.Embeddable.class)
        || type.isAnnotationPresent(jakarta.persistence.MappedSuperclass.class);
  }

  /** Held here, or the level would be forgotten with the logger. */
  private static final Logger LOGGER = Logger.getLogger("org.hibernate");

  static {
    LOGGER.setLevel(Level.SEVERE);
  }

  /** In the others a schema is a database, and Hibernate leaves its name out. */
  private static final Set<Engine> HAVE_SCHEMAS = EnumSet.of(Engine.POSTGRESQL, Engine.H2);

  /**
   * In MySQL and MariaDB, whose tables are files, an {@code Item} is not an {@code item}. The cases
   * are about other things, and have the names there that Spring Boot would give.
   */
  static Map<String, String> naming(Engine engine) {
    return engine == Engine.MYSQL || engine == Engine.MARIADB
        ? Map.of(
            "hibernate.physical_naming_strategy",
            PhysicalNamingStrategySnakeCaseImpl.class.getName())
        : Map.of();
  }

  /** Creates the tables through a session factory, as an application's start does. */
  static void create(TestDatabase database, Class<?> side) throws SQLException {
    if (HAVE_SCHEMAS.contains(database.engine().family())) {
      for (String schema : schemas(side)) {
        database.execute("create schema if not exists " + schema);
      }
    }
    StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder()
            .applySettings(Map.copyOf(naming(database.engine())))
            .applySettings(
                Map.of(
                    "jakarta.persistence.jdbc.url", database.url(),
                    "jakarta.persistence.jdbc.user", database.user(),
                    "jakarta.persistence.jdbc.password", database.password(),
                    "jakarta.persistence.schema-generation.database.action", "create-only",
                    "jakarta.persistence.validation.mode", "none",
                    "hibernate.hbm2ddl.halt_on_error", "true",
                    "hibernate.connection.pool_size", "2"))
            .build();
    try {
      MetadataSources sources = new MetadataSources(registry);
      classes(side).forEach(sources::addAnnotatedClass);
      sources.buildMetadata().buildSessionFactory().close();
    } finally {
      StandardServiceRegistryBuilder.destroy(registry);
    }
  }
}
