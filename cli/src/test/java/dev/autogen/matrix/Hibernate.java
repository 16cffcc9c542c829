package dev.autogen.matrix;

import dev.autogen.testing.TestDatabase;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.MetadataSources;
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

  private static boolean isMapped(Class<?> type) {
    return type.isAnnotationPresent(jakarta.persistence.Entity.class)
        || type.isAnnotationPresent(jakarta.persistence.Embeddable.class)
        || type.isAnnotationPresent(jakarta.persistence.MappedSuperclass.class);
  }

  /** Creates the tables through a session factory, as an application's start does. */
  static void create(TestDatabase database, Class<?> side) {
    StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder()
            .applySettings(
                Map.of(
                    "jakarta.persistence.jdbc.url", database.url(),
                    "jakarta.persistence.jdbc.user", database.user(),
                    "jakarta.persistence.jdbc.password", database.password(),
                    "jakarta.persistence.schema-generation.database.action", "create-only",
                    "jakarta.persistence.create-database-schemas", "true",
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
