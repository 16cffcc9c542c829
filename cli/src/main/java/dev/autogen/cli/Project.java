package dev.autogen.cli;

import dev.autogen.cli.config.Key;
import dev.autogen.cli.config.Settings;
import dev.autogen.cli.project.BuildClassPath;
import dev.autogen.cli.project.ClassPathException;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.inspect.DatabaseScope;
import dev.autogen.inspect.EntityOptions;
import dev.autogen.inspect.EntitySource;
import dev.autogen.inspect.entity.ToolJars;
import dev.autogen.migration.JdbcUrl;
import dev.autogen.migration.MigrationSources;
import dev.autogen.migration.RevisionGraph;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A project as its settings describe it: where its entities, migrations and database are. */
final class Project {

  private static final String DEFAULT_MIGRATIONS = "src/main/java";
  private static final String DEFAULT_PACKAGE = "db.migrations";

  private final Host host;
  private final GlobalOptions options;
  private final Secrets secrets;
  private final Output output;
  private final Settings settings;
  private @Nullable List<Path> classPath;
  private boolean classPathIsWhole = true;
  private @Nullable String typed;

  Project(Host host, GlobalOptions options, Secrets secrets) {
    this.host = host;
    this.options = options;
    this.secrets = secrets;
    this.output = new Output(host, options, secrets);
    this.settings =
        Settings.read(
            host.directory(),
            Optional.ofNullable(options.config),
            Optional.ofNullable(options.environment),
            options.flags(),
            host.environment());
  }

  Host host() {
    return host;
  }

  Output output() {
    return output;
  }

  boolean isVerbose() {
    return options.verbose;
  }

  /** The database that the settings name. Opens no connection yet. */
  Database database() {
    return database(UnaryOperator.identity());
  }

  /** The same for who only looks: a file that is not there is not made. */
  Database databaseToRead() {
    return database(DatabaseFile::insteadOfMissing);
  }

  private Database database(UnaryOperator<String> opened) {
    return databases(url()).apply(opened.apply(url()));
  }

  /** The URL that the settings name. */
  String url() {
    return DatabaseFile.in(host.directory(), settings.required(Key.URL, "work with a database"));
  }

  /** Databases to which the user and password of the settings lead, each by its URL. */
  Function<String, Database> databases(String first) {
    Optional<String> user = settings.text(Key.USER);
    String password = password(first, user);
    secrets.hide(password);
    return url -> {
      JdbcUrl whole = new JdbcUrl(DatabaseFile.in(host.directory(), url));
      whole.passwords().forEach(secrets::hide);
      return new Database(whole, user.orElse(""), password, this::driverLoader);
    };
  }

  boolean hasDatabase() {
    return settings.text(Key.URL).isPresent();
  }

  private String password(String url, Optional<String> user) {
    if (options.passwordFile != null) {
      return firstLine(host.directory().resolve(options.passwordFile));
    }
    Optional<String> given = settings.text(Key.PASSWORD);
    if (given.isPresent() || settings.isGiven(Key.PASSWORD)) {
      return given.orElse("");
    }
    boolean asks = user.isPresent() && !url.startsWith("jdbc:h2:") && !hasPassword(url);
    if (asks && typed == null) {
      typed = host.keyboard().secret(host.err(), "Password for " + user.get() + ": ").orElse("");
    }
    return typed == null ? "" : typed;
  }

  private static boolean hasPassword(String url) {
    return !new JdbcUrl(url).redacted().equals(url);
  }

  private static String firstLine(Path file) {
    try {
      return Files.readString(file).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new Failure(
          "Cannot read the password file \"" + file + "\": " + FileErrors.reason(e), e);
    }
  }

