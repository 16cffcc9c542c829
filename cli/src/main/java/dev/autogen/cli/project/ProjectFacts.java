package dev.autogen.cli.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a project's files tell of its database, its build and its entities. Reads only; runs
 * nothing.
 *
 * @param url the JDBC URL, without a password
 * @param user the database user
 * @param passwordVariable the environment variable that the password is to come from
 * @param classes the directories that the build compiles into
 * @param packages the packages that hold entities, those below another left out
 * @param persistenceUnit the unit of {@code persistence.xml}, where there is one
 * @param naming {@code spring} for a Spring Boot project
 * @param hibernate the settings of Hibernate that a mapping is read with
 * @param sources the files that told something
 */
public record ProjectFacts(
    Optional<String> url,
    Optional<String> user,
    String passwordVariable,
    List<String> classes,
    List<String> packages,
    Optional<String> persistenceUnit,
    Optional<String> naming,
    Map<String, String> hibernate,
    List<String> sources) {

  private static final String RESOURCES = "src/main/resources/";
  private static final String SPRING = "spring.datasource.";
  private static final String QUARKUS = "quarkus.datasource.";
  private static final Pattern ENTITY =
      Pattern.compile(
          "^\\s*(?:@[\\w.]+(?:\\([^)\\n]*\\))?\\s+)*@(?:jakarta\\.persistence\\.|javax\\.persistence\\.)?Entity\\b",
          Pattern.MULTILINE);
  private static final Pattern PACKAGE =
      Pattern.compile("^\\s*package\\s+([\\w.]+)", Pattern.MULTILINE);
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_]\\w*)(?::[^}]*)?}");

  /** Looks at the files of a directory. */
  public static ProjectFacts of(Path directory) {
    List<String> sources = new ArrayList<>();
    Map<String, String> application = application(directory, sources);
    PersistenceXml persistence = PersistenceXml.in(directory, sources);
    boolean spring = application.keySet().stream().anyMatch(key -> key.startsWith("spring."));
    Optional<String> password = first(application, SPRING + "password", QUARKUS + "password");
    return new ProjectFacts(
        first(application, SPRING + "url", QUARKUS + "jdbc.url")
            .or(() -> first(application, QUARKUS + "reactive.url").flatMap(ProjectFacts::jdbc))
            .or(() -> persistence.property("url"))
            .map(ProjectFacts::withoutPassword),
        first(application, SPRING + "username", QUARKUS + "username")
            .or(() -> persistence.property("user")),
        password
            .map(VARIABLE::matcher)
            .filter(Matcher::matches)
            .map(m -> m.group(1))
            .orElse("AUTOGEN_PASSWORD"),
        classes(directory, sources),
        persistence.unit().isPresent() ? List.of() : packages(directory),
        persistence.unit(),
        spring ? Optional.of("spring") : Optional.empty(),
        MappingSettings.of(application),
        sources);
  }

  private static Map<String, String> application(Path directory, List<String> sources) {
    for (String name : List.of("application.properties", "application.yml", "application.yaml")) {
      Path file = directory.resolve(RESOURCES + name);
      if (Files.isRegularFile(file)) {
        Map<String, String> properties = ApplicationProperties.read(file);
        boolean tells =
            withProfiles(properties).keySet().stream()
                .anyMatch(key -> key.startsWith("spring.") || key.startsWith("quarkus."));
        if (tells) {
          sources.add(RESOURCES + name);
          return withProfiles(properties);
        }
      }
    }
    return Map.of();
  }

  /** What Quarkus sets in a profile alone counts where nothing is set for all. */
  private static Map<String, String> withProfiles(Map<String, String> properties) {
    Map<String, String> all = new LinkedHashMap<>(properties);
    for (String profile : List.of("%dev.", "%prod.")) {
      properties.forEach(
          (key, value) -> {
            if (key.startsWith(profile)) {
              all.putIfAbsent(key.substring(profile.length()), value);
            }
          });
    }
    return all;
  }

  /**
   * The address of a reactive client as JDBC has it, for the databases whose forms are the same.
   */
  private static Optional<String> jdbc(String reactive) {
    String plain = reactive.replaceFirst("^vertx-reactive:", "");
    return plain.matches("(?:postgresql|mysql|mariadb)://.*")
        ? Optional.of("jdbc:" + plain)
        : Optional.empty();
  }

  private static Optional<String> first(Map<String, String> properties, String... keys) {
    return Stream.of(keys).map(properties::get).filter(v -> v != null && !v.isBlank()).findFirst();
  }

  /** A password in a URL is for the environment, not for a file that is committed. */
  private static String withoutPassword(String url) {
    String secret = "[\\w.]*(?:password|passwd|pwd|passphrase|secret|token)[\\w.]*=";
    return url.replaceAll("(?i)([?&])" + secret + "[^&]*&?", "$1")
        .replaceAll("(?i);" + secret + "(?:\\{(?:[^}]|}})*}|[^;]*)", "")
        .replaceAll("(//[^:/@?;]*):[^/?;]*@", "$1@")
        .replaceAll("[?&;]$", "");
  }

  private static List<String> classes(Path directory, List<String> sources) {
    if (Files.isRegularFile(directory.resolve("pom.xml"))) {
      sources.add("pom.xml");
      return List.of("target/classes");
    }
    for (String name : List.of("build.gradle", "build.gradle.kts")) {
      if (Files.isRegularFile(directory.resolve(name))) {
        sources.add(name);
        List<String> classes =
            Stream.of("java", "kotlin")
                .filter(language -> Files.isDirectory(directory.resolve("src/main/" + language)))
                .map(language -> "build/classes/" + language + "/main")
                .toList();
        return classes.isEmpty() ? List.of("build/classes/java/main") : classes;
      }
    }
    return List.of("target/classes");
  }

  private static List<String> packages(Path directory) {
    TreeSet<String> packages = new TreeSet<>();
    for (String root : List.of("src/main/java", "src/main/kotlin")) {
      Path start = directory.resolve(root);
      if (Files.isDirectory(start)) {
        try (Stream<Path> files = Files.walk(start)) {
          files.filter(ProjectFacts::isSource).forEach(file -> addPackage(file, packages));
        } catch (IOException | java.io.UncheckedIOException unreadable) {
          // What cannot be read tells nothing.
        }
      }
    }
    packages.removeIf(
        name -> packages.stream().anyMatch(o -> !o.equals(name) && name.startsWith(o + ".")));
    return List.copyOf(packages);
  }

  private static boolean isSource(Path file) {
    String name = file.toString();
    return (name.endsWith(".java") || name.endsWith(".kt")) && Files.isRegularFile(file);
  }

  private static void addPackage(Path file, TreeSet<String> packages) {
    try {
      String text = Files.readString(file);
      Matcher matcher = PACKAGE.matcher(text);
      if (ENTITY.matcher(text).find() && matcher.find()) {
        packages.add(matcher.group(1));
      }
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      // What cannot be read tells nothing.
    }
  }
}
