package dev.autogen.cli.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The run-time class path that Gradle knows, told by an init script; the build stays as it is. */
record GradleClassPath(Path directory, ClassPathCache cache) implements BuildClassPath {

  private static final String MARK = "autogenClassPath";

  private static final String SCRIPT =
      """
      allprojects {
        tasks.register("%1$s") {
          def answer = System.getProperty("%1$s")
          def own = project.projectDir == gradle.startParameter.currentDir
          def path = own ? project.configurations.findByName("runtimeClasspath") : null
          doLast {
            if (own) {
              new File(answer).text = path == null ? "" : path.asPath
            }
          }
        }
      }
      """
          .formatted(MARK);

  @Override
  public List<Path> defaultClasses() {
    return Stream.of("build/classes/java/main", "build/classes/kotlin/main", "build/resources/main")
        .map(directory::resolve)
        .filter(Files::isDirectory)
        .toList();
  }

  @Override
  public List<Path> dependencies() {
    String key = ClassPathCache.key(directory, new GradleFiles(directory).all(), List.of());
    Optional<List<Path>> kept = cache.find(key);
    if (kept.isPresent()) {
      return kept.get();
    }
    List<Path> asked = ask();
    cache.put(key, asked);
    return asked;
  }

  private List<Path> ask() {
    try {
      Path script = Files.createTempFile("autogen", ".gradle");
      Path answer = Files.createTempFile("autogen", ".classpath");
      try {
        Files.writeString(script, SCRIPT);
        BuildTool.run(
            directory,
            List.of(
                BuildTool.find(directory, "gradlew", "gradle"),
                "-q",
                "--console=plain",
                "--init-script",
                script.toString(),
                "-D" + MARK + "=" + answer,
                MARK));
        return ClassPathCache.parse(Files.readString(answer));
      } finally {
        Files.deleteIfExists(script);
        Files.deleteIfExists(answer);
      }
    } catch (IOException e) {
      throw new ClassPathException(
          "Cannot read the class path that Gradle wrote: " + e.getMessage() + ".", e);
    }
  }
}
