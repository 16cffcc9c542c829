package dev.autogen.cli.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a project's build knows of its class path. */
public interface BuildClassPath {

  /** The directories that the build compiles the project's own classes into. */
  List<Path> defaultClasses();

  /**
   * The jars and directories that the project depends on. Runs the build tool unless the answer is
   * known from an earlier run with the same build files.
   *
   * @throws ClassPathException if the build tool is missing or fails
   */
  List<Path> dependencies();

  /** The build of a project: Maven's, Gradle's, or none. */
  static BuildClassPath of(Path directory, Map<String, String> environment) {
    ClassPathCache cache = ClassPathCache.of(environment);
    if (Files.isRegularFile(directory.resolve("pom.xml"))) {
      return new MavenClassPath(directory, environment, cache);
    }
    if (Files.isRegularFile(directory.resolve("build.gradle"))
        || Files.isRegularFile(directory.resolve("build.gradle.kts"))) {
      return new GradleClassPath(directory, cache);
    }
    return new NoBuild();
  }

  /** A project without a build that is known here. */
  record NoBuild() implements BuildClassPath {
    @Override
    public List<Path> defaultClasses() {
      return List.of();
    }

    @Override
    public List<Path> dependencies() {
      return List.of();
    }
  }
}
