package dev.autogen.product;

import dev.autogen.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
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

  private static final Pattern OF_THE_TOOL =
      Pattern.compile("(hibernate-core|hibernate-models|jakarta\\.persistence-api)-.*\\.jar");

  /**
   * Finds Keycloak's jars with Maven.
   *
   * @param list a file to be written, which names them
   */
  static HibernateProcess on(TestDatabase database, Path list, String naming) throws Exception {
    List<String> jars = new ArrayList<>(List.of(Path.of("target", "test-classes").toString()));
    try (Stream<Path> lib = Files.list(Path.of("target", "lib"))) {
      lib.map(Path::toString).sorted().forEach(jars::add);
    }
    for (String jar : keycloak(list).split(File.pathSeparator)) {
      if (!OF_THE_TOOL.matcher(Path.of(jar).getFileName().toString()).matches()) {
        jars.add(jar);
      }
    }
    String classPath =
        jars.stream()
            .map(jar -> Path.of(jar).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    return new HibernateProcess(classPath, naming, database);
  }

  private static String keycloak(Path list) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "mvn",
                "-q",
                "-B",
                "-f",
                Path.of("src/it/keycloak/pom.xml").toString(),
                "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath",
                "-Dmdep.outputFile=" + list.toAbsolutePath()));
    String repository = System.getProperty("maven.repo.local");
    if (repository != null) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    Process maven = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(maven.getInputStream().readAllBytes());
    if (maven.waitFor() != 0) {
      throw new AssertionError("Maven cannot find Keycloak's jars:\n" + output);
    }
    return Files.readString(list).strip();
  }

  /** Has Hibernate create the tables. */
  void create() throws Exception {
    Process process =
        new ProcessBuilder(command("create", List.of())).redirectErrorStream(true).start();
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
