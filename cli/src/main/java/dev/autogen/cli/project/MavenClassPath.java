package dev.autogen.cli.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The class path that Maven knows, of all scopes: what a server provides at run time declares
 * entities too. Where a module depends on others of its build that are not installed, Maven is run
 * once more from the top of that build.
 */
record MavenClassPath(Path directory, Map<String, String> environment, ClassPathCache cache)
    implements BuildClassPath {

  @Override
  public List<Path> defaultClasses() {
    return List.of(directory.resolve("target/classes"));
  }

  @Override
  public List<Path> dependencies() {
    String key = ClassPathCache.key(directory, new MavenFiles(directory).all(), arguments());
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
      return ask(directory, List.of("dependency:build-classpath"));
    } catch (ClassPathException alone) {
      List<Path> poms = new MavenFiles(directory).upwards();
      if (poms.size() < 2) {
        throw alone;
      }
      Path top = poms.get(poms.size() - 1).getParent();
      String module =
          top.relativize(directory.toAbsolutePath().normalize()).toString().replace('\\', '/');
      try {
        return ask(top, List.of("-pl", module, "-am", "compile", "dependency:build-classpath"));
      } catch (ClassPathException together) {
        together.addSuppressed(alone);
        throw together;
      }
    }
  }

  private List<Path> ask(Path where, List<String> goals) {
    try {
      Path answer = Files.createTempFile("autogen", ".classpath");
      try {
        List<String> command = new ArrayList<>();
        command.add(BuildTool.find(directory, "mvnw", "mvn"));
        command.addAll(List.of("-q", "-B", "-Dstyle.color=never"));
        command.addAll(arguments());
        command.addAll(goals);
        command.add("-Dmdep.outputFile=" + answer);
        BuildTool.run(where, command);
        return ClassPathCache.parse(Files.readString(answer));
      } finally {
        Files.deleteIfExists(answer);
      }
    } catch (IOException e) {
      throw new ClassPathException(
          "Cannot read the class path that Maven wrote: " + e.getMessage() + ".", e);
    }
  }

  /** A profile among them may change what the project depends on. */
  private List<String> arguments() {
    return Stream.of("MAVEN_ARGS", "AUTOGEN_MAVEN_OPTS").flatMap(it -> words(it).stream()).toList();
  }

  private List<String> words(String variable) {
    return Arrays.stream(environment.getOrDefault(variable, "").split("\\s+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