  private ClassLoader driverLoader() {
    return new URLClassLoader(
        classPath().stream().map(Project::url).toArray(URL[]::new), Project.class.getClassLoader());
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new Failure("\"" + path + "\" cannot stand on a class path.", e);
    }
  }

  /**
   * The class path of the entities: what the settings name, and what the build adds. A build that
   * does not tell is a note: the entities may need nothing of it.
   */
  List<Path> classPath() {
    if (classPath == null) {
      List<Path> paths = new ArrayList<>(settings.paths(Key.CLASSPATH));
      BuildClassPath build = BuildClassPath.of(host.directory(), host.environment());
      if (paths.isEmpty()) {
        paths.addAll(build.defaultClasses());
      }
      if (!settings.isGivenOutsideFile(Key.CLASSPATH)) {
        try {
          paths.addAll(output.during("asking the build for its class path", build::dependencies));
        } catch (ClassPathException e) {
          classPathIsWhole = false;
          output.note("note: " + e.getMessage());
        }
      }
      classPath = List.copyOf(paths);
      ToolJars.hibernateOn(classPath)
          .filter(version -> !series(version).equals(series(EntitySource.hibernateVersion())))
          .ifPresent(this::noteOtherHibernate);
    }
    return classPath;
  }

  /** {@code 7.4} of {@code 7.4.6.Final}: within it, mappings are read alike. */
  private static String series(String version) {
    String[] numbers = version.split("\\.", 3);
    return numbers.length < 2 ? version : numbers[0] + "." + numbers[1];
  }

  private void noteOtherHibernate(String version) {
    output.note(
        "note: the application brings Hibernate "
            + version
            + "; its mapping is read by Hibernate "
            + EntitySource.hibernateVersion()
            + ", whose tables differ in details.");
  }

  /**
   * Whether all entities can be on the class path: those in the jar of another module are not where
   * the build does not tell its own.
   */
  boolean hasWholeClassPath() {
    classPath();
    return classPathIsWhole;
  }

  /** Where the entities are and how they are read. */
  EntityOptions entities() {
    List<Path> missing =
        settings.paths(Key.CLASSPATH).stream().filter(path -> !Files.exists(path)).toList();
    if (!missing.isEmpty()) {
      throw new Failure(
          "The class path names \""
              + missing.get(0)
              + "\", which is not there. Compile the project first, or correct \"classpath\".");
    }
    return EntityOptions.of(classPath())
        .withClasses(settings.list(Key.ENTITIES))
        .withPackages(settings.list(Key.PACKAGES))
        .withPersistenceUnit(settings.text(Key.PERSISTENCE_UNIT))
        .withSettings(settings.pairs(Key.HIBERNATE))
        .withNaming(settings.text(Key.NAMING).orElse(EntityOptions.HIBERNATE_NAMING));
  }

  /** What a headline calls the entities: their packages, classes or unit. */
  String entitiesLabel() {
    List<String> packages = settings.list(Key.PACKAGES);
    if (!packages.isEmpty()) {
      return packages.stream().limit(2).collect(Collectors.joining(", "))
          + (packages.size() > 2 ? " and more" : "");
    }
    return settings
        .text(Key.PERSISTENCE_UNIT)
        .orElseGet(() -> host.directory().getFileName().toString());
  }

  /** What of the database is looked at. */
  DatabaseScope scope() {
    return new DatabaseScope(
        Set.copyOf(settings.list(Key.SCHEMAS)),
        settings.list(Key.INCLUDE),
        settings.list(Key.EXCLUDE));
  }

  /** The dialect that the settings name, for work without a connection. */
  Dialect offlineDialect() {
    String name = settings.required(Key.DIALECT, "work without a connection");
    String version = settings.text(Key.DIALECT_VERSION).orElse("0");
    String[] numbers = version.split("\\.", 3);
    try {
      return Dialects.named(
          name,
          Integer.parseInt(numbers[0]),
          numbers.length > 1 ? Integer.parseInt(numbers[1]) : 0);
    } catch (NumberFormatException e) {
      throw new Failure(
          "The dialect version \"" + version + "\" is not a number such as 16 or 16.4.", e);
    }
  }

  /** By the settings alone; empty where a URL names no database that is known. */
  Optional<Dialect> likelyDialect() {
    return settings.text(Key.DIALECT).isPresent()
        ? Optional.of(offlineDialect())
        : settings.text(Key.URL).flatMap(Dialects::ofUrl);
  }

  /** The source root of the migrations. */
  Path migrationRoot() {
    return settings.path(Key.MIGRATIONS, settings.text(Key.MIGRATIONS).orElse(DEFAULT_MIGRATIONS));
  }

  /** The package of the migrations. */
  String migrationPackage() {
    return settings.text(Key.PACKAGE).orElse(DEFAULT_PACKAGE);
  }

  /** The migrations, compiled. */
  RevisionGraph migrations() {
    Path folder = migrationRoot().resolve(migrationPackage().replace('.', '/'));
    if (!Files.isDirectory(folder)) {
      return RevisionGraph.EMPTY;
    }
    List<Path> compiledWith = classPath();
    return output.during(
        "reading the migrations",
        () -> MigrationSources.folder(migrationRoot(), migrationPackage(), compiledWith).load());
  }

  /** A path as a message shows it: from the project directory if it is in there. */
  String shown(Path path) {
    Path directory = host.directory().toAbsolutePath().normalize();
    Path absolute = path.toAbsolutePath().normalize();
    return (absolute.startsWith(directory) ? directory.relativize(absolute) : absolute).toString();
  }
}
