package dev.autogen.noise;

import dev.autogen.codegen.MigrationRequest;
import dev.autogen.codegen.MigrationSource;
import dev.autogen.codegen.MigrationWriter;
import dev.autogen.dialect.Dialects;
import dev.autogen.diff.RenamePolicy;
import dev.autogen.diff.Unmanaged;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.inspect.EntityOptions;
import dev.autogen.migration.DriverDataSource;
import dev.autogen.migration.MigrationRunner;
import dev.autogen.migration.MigrationScript.Links;
import dev.autogen.migration.MigrationSources;
import dev.autogen.migration.Replay;
import dev.autogen.migration.RevisionGraph;
import dev.autogen.plan.Comparer;
import dev.autogen.plan.Comparison;
import dev.autogen.plan.Fills;
import dev.autogen.testing.Engine;
import dev.autogen.testing.TestDatabase;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * An application of the entities of some packages: what Hibernate makes of it, what the tool finds
 * and what the tool makes of it.
 *
 * @param database where
 * @param packages of the entities, with those below
 * @param settings Hibernate's
 * @param sources where migrations are written, an empty folder at first
 */
record Application(
    TestDatabase database, List<String> packages, Map<String, String> settings, Path sources) {

  private static final String PACKAGE = "db.migrations";

  /** Held here, or the level would be forgotten with the logger. */
  private static final Logger LOGGER = Logger.getLogger("org.hibernate");

  static {
    LOGGER.setLevel(Level.OFF);
  }

  /**
   * Has Hibernate create the tables as at an application's start. On SQLite it states comments,
   * which there are none of, and goes on; a table that it could not make is missing afterwards.
   */
  void createdByHibernate() {
    ValidatorFactory validators = validators();
    StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder()
            .applySettings(Map.copyOf(settings))
            .applySettings(
                Map.of(
                    "jakarta.persistence.jdbc.url",
                    database.url(),
                    "jakarta.persistence.jdbc.user",
                    database.user(),
                    "jakarta.persistence.jdbc.password",
                    database.password(),
                    "jakarta.persistence.schema-generation.database.action",
                    "create-only",
                    "hibernate.hbm2ddl.halt_on_error",
                    database.engine() != Engine.SQLITE,
                    "hibernate.connection.pool_size",
                    "2"))
            .build();
    try {
      MetadataSources bound = new MetadataSources(registry);
      mapped().forEach(bound::addAnnotatedClassName);
      bound
          .buildMetadata()
          .getSessionFactoryBuilder()
          .applyValidatorFactory(validators)
          .build()
          .close();
    } finally {
      StandardServiceRegistryBuilder.destroy(registry);
      validators.close();
    }
  }

  /** Without a language for expressions in messages, which is a library of its own. */
  private static ValidatorFactory validators() {
    return Validation.byDefaultProvider()
        .configure()
        .messageInterpolator(new ParameterMessageInterpolator())
        .buildValidatorFactory();
  }

  private Iterable<String> mapped() {
    TreeSet<String> names = new TreeSet<>();
    try (ScanResult scan =
        new ClassGraph()
            .enableAnnotationInfo()
            .ignoreClassVisibility()
            .acceptPackages(packages.toArray(String[]::new))
            .scan()) {
      Stream.of(Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class)
          .forEach(kind -> names.addAll(scan.getClassesWithAnnotation(kind).getNames()));
    }
    return names;
  }

  /** What the tool finds between the entities and the database. */
  Comparison compared() throws SQLException {
    try (Connection connection = database.connect()) {
      return new Comparer(
              EntityOptions.of(
                      Stream.of(
                              Application.class,
                              org.hibernate.envers.Audited.class,
                              Validation.class,
                              org.hibernate.validator.HibernateValidator.class,
                              com.fasterxml.classmate.TypeResolver.class)
                          .map(Application::origin)
                          .toList())
                  .withSettings(settings)
                  .withPackages(packages),
              DatabaseScope.DEFAULT,
              Replay.of(migrations().scripts()),
              RenamePolicy.NEVER,
              Fills.none(),
              Unmanaged.KEEP)
          .withDatabase(connection, Dialects.of(connection));
    }
  }

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has the tool write the first migration and apply it. */
  void createdByAutogen() throws SQLException, IOException {
    Comparison found = compared();
    MigrationSource source =
        new MigrationWriter()
            .write(
                new MigrationRequest(
                    new MigrationRequest.Header(
                        "000000000001",
                        Links.after(List.of()),
                        "all",
                        Instant.EPOCH,
                        Optional.empty()),
                    PACKAGE,
                    List.of(),
                    found.plan().preparing(),
                    found.plan().upgrade(),
                    found.seeds(),
                    found.plan().downgrade(),
                    found.restoring(),
                    Replay.EMPTY.schema(),
                    Replay.EMPTY.then(found.plan().upgrade()).schema(),
                    found.declared(),
                    found.withdrawn()));
    Path file = sources.resolve(source.path());
    Files.createDirectories(file.getParent());
    Files.writeString(file, source.text());
    runner().upgrade();
  }

  /** Takes all migrations back. */
  void downgraded() {
    runner().downgrade("base");
  }

  private MigrationRunner runner() {
    return MigrationRunner.on(
            new DriverDataSource(database.url(), database.user(), database.password()))
        .migrations(migrations());
  }

  private RevisionGraph migrations() {
    return MigrationSources.folder(sources, PACKAGE).load();
  }
}
