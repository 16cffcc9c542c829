package dev.autogen.inspect;

import dev.autogen.dialect.Dialect;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the entities are and how Hibernate is to map them.
 *
 * <p>Classes, packages and a persistence unit add up. With none of the three, the directories of
 * the class path are searched, its jars are not.
 *
 * @param classPath directories and jars, as the application has them
 * @param classes names of entity classes
 * @param packages packages to search, with those below them
 * @param persistenceUnit a unit of a {@code META-INF/persistence.xml} on the class path
 * @param settings Hibernate settings, as the application has them; settings that reach for a
 *     connection or change a database are ignored
 * @param naming {@code hibernate}, {@code spring}, or the class name of a physical or implicit
 *     naming strategy
 * @param defaultSchema the schema of tables whose mapping names none, where it is not the one that
 *     the connection starts in
 * @param connectionSchema the schema that the connection starts in, as the model spells it; what a
 *     mapping puts there lies in the default schema
 */
public record EntityOptions(
    List<Path> classPath,
    List<String> classes,
    List<String> packages,
    Optional<String> persistenceUnit,
    SortedMap<String, String> settings,
    String naming,
    Optional<String> defaultSchema,
    String connectionSchema)
    implements DeclarationSource {

  /** Hibernate's own naming. */
  public static final String HIBERNATE_NAMING = "hibernate";

  /** The naming that Spring Boot sets. */
  public static final String SPRING_NAMING = "spring";

  public EntityOptions {
    classPath = List.copyOf(classPath);
    classes = List.copyOf(classes);
    packages = List.copyOf(packages);
    Objects.requireNonNull(persistenceUnit, "persistenceUnit");
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    Objects.requireNonNull(naming, "naming");
    Objects.requireNonNull(defaultSchema, "defaultSchema");
    Objects.requireNonNull(connectionSchema, "connectionSchema");
  }

  /** All entities in the directories of a class path, under Hibernate's own settings. */
  public static EntityOptions of(List<Path> classPath) {
    return new EntityOptions(
        classPath,
        List.of(),
        List.of(),
        Optional.empty(),
        new TreeMap<>(),
        HIBERNATE_NAMING,
        Optional.empty(),
        "public");
  }

  public EntityOptions withClasses(List<String> newClasses) {
    return new EntityOptions(
        classPath,
        newClasses,
        packages,
        persistenceUnit,
        settings,
        naming,
        defaultSchema,
        connectionSchema);
  }

  public EntityOptions withPackages(List<String> newPackages) {
    return new EntityOptions(
        classPath,
        classes,
        newPackages,
        persistenceUnit,
        settings,
        naming,
        defaultSchema,
        connectionSchema);
  }

  public EntityOptions withPersistenceUnit(Optional<String> newUnit) {
    return new EntityOptions(
        classPath, classes, packages, newUnit, settings, naming, defaultSchema, connectionSchema);
  }

  public EntityOptions withSettings(Map<String, String> newSettings) {
    return new EntityOptions(
        classPath,
        classes,
        packages,
        persistenceUnit,
        new TreeMap<>(newSettings),
        naming,
        defaultSchema,
        connectionSchema);
  }

  public EntityOptions withNaming(String newNaming) {
    return new EntityOptions(
        classPath,
        classes,
        packages,
        persistenceUnit,
        settings,
        newNaming,
        defaultSchema,
        connectionSchema);
  }

  public EntityOptions withDefaultSchema(Optional<String> newSchema) {
    return new EntityOptions(
        classPath,
        classes,
        packages,
        persistenceUnit,
        settings,
        naming,
        newSchema,
        connectionSchema);
  }

  public EntityOptions withConnectionSchema(String newSchema) {
    return new EntityOptions(
        classPath, classes, packages, persistenceUnit, settings, naming, defaultSchema, newSchema);
  }

  @Override
  public Declaration declaration(Dialect dialect, String schema) {
    return new EntitySource(withConnectionSchema(schema), dialect).declaration();
  }
}
