package dev.autogen.cli;

import dev.autogen.cli.config.Key;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
final class GlobalOptions {

  @Option(
      names = "-C",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Work as if started in DIR.")
  List<String> directories = new ArrayList<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The configuration file; autogen.yaml unless said.")
  @Nullable Path config;

  @Option(
      names = {"-e", "--env"},
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "Lay the keys of this environment over the others.")
  @Nullable String environment;

  @Option(names = "--url", paramLabel = "URL", scope = ScopeType.INHERIT, description = "JDBC URL.")
  @Nullable String url;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "Database user.")
  @Nullable String user;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "File whose first line is the password. Or set AUTOGEN_PASSWORD.")
  @Nullable Path passwordFile;

  @Option(
      names = "--classpath",
      paramLabel = "PATHS",
      scope = ScopeType.INHERIT,
      description = "The whole class path of the entities; the build is then not asked.")
  List<String> classpath = new ArrayList<>();

  @Option(
      names = "--packages",
      paramLabel = "NAMES",
      scope = ScopeType.INHERIT,
      description = "Packages to search for entities.")
  List<String> packages = new ArrayList<>();

  @Option(
      names = "--entities",
      paramLabel = "CLASSES",
      scope = ScopeType.INHERIT,
      description = "Entity classes.")
  List<String> entities = new ArrayList<>();

  @Option(
      names = "--persistence-unit",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "A unit of META-INF/persistence.xml.")
  @Nullable String persistenceUnit;

  @Option(
      names = "--migrations",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Source root of the migrations.")
  @Nullable String migrations;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "Package of the migrations.")
  @Nullable String migrationPackage;

  @Option(
      names = "--schemas",
      paramLabel = "NAMES",
      scope = ScopeType.INHERIT,
      description = "Other schemas to look at.")
  List<String> schemas = new ArrayList<>();

  @Option(
      names = "--include",
      paramLabel = "PATTERNS",
      scope = ScopeType.INHERIT,
      description = "Look at these tables only.")
  List<String> include = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "PATTERNS",
      scope = ScopeType.INHERIT,
      description = "Do not look at these tables.")
  List<String> exclude = new ArrayList<>();

  @Option(
      names = "--hibernate",
      paramLabel = "KEY=VALUE",
      scope = ScopeType.INHERIT,
      description = "A Hibernate setting.")
  List<String> hibernate = new ArrayList<>();

  @Option(
      names = "--naming",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "hibernate, spring, or a naming strategy's class.")
  @Nullable String naming;

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "The database's kind, where there is no connection.")
  @Nullable String dialect;

  @Option(
      names = "--dialect-version",
      paramLabel = "VERSION",
      scope = ScopeType.INHERIT,
      description = "The database's version, where there is no connection.")
  @Nullable String dialectVersion;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "No notes and no progress.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Say more.")
  boolean verbose;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "No colours, as with NO_COLOR.")
  boolean noColor;

  @Option(names = "--no-input", scope = ScopeType.INHERIT, description = "Never ask.")
  boolean noInput;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error arose.")
  boolean stacktrace;

  /**
   * Puts together the lists of what stands before and after the name of a command: each name begins
   * them anew.
   */
  void gather(List<ParseResult> parts) {
    Map<String, List<String>> lists =
        Map.of(
            "-C", directories,
            "--classpath", classpath,
            "--packages", packages,
            "--entities", entities,
            "--schemas", schemas,
            "--include", include,
            "--exclude", exclude,
            "--hibernate", hibernate);
    lists.forEach(
        (name, list) -> {
          List<String> all = new ArrayList<>();
          parts.stream()
              .filter(part -> part.hasMatchedOption(name))
              .forEach(part -> all.addAll(part.matchedOption(name).originalStringValues()));
          list.clear();
          list.addAll(all);
        });
  }

  /** The settings among them, as they were typed. */
  Map<Key, List<String>> flags() {
    Map<Key, List<String>> flags = new EnumMap<>(Key.class);
    put(flags, Key.URL, url);
    put(flags, Key.USER, user);
    flags.put(Key.CLASSPATH, classpath);
    flags.put(Key.PACKAGES, packages);
    flags.put(Key.ENTITIES, entities);
    put(flags, Key.PERSISTENCE_UNIT, persistenceUnit);
    put(flags, Key.MIGRATIONS, migrations);
    put(flags, Key.PACKAGE, migrationPackage);
    flags.put(Key.SCHEMAS, schemas);
    flags.put(Key.INCLUDE, include);
    flags.put(Key.EXCLUDE, exclude);
    flags.put(Key.HIBERNATE, hibernate);
    put(flags, Key.NAMING, naming);
    put(flags, Key.DIALECT, dialect);
    put(flags, Key.DIALECT_VERSION, dialectVersion);
    return flags;
  }

  private static void put(Map<Key, List<String>> flags, Key key, @Nullable String value) {
    Optional.ofNullable(value).ifPresent(given -> flags.put(key, List.of(given)));
  }
}
