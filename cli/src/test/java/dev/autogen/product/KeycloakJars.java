package dev.autogen.product;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Keycloak's entities and all that they need, as Maven finds them. */
final class KeycloakJars {

  static final Path POM = Path.of("src/it/keycloak/pom.xml");

  private static List<Path> found = List.of();

  private KeycloakJars() {}

  /** Maven is asked once. */
  static synchronized List<Path> all() throws IOException, InterruptedException {
    if (found.isEmpty()) {
      found = asked();
    }
    return found;
  }

  private static List<Path> asked() throws IOException, InterruptedException {
    Path answer = Files.createTempFile("keycloak", ".classpath");
    List<String> command =
        new ArrayList<>(
            List.of(
                "mvn",
                "-q",
                "-B",
                "-f",
                POM.toString(),
                "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath",
                "-Dmdep.outputFile=" + answer));
    String repository = System.getProperty("maven.repo.local");
    if (repository != null) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    Process maven = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(maven.getInputStream().readAllBytes());
    if (maven.waitFor() != 0) {
      throw new AssertionError("Maven cannot find Keycloak's jars:\n" + output);
    }
    String jars = Files.readString(answer).strip();
    Files.delete(answer);
    return Stream.of(jars.split(File.pathSeparator)).map(Path::of).toList();
  }
}
