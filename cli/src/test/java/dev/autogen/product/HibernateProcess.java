package dev.autogen.product;

import dev.autogen.testing.TestDatabase;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts {@link HibernateMain} over Keycloak's entities, with the tool's own version of Hibernate
 * in the place of Keycloak's.
 *
 * @param classPath all jars it needs
 * @param naming as in the configuration
 * @param database where to
 */
record HibernateProcess(String classPath, String naming, TestDatabase database) {

  /** For a process that soon ends. */
  static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final Pattern OF_THE_TOOL =
      Pattern.compile("(hibernate-core|hibernate-models|jakarta\\.persistence-api)-.*\\.jar");

  static HibernateProcess on(TestDatabase database, String naming) throws Exception {
    List<Path> jars = new ArrayList<>(List.of(Path.of("target", "test-classes")));
    try (Stream<Path> lib = Files.list(Path.of("target", "lib"))) {
      lib.sorted().forEach(jars::add);
    }
    for (Path jar : KeycloakJars.all()) {
      if (!OF_THE_TOOL.matcher(jar.getFileName().toString()).matches()) {
        jars.add(jar);
      }
    }
    String classPath =
        jars.stream()
            .map(jar -> jar.toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    return new HibernateProcess(classPath, naming, database);
  }

  /** Has Hibernate create the tables. */
  void create() throws Exception {
    Process process =
        new ProcessBuilder(command("create", QUICK)).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new AssertionError("Hibernate cannot create the tables:\n" + output);
    }
  }

  /** The command line for one of {@link HibernateMain}'s modes. */
  List<String> command(String mode, List<String> javaOptions) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(
        List.of(
            "-cp",
            classPath,
            HibernateMain.class.getName(),
            mode,
            "org.keycloak",
            naming,
            database.url(),
            database.user(),
            database.password()));
    return command;
  }
}
