package dev.autogen.product;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/**
 * Hibernate itself as a whole process, over all entities of a package: {@code create} makes their
 * tables, {@code validate} is its own check of them, {@code metadata} only reads the mapping.
 *
 * <p>Arguments: mode, package, naming, URL, user, password.
 */
public final class HibernateMain {

  private HibernateMain() {}

  public static void main(String[] args) {
    Logger quiet = Logger.getLogger("org.hibernate");
    quiet.setLevel(Level.SEVERE);
    Map<String, Object> settings = new TreeMap<>();
    settings.put("jakarta.persistence.validation.mode", "none");
    if (args[2].equals("spring")) {
      settings.put(
          "hibernate.physical_naming_strategy",
          "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl");
    }
    if (args[0].equals("metadata")) {
      settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
      settings.put("jakarta.persistence.database-product-name", "PostgreSQL");
      settings.put("jakarta.persistence.database-major-version", "18");
    } else {
      settings.put("jakarta.persistence.jdbc.url", args[3]);
      settings.put("jakarta.persistence.jdbc.user", args[4]);
      settings.put("jakarta.persistence.jdbc.password", args.length > 5 ? args[5] : "");
      settings.put("hibernate.hbm2ddl.auto", args[0].equals("create") ? "create-only" : args[0]);
      settings.put("hibernate.hbm2ddl.halt_on_error", "true");
    }
    StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder().applySettings(settings).build();
    try {
      MetadataSources sources = new MetadataSources(registry);
      mapped(args[1]).forEach(sources::addAnnotatedClassName);
      Metadata metadata = sources.buildMetadata();
      if (!args[0].equals("metadata")) {
        metadata.buildSessionFactory().close();
      }
    } finally {
      StandardServiceRegistryBuilder.destroy(registry);
    }
    quiet.setLevel(null);
  }

  private static Iterable<String> mapped(String packageName) {
    TreeSet<String> names = new TreeSet<>();
    try (ScanResult scan =
        new ClassGraph().enableAnnotationInfo().acceptPackages(packageName).scan()) {
      names.addAll(scan.getClassesWithAnnotation(Entity.class).getNames());
      names.addAll(scan.getClassesWithAnnotation(Embeddable.class).getNames());
      names.addAll(scan.getClassesWithAnnotation(MappedSuperclass.class).getNames());
      names.addAll(scan.getClassesWithAnnotation(Converter.class).getNames());
    }
    return names;
  }
}
